/**
 * The first sentence of every surface, by time: what can leave the bill today, what needs a decision by
 * when, what leaves only later, what is locked, what nobody can tell for lack of usage data. No saving is
 * called decidable without its date. What a plan adds is said beside what leaves, never taken off it in
 * silence. Amounts and dates are facts of the analysis.
 */
import { dueIn, inboxOf, type InboxItem, type Step } from '../../analysis/analyze.ts';
import { baselineComplete, type MoneyWhen, moneyByWhen, whenSums } from '../../analysis/facts.ts';
import type { Analysis, IsoDate, Minor } from '../../analysis/contract.ts';
import { boundedMoney } from '../base/bounds.ts';
import type { Part, Sentence } from '../base/sentence.ts';
import { hasPrices, isUsable, isWhole } from '../base/coverage.ts';
import { withoutContracts } from './decide.ts';

/** The outlook in words. Says so when there is nothing to decide, or nothing to judge by. */
export function headlineOf(analysis: Analysis): Sentence {
  if (!isUsable(analysis, 'apps')) return ['No data: the apps could not be read.'];
  if (!isUsable(analysis, 'contracts')) return undatedHeadline(analysis);
  const clauses = datedClauses(analysis);
  const lead = addedLead(analysis);
  if (clauses.length > 0) return [...lead, ...sentenceOf(clauses)];
  return [nothingToDecide(analysis)];
}

/**
 * The outlook where there is little room: what leaves by when, and how much of it within a year. What is locked
 * or cannot be judged is said beside it.
 */
export function leadOf(analysis: Analysis): Sentence {
  if (!isUsable(analysis, 'apps') || !isUsable(analysis, 'contracts')) return headlineOf(analysis);
  const items = inboxOf(analysis);
  const times = [anyDayClause(items), soonClause(items), aheadClause(items)].filter(
    (parts) => parts.length > 0,
  );
  if (times.length === 0) return headlineOf(analysis);
  const beside = [addedClause(analysis), withinAYear(analysis), firstNotice(items)].filter(
    (parts) => parts.length > 0,
  );
  return [
    ...addedLead(analysis),
    ...times.flatMap((parts, index) => (index === 0 ? parts : [', ', ...parts])),
    ...beside.flatMap((parts) => ['; ', ...parts]),
    '.',
  ];
}

function sentenceOf(clauses: readonly (readonly Part[])[]): Sentence {
  return [...clauses.flatMap((parts, index) => (index === 0 ? parts : ['; ', ...parts])), '.'];
}

function datedClauses(analysis: Analysis): (readonly Part[])[] {
  const items = inboxOf(analysis);
  const { totals } = analysis;
  const said = [
    anyDayClause(items),
    soonClause(items),
    aheadClause(items),
    leavingClause(analysis, 'locked', ' a year is locked', lockedUntil(analysis)),
    leavingClause(analysis, 'unknown', ' a year leaves on a date that no record gives', []),
    addedClause(analysis),
    withinAYear(analysis),
    firstNotice(items),
    unjudged(totals.unknownSeatValueAnnual),
  ];
  return said.filter((parts) => parts.length > 0);
}

function inSteps(items: readonly InboxItem[], ...steps: readonly Step[]): readonly InboxItem[] {
  return items.filter(({ step }) => steps.includes(step));
}

function anyDayClause(items: readonly InboxItem[]): readonly Part[] {
  const { savingAnnual } = dueIn(inSteps(items, 'any'));
  return savingAnnual === 0
    ? []
    : [{ money: savingAnnual, fact: 'due/any/savingAnnual' }, ' a year can leave the bill today'];
}

function soonClause(items: readonly InboxItem[]): readonly Part[] {
  const { savingAnnual, firstBy, lastBy } = dueIn(inSteps(items, 'week', 'month'));
  if (savingAnnual === 0 || firstBy === null || lastBy === null) return [];
  return [
    { money: savingAnnual, fact: 'due/soon/savingAnnual' },
    ' needs a decision by ',
    { date: lastBy, fact: 'due/soon/lastBy' },
    ...(firstBy === lastBy ? [] : [', the first saving by ', { date: firstBy, fact: 'due/soon/firstBy' }]),
  ];
}

function aheadClause(items: readonly InboxItem[]): readonly Part[] {
  const { savingAnnual, leavesFrom } = dueIn(inSteps(items, 'quarter', 'later'));
  if (savingAnnual === 0) return [];
  const money: Part = { money: savingAnnual, fact: 'due/ahead/savingAnnual' };
  return leavesFrom === null
    ? [money, ' leaves on a date that is not known']
    : [money, ' leaves only from ', { date: leavesFrom, fact: 'due/ahead/leavesFrom' }];
}

