/**
 * Contracts in force whose money is in no sum: which they are, what is written there, and the cheapest way
 * to bring them in. A sum that leaves them out must never pass for the whole.
 */
import type { AnalyzedApp, Analysis, LeftOut, Minor } from '../../analysis/contract.ts';
import { gapsIn, lostContracts } from '../../analysis/analyze.ts';
import { counted, listed, type Sentence } from '../base/sentence.ts';
import { hangingOn, onContracts, type Unknown } from './unknown.ts';

type Reason = LeftOut['reason'];

interface LeftOutContract extends LeftOut {
  /** Of the app whose cost lacks the contract; null where no such app was read. */
  readonly appName: string | null;
}

/** One gap a reason, since each has a remedy of its own; in the order of what it takes to close it. */
export function leftOutGaps(analysis: Analysis): Unknown[] {
  const all = leftOutIn(analysis);
  return reasons.flatMap((reason) => {
    const contracts = all.filter((one) => one.reason === reason);
    if (contracts.length === 0) return [];
    const { what, remedy, fact } = words[reason];
    const lost = reason === 'no-app' ? hangingOn(gapsIn(analysis).noAppAnnual, 'gap/noAppAnnual') : null;
    const isWhole = contracts.every((one) => annualOf(one, analysis) !== null);
    const gist: Sentence = [
      ...counted(contracts.length, fact, 'contract', 'contracts'),
      ` in force ${what}`,
      ...onContracts(lost, isWhole),
      ', in no total',
    ];
    return [
      {
        id: `left-out/${reason}`,
        what: [...gist, ': ', ...listed(contracts, (one) => contractWords(one, analysis)), '.'],
        gist: [...gist, '.'],
        remedy: [remedy],
        money: lost,
      },
    ];
  });
}

/** Apps whose payments or license lines are in part of no use: their cost is no whole either. */
export function partlyCountedApps(analysis: Analysis): Unknown[] {
  const apps = analysis.apps.filter(
    ({ costBasis, costComplete }) => costBasis !== 'contract' && !wholeOrNone.has(costComplete),
  );
  if (apps.length === 0) return [];
  const why = 'a payment or a license line has an amount, a currency or a date that cannot be used.';
  return [
    {
      id: 'partly-counted',
      what: ['The whole cost of ', ...listed(apps, ({ name }) => [{ name }]), `: ${why}`],
      gist: [`The whole cost of some apps: ${why}`],
      remedy: ['Correct the record in Torii, or add the exchange rate to the mapping.'],
      money: null,
    },
  ];
}

const wholeOrNone: ReadonlySet<AnalyzedApp<Minor>['costComplete']> = new Set(['whole', 'unknown']);

/** What the cost of one app lacks. */
export function leftOutSentences(
  { leftOut, costComplete }: AnalyzedApp<Minor>,
  analysis: Analysis,
): Sentence[] {
  const effect = costComplete === 'whole' ? 'not used: another record states the cost' : 'in no sum';
  return leftOut.map(({ reason, raw, contractId }) => [
    { name: contractName(contractId, analysis) },
    ` ${words[reason].one}`,
    ...(raw === null ? [] : [' (', { raw }, ')']),
    `, so it is ${effect}.`,
  ]);
}

const reasons: readonly Reason[] = ['no-rate', 'unreadable', 'no-app', 'blank', 'negative'];

interface Words {
  readonly one: string;
  readonly what: string;
  readonly fact: string;
  readonly remedy: string;
}

const words: Readonly<Record<Reason, Words>> = {
  'no-rate': {
    one: 'is in a currency without a rate',
    what: 'in a currency without a rate',
    fact: 'count/leftOutNoRate',
    remedy: 'Add the rate of the day to the mapping, under rates.',
  },
  unreadable: {
    one: 'has an amount that cannot be read',
    what: 'with an amount that cannot be read',
    fact: 'count/leftOutUnreadable',
    remedy:
      'Write it in Torii in a form with one meaning, or say in the mapping what it means, under values.',
  },
  'no-app': {
    one: 'belongs to no app that was read',
    what: 'without an app that was read',
    fact: 'count/leftOutNoApp',
    remedy: 'Give each its app in Torii, or ask the Torii administrator whether the role hides the app.',
  },
  blank: {
    one: 'has no amount',
    what: 'without an amount',
    fact: 'count/leftOutBlank',
    remedy:
      'Record in Torii what each costs a year, or its total with the first and the last day of its term.',
  },
  negative: {
    one: 'is a credit',
    what: 'with a negative amount',
    fact: 'count/leftOutNegative',
    remedy: 'Record a credit in Torii as a lower amount of the contract that it belongs to.',
  },
};

/** Each contract once, the costly ones of unread apps first. */
function leftOutIn(analysis: Analysis): LeftOutContract[] {
  const ofApps = analysis.apps.flatMap(({ name, leftOut }) =>
    leftOut.map((one) => ({ ...one, appName: name })),
  );
  const lost = lostContracts(analysis).toSorted((a, b) => (b.annualValue ?? 0) - (a.annualValue ?? 0));
  return [
    ...ofApps,
    ...lost.map(({ contractId, appId }): LeftOutContract => {
      return { contractId, reason: 'no-app', raw: appId === null ? null : String(appId), appName: null };
    }),
  ];
}

function contractWords({ contractId, appName, raw, reason }: LeftOutContract, analysis: Analysis): Sentence {
  const annual = annualOf({ contractId }, analysis);
  return [
    { name: contractName(contractId, analysis) },
    ...(appName === null ? [] : [' of ', { name: appName }]),
    ...(raw === null ? [] : [reason === 'no-app' ? ', whose app is ' : ', ', { raw }]),
    ...(annual === null
      ? []
      : [', ', { money: annual, fact: `renewal/${contractId}/annualValue` }, ' a year']),
  ];
}

function annualOf({ contractId }: Pick<LeftOut, 'contractId'>, { renewals }: Analysis): Minor | null {
  return renewals.find((row) => row.contractId === contractId)?.annualValue ?? null;
}

function contractName(contractId: number, { renewals }: Analysis): string {
  return renewals.find((row) => row.contractId === contractId)?.name ?? `Contract ${contractId}`;
}
