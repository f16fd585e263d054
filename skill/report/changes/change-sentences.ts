import type { Analysis } from '../../analysis/contract.ts';
import type { Changes, ComparedTotal, CostChange, TotalChange } from './changes.ts';
import { boundedMoney } from '../base/bounds.ts';
import type { Part, Sentence } from '../base/sentence.ts';
import type { SavedContract } from './saved-contracts.ts';
import type { VerifiedSaving } from './verified-savings.ts';

/** Where the names of apps and contracts are found. */
type Names = Pick<Analysis, 'apps' | 'renewals'>;

/** What changed in sentences, one line a kind, so that it fits on one screen. */
export function changeSentences(changes: Changes, analysis: Names): Sentence[] {
  if (changes.incomparable !== null) {
    return [...deadlineSentence(changes), [incomparableWords[changes.incomparable]]];
  }
  const said = [
    ...changes.totals.map(totalSentence),
    ...changes.verified.map((saving) => verifiedSentence(saving, analysis)),
    ...changes.saved.map(savedSentence),
    ...deadlineSentence(changes),
    ...appSentences(changes),
    ...costSentence(changes),
    ...findingSentence(changes),
  ];
  const caution: Sentence[] = changes.isPartial
    ? [['One of the two runs did not see every record: what seems changed may be a gap.']]
    : [];
  return said.length === 0 ? [['Nothing has changed.'], ...caution] : [...said, ...caution];
}

const incomparableWords = {
  nothing: 'No figures of an earlier run are at hand, so only deadlines are compared.',
  tenant: 'The earlier run was of another tenant, so nothing is compared.',
  currency: 'The earlier run was in another currency, so nothing is compared.',
} as const;

const totalNames: Readonly<Record<ComparedTotal, string>> = {
  baselineAnnual: 'The baseline',
  hardSavingAnnual: 'What leaves the bill',
  decidableAnnual: 'What can still be decided',
  unknownSeatValueAnnual: 'What seats without usage data cost',
};

/** What was unknown before was not zero: nothing has risen. */
function totalSentence({ total, from, to, fromComplete, toComplete }: TotalChange): Sentence {
  return [
    `${totalNames[total]} is `,
    ...boundedMoney(to, `totals/${total}`, toComplete),
    ...(to === null ? [] : [' a year']),
    ', after ',
    ...boundedMoney(from, `was/totals/${total}`, fromComplete),
    '.',
  ];
}

function verifiedSentence(saving: VerifiedSaving, { apps, renewals }: Names): Sentence {
  const { appId, contractId, lever, annual } = saving;
  const contract = renewals.find((row) => row.contractId === contractId);
  const name = apps.find(({ id }) => id === appId)?.name ?? contract?.name ?? 'A contract';
  const id = `verified/${contractId}/${lever}`;
  const worth: Sentence =
    annual === null
      ? []
      : [
          ', which saves ',
          { money: annual.minor, currency: annual.currency, fact: `${id}/annual` },
          ' a year',
        ];
  return [
    'Saved (verified): ',
    { name },
    lever === 'seats' ? ' has ' : ' pays ',
    figure(saving, 'to', id),
    lever === 'seats' ? ' seats under contract, after ' : ' for a seat a year, after ',
    figure(saving, 'from', id),
    ...worth,
    '.',
  ];
}

/** A contract for less money: fewer seats or a lower price, whichever the records do not say. */
function savedSentence({ contractId, name, from, to, annual }: SavedContract): Sentence {
  const fact = `saved/${contractId}`;
  return [
    'Saved: ',
    { name },
    ' costs ',
    { money: to, fact: `renewal/${contractId}/annualValue` },
    ' a year under contract, after ',
    { money: from, fact: `${fact}/from` },
    ', which saves ',
    { money: annual, fact: `${fact}/annual` },
    ' a year.',
  ];
}

function figure(saving: VerifiedSaving, end: 'from' | 'to', id: string): Part {
  const fact = `${id}/${end}`;
  return saving.currency === null
    ? { count: saving[end], fact }
    : { money: saving[end], currency: saving.currency, fact };
}

/** Most names in one line; "and more" replaces the rest. */
const most = 3;

function list<Item>(items: readonly Item[], partsOf: (item: Item) => Sentence): Part[] {
  const shown = items
    .slice(0, most)
    .flatMap((item, index): Sentence => [index === 0 ? '' : ', ', ...partsOf(item)]);
  return items.length > most ? [...shown, ' and more'] : shown;
}

/** How many, and the first of them; no sentence where there are none. */
function listSentence<Item>(
  words: string,
  fact: string,
  items: readonly Item[],
  partsOf: (item: Item) => Sentence,
): Sentence[] {
  if (items.length === 0) return [];
  return [[`${words} (`, { count: items.length, fact }, '): ', ...list(items, partsOf), '.']];
}

function deadlineSentence({ deadlines }: Changes): Sentence[] {
  return listSentence('Notice deadlines that have come near', 'changes/deadlines', deadlines, (near) => [
    { name: near.name },
    ' by ',
    { date: near.deadline, fact: `renewal/${near.contractId}/deadline` },
  ]);
}

function appSentences({ apps }: Changes): Sentence[] {
  return [
    ...listSentence('New apps', 'changes/appsAdded', apps.added, ({ name }) => [{ name }]),
    ...listSentence('Apps that are gone', 'changes/appsGone', apps.gone, ({ appId, name }) => [
      { text: name, fact: `was/app/${appId}/name` },
    ]),
  ];
}

function costSentence({ costs }: Changes): Sentence[] {
  return listSentence('Apps that cost more or less than before', 'changes/costs', costs, costParts);
}

function costParts({ appId, name, from, to }: CostChange): Sentence {
  return [
    { name },
    ' ',
    to === null ? 'unknown' : { money: to, fact: `app/${appId}/costAnnual` },
    ' after ',
    from === null ? 'unknown' : { money: from, fact: `was/app/${appId}/costAnnual` },
  ];
}

function findingSentence({ findings: { added, gone } }: Changes): Sentence[] {
  if (added.length === 0 && gone.length === 0) return [];
  return [
    [
      'Findings: ',
      { count: added.length, fact: 'changes/findingsAdded' },
      ' new, ',
      { count: gone.length, fact: 'changes/findingsGone' },
      ' gone.',
    ],
  ];
}