/** What leaves at a time, whatever the plan adds at that time. */
function leavingClause(
  analysis: Analysis,
  when: MoneyWhen['when'],
  fate: string,
  date: readonly Part[],
): readonly Part[] {
  const bucket = moneyByWhen(analysis).find((one) => one.when === when);
  return bucket === undefined || bucket.savingAnnual === 0
    ? []
    : [{ money: bucket.savingAnnual, fact: bucket.facts.savingAnnual }, fate, ...date];
}

/** "The plan adds $744,000 a year to $567,000: " */
function addedLead(analysis: Analysis): readonly Part[] {
  const { totals } = analysis;
  const { netAddedAnnual } = whenSums(analysis, 'all');
  if (netAddedAnnual === 0) return [];
  return [
    'The plan adds ',
    { money: netAddedAnnual, fact: 'when/all/netAddedAnnual' },
    ' a year to ',
    ...boundedMoney(totals.baselineAnnual, 'totals/baselineAnnual', baselineComplete(analysis)),
    ': ',
  ];
}

function addedClause(analysis: Analysis): readonly Part[] {
  const { addedAnnual } = whenSums(analysis, 'all');
  return addedAnnual === 0
    ? []
    : [{ money: addedAnnual, fact: 'when/all/addedAnnual' }, ' a year comes on top by the plan'];
}

/** How much of all that falls into the coming year; nothing where all of it does. */
function withinAYear(analysis: Analysis): readonly Part[] {
  const { ledger, totals } = analysis;
  const next12 = ledger.reduce((sum, row) => sum + (row.supersededBy === null ? row.next12 : 0), 0);
  if (next12 <= 0 || next12 === totals.hardSavingAnnual) return [];
  const of = whenSums(analysis, 'all').addedAnnual > 0 ? 'less what it adds, ' : 'of all this, ';
  return [of, { money: next12, fact: 'lever/all/next12' }, ' falls within a year from today'];
}

/** A notice that is due before any saving has to be decided. */
function firstNotice(items: readonly InboxItem[]): readonly Part[] {
  const { firstBy, noticeBy } = dueIn(items);
  const first = items.find(({ lastSafeDate }) => lastSafeDate !== null);
  if (first === undefined || noticeBy === null || noticeBy === firstBy) return [];
  return [
    'the first notice, of ',
    { name: first.name },
    ', is due by ',
    { date: noticeBy, fact: 'due/all/noticeBy' },
  ];
}

/** Without contracts a saving can be sized, but not dated. */
function undatedHeadline(analysis: Analysis): Sentence {
  const { hardSavingAnnual, unknownSeatValueAnnual } = analysis.totals;
  const fate = ' a year could be saved; by when cannot be said without the contracts';
  const clauses = [
    clause(hardSavingAnnual, 'hardSavingAnnual', fate, []),
    unjudged(unknownSeatValueAnnual),
  ].filter((parts) => parts.length > 0);
  return clauses.length === 0 ? withoutContracts(analysis) : sentenceOf(clauses);
}

function unjudged(money: Minor | null): readonly Part[] {
  return clause(money, 'unknownSeatValueAnnual', ' a year pays for seats without usage data', []);
}

function clause(money: Minor | null, total: string, fate: string, date: readonly Part[]): readonly Part[] {
  return money !== null && money > 0 ? [{ money, fact: `totals/${total}` }, fate, ...date] : [];
}

/** When the last of what is locked can leave. */
function lockedUntil({ ledger }: Analysis): readonly Part[] {
  const dates = ledger
    .flatMap(({ id, hardAnnual, timing, effectiveFrom: date }): { date: IsoDate; fact: string }[] =>
      hardAnnual > 0 && timing === 'locked' && date !== null
        ? [{ date, fact: `ledger/${id}/effectiveFrom` }]
        : [],
    )
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const last = dates.at(-1);
  return last === undefined ? [] : [' until ', last];
}

/** That no saving was found is a finding; having nothing to judge by is not. */
function nothingToDecide(analysis: Analysis): string {
  const { apps, totals } = analysis;
  if (totals.apps === 0) return 'Torii lists no apps, so there is nothing to judge.';
  if (!apps.some(({ seats }) => seats !== null)) {
    return 'No saving can be judged yet: Torii shows no license or seat counts for these apps.';
  }
  if (!hasPrices(totals)) return 'No saving can be stated in money yet: no app has a known cost.';
  const read = isWhole(analysis, 'contracts') ? '' : ' and not every contract was read';
  return `Nothing to decide: the apps with seat counts show no saving with enough evidence${read}.`;
}
