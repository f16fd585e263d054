/** Questions about what could not be read or converted, with how many records and how much money hang on each. */
import { withNoun } from '../../torii/failure.ts';
import { isCurrency, minorPerMajor } from '../base/currency.ts';
import type { TenantMapping } from '../base/mapping.ts';
import { contractClasses, type Contract, type Money, type Value } from '../base/portfolio.ts';
import { answersTo, moneyText, type QuestionDraft } from './question.ts';
import type { Worth } from './record-worth.ts';

/** More words than these at once would be no question but a questionnaire. */
const MOST_WORDS = 5;

interface Found {
  readonly word: string;
  count: number;
  worth: number;
}

/** Words with how often they were found and what is at stake, the costliest first. */
function tally(found: Iterable<readonly [word: string, worth: number]>): Found[] {
  const words = new Map<string, Found>();
  for (const [word, worth] of found) {
    const entry = words.get(word) ?? { word, count: 0, worth: 0 };
    entry.count += 1;
    entry.worth += worth;
    words.set(word, entry);
  }
  return [...words.values()].toSorted(
    (a, b) => b.worth - a.worth || b.count - a.count || (a.word < b.word ? -1 : 1),
  );
}

function counted(found: readonly Found[], noun: string, currency: string): string {
  const count = found.reduce((sum, entry) => sum + entry.count, 0);
  const worth = found.reduce((sum, entry) => sum + entry.worth, 0);
  const records = withNoun(count, noun);
  return worth > 0 ? `${records}, ${moneyText(worth, currency)}` : records;
}

function stakeOf(found: readonly Found[]): number {
  return found.reduce((sum, { worth }) => sum + worth, 0);
}

function quoted(found: readonly Found[]): string {
  return found.map(({ word }) => `“${word}”`).join(', ');
}

/** "What does the app state “Parked” mean", "What do “A”, “B” mean". */
function whatMeans(found: readonly Found[], one?: string, many = `${one}s`): string {
  const [does, noun] = found.length > 1 ? ['do', many] : ['does', one];
  return `What ${does} ${one === undefined ? '' : `the ${noun} `}${quoted(found)} mean`;
}

/** Money in a currency without an exchange rate: it is in no total. */
export function rateQuestions(mapping: TenantMapping, { contracts, apps }: Worth): QuestionDraft[] {
  const { currency } = mapping.tenant;
  const rated = mapping.rates?.perUnit ?? {};
  const foreign = (money: Value<Money>): [string, number][] => {
    if (money.kind !== 'known' || money.value.converted !== undefined) return [];
    const { minor, currency: own } = money.value;
    const isOpen = own !== currency && isCurrency(own) && !Object.hasOwn(rated, own);
    return isOpen ? [[own, Math.abs(minor) / minorPerMajor(own)]] : [];
  };
  const found = tally([
    ...contracts.flatMap(({ annualValue, totalValue }) => {
      const yearly = foreign(annualValue);
      return yearly.length > 0 ? yearly : foreign(totalValue);
    }),
    ...apps.flatMap(({ spend12m }) => foreign(spend12m)),
  ]).slice(0, MOST_WORDS);
  if (found.length === 0) return [];
  const named = found.map((entry) => `1 ${entry.word} (${counted([entry], 'record', entry.word)})`);
  const text = `How much in ${currency} is ${named.join(', ')}? No rate is known, so these are in no total.`;
  const paths = found.map(({ word }) => `rates.perUnit.${word}`);
  const options = paths.map((path) => ({
    id: `${path}=0`,
    text: 'Leave them out; they stay listed',
    path,
    sets: [],
  }));
  return [{ id: 'exchange-rate', text, paths, options, stake: stakeOf(found), example: '1.08' }];
}

/** App states that are neither Torii's own nor in the mapping. */
export function stateQuestion({ tenant }: TenantMapping, worth: Worth): QuestionDraft[] {
  const found = tally(
    worth.apps.flatMap((app): [string, number][] =>
      app.stateClass === 'unmapped' && app.state.kind === 'known'
        ? [[app.state.value, worth.ofApp(app)]]
        : [],
    ),
  ).slice(0, MOST_WORDS);
  if (found.length === 0) return [];
  const classes = ['sanctioned', 'pending', 'unsanctioned', 'closing', 'closed', 'hidden'] as const;
  const text = `${whatMeans(found, 'app state')}? ${counted(found, 'app', tenant.currency)}.`;
  return [wordsQuestion('app-state', text, 'states', found, classes)];
}

/** Contract statuses that no built-in word explains; until then such a contract counts as active. */
export function statusQuestion({ tenant }: TenantMapping, worth: Worth): QuestionDraft[] {
  const found = tally(
    worth.contracts.flatMap((contract): [string, number][] =>
      contract.statusUnexplained && contract.status.kind === 'known'
        ? [[contract.status.value, worth.ofContract(contract)]]
        : [],
    ),
  ).slice(0, MOST_WORDS);
  if (found.length === 0) return [];
  const text = `${whatMeans(found, 'contract status', 'contract statuses')}? Such contracts count as active until then: ${counted(found, 'contract', tenant.currency)}.`;
  return [wordsQuestion('contract-status', text, 'contractStatuses', found, contractClasses)];
}

function wordsQuestion(
  id: QuestionDraft['id'],
  text: string,
  table: string,
  found: readonly Found[],
  classes: readonly string[],
): QuestionDraft {
  const paths = found.map(({ word }) => `${table}.${word}`);
  const options = found.flatMap(({ word }) =>
    answersTo(
      `${table}.${word}`,
      classes.map((meant) => [`“${word}”: ${meant}`, meant]),
    ),
  );
  return { id, text, paths, options, stake: stakeOf(found) };
}

const dateFields = ['termStart', 'termEnd', 'cancelBy'] as const;
const wordFields = ['autoRenew', 'noticeDays', 'renewalTermMonths', 'seats', 'commitSeats'] as const;
const moneyFields = ['annualValue', 'totalValue', 'unitPrice'] as const;
type ReadField = (typeof dateFields | typeof wordFields | typeof moneyFields)[number];

/** What people call these fields, in a sentence. */
const fieldNames: Readonly<Record<ReadField, string>> = {
  termStart: 'the start of the term',
  termEnd: 'the end of the term',
  cancelBy: 'the cancellation deadline',
  autoRenew: '“renews by itself”',
  noticeDays: 'the notice period',
  renewalTermMonths: 'the renewal term',
  seats: 'the seats',
  commitSeats: 'the committed seats',
  annualValue: 'the annual value',
  totalValue: 'the total value',
  unitPrice: 'the price of a seat',
};

/** One question for each field of contracts that holds what cannot be read. */
export function unreadableQuestions(mapping: TenantMapping, worth: Worth): QuestionDraft[] {
  return [...dateFields, ...wordFields, ...moneyFields].flatMap((field) => {
    const found = unreadableIn(field, worth);
    if (found.length === 0) return [];
    const isDate =
      dateFields.some((name) => name === field) && found.every(({ word }) => twoMeanings.test(word));
    return isDate
      ? [formatQuestion(field, found, mapping)]
      : [meaningQuestion(field, found.slice(0, MOST_WORDS), mapping)];
  });
}

function unreadableIn(field: ReadField, worth: Worth): Found[] {
  return tally(
    worth.contracts.flatMap((contract): [string, number][] => {
      const value: Contract[ReadField] = contract[field];
      return value.kind === 'invalid' ? [[value.raw, worth.ofContract(contract)]] : [];
    }),
  );
}

/** Day and month in one order or the other. */
const twoMeanings = /^\s*\d{1,2}[/.-]\d{1,2}[/.-](\d{2}|\d{4})(?!\d)/;

function formatQuestion(field: ReadField, found: readonly Found[], { tenant }: TenantMapping): QuestionDraft {
  const path = `fields.contract.${field}.format`;
  const [sample = ''] = found.map(({ word }) => word);
  const [, sign = '/'] = /\d([/.-])/.exec(sample) ?? [];
  const year = /[/.-]\d{4}/.test(sample) ? 'YYYY' : 'YY';
  const formats = [`DD${sign}MM${sign}${year}`, `MM${sign}DD${sign}${year}`];
  const text = `Is “${sample}” in ${fieldNames[field]} written with the day or the month first? ${counted(found, 'contract', tenant.currency)}.`;
  const options = answersTo(path, [
    ['The day first', formats[0] ?? ''],
    ['The month first', formats[1] ?? ''],
  ]);
  return {
    id: 'unreadable-value',
    text,
    paths: [path],
    options,
    stake: stakeOf(found),
    example: formats[0] ?? '',
  };
}

const examples: Readonly<Record<string, string>> = {
  autoRenew: 'yes',
  noticeDays: '60 days',
  renewalTermMonths: '12 months',
  seats: '100',
  commitSeats: '100',
};

function meaningQuestion(
  field: ReadField,
  found: readonly Found[],
  { tenant }: TenantMapping,
): QuestionDraft {
  const paths = found.map(({ word }) => `fields.contract.${field}.values.${word}`);
  const text = `${whatMeans(found)} in ${fieldNames[field]}? ${found.length > 1 ? 'They' : 'It'} cannot be read: ${counted(found, 'contract', tenant.currency)}.`;
  const meanings: readonly (readonly [string, boolean | null])[] =
    field === 'autoRenew'
      ? [
          ['yes', true],
          ['no', false],
          ['nothing recorded', null],
        ]
      : [['nothing recorded', null]];
  const options = found.flatMap(({ word }, index) =>
    answersTo(
      paths[index] ?? '',
      meanings.map(([meant, value]) => [`“${word}”: ${meant}`, value]),
    ),
  );
  const example = examples[field] ?? (dateFields.some((name) => name === field) ? '2027-01-31' : '1200.50');
  return { id: 'unreadable-value', text, paths, options, stake: stakeOf(found), example };
}
