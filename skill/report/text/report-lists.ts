import { type Answer, answerQuestions } from '../../analysis/analyze.ts';
import type { AnalyzedApp, Analysis, Finding, Minor, Renewal } from '../../analysis/contract.ts';
import { sliceId } from '../../analysis/facts.ts';
import { boundedMoney } from '../base/bounds.ts';
import { isUsable } from '../base/coverage.ts';
import type { Part, Sentence } from '../base/sentence.ts';
import type { ReportPart, ReportSection } from './report-record.ts';

/** Longest list; the whole is in the JSON and the CSV. */
const most = 20;

type Row = readonly Sentence[];

export function listSections(analysis: Analysis): ReportSection[] {
  const { renewing60, usersOver100 } = answerQuestions(analysis);
  const costly = analysis.apps
    .filter(({ costAnnual }) => costAnnual !== null)
    .toSorted((a, b) => (b.costAnnual ?? 0) - (a.costAnnual ?? 0) || a.id - b.id);
  const review = analysis.findings
    .filter(({ queue }) => queue === 'review')
    .toSorted((a, b) => (b.amount ?? 0) - (a.amount ?? 0) || (a.id < b.id ? -1 : 1));
  return [
    {
      title: 'Contracts that end soon',
      parts: isUsable(analysis, 'contracts')
        ? renewalTable(renewing60, analysis.renewals.length)
        : [{ say: ['Unknown: the contracts could not be read.'] }],
    },
    { title: 'Apps that cost most', parts: costTable(costly, analysis.apps.length) },
    { title: 'Apps with most users', parts: userTable(usersOver100, analysis.apps.length) },
    { title: 'For a person to judge', parts: reviewTable(review, analysis) },
    ...sliceSection(analysis),
  ];
}

function renewalTable(answer: Answer<Renewal<Minor>>, of: number): ReportPart[] {
  const rows = answer.items
    .slice(0, most)
    .map(({ contractId: id, name, termEnd, deadline, bucket, autoRenew, annualValue }): Row => [
      [{ name }],
      [dated(termEnd, `renewal/${id}/termEnd`)],
      [dated(deadline, `renewal/${id}/deadline`), missedMark(bucket, autoRenew)],
      [money(annualValue, `renewal/${id}/annualValue`)],
    ]);
  return answerTable(['Contract', 'Term ends', 'Notice by', 'A year'], rows, [3], {
    ...answer,
    of,
    silent: 'contracts do not say when they end',
  });
}

/** Only what renews by itself can be missed. */
function missedMark(bucket: Renewal<Minor>['bucket'], renews: boolean | null): string {
  if (bucket !== 'missed') return '';
  return renews === null ? ' (missed, if it renews by itself)' : ' (missed)';
}

function costTable(apps: readonly AnalyzedApp<Minor>[], of: number): ReportPart[] {
  const rows = apps
    .slice(0, most)
    .map(({ id, name, expenses12m, costAnnual, costComplete, seats, action, hardSavingAnnual }): Row => [
      [{ name }],
      boundedMoney(costAnnual, `app/${id}/costAnnual`, costComplete),
      [money(expenses12m, `app/${id}/expenses12m`)],
      // Nobody has looked for a saving where nothing is known of the seats.
      seats === null && action === 'keep' && hardSavingAnnual === 0
        ? ['unknown']
        : [money(hardSavingAnnual, `app/${id}/hardSavingAnnual`)],
    ]);
  return answerTable(['App', 'Cost a year', 'Spend', 'Leaves the bill'], rows, [1, 2, 3], {
    total: apps.length,
    unknown: of - apps.length,
    of,
    silent: 'apps have no known cost',
  });
}

function userTable(answer: Answer<AnalyzedApp<Minor>>, of: number): ReportPart[] {
  const rows = answer.items
    .slice(0, most)
    .map(({ id, name, activeUsers, costPerActiveUser }): Row => [
      [{ name }],
      [activeUsers === null ? 'unknown' : { count: activeUsers, fact: `app/${id}/activeUsers` }],
      [money(costPerActiveUser, `app/${id}/costPerActiveUser`)],
    ]);
  return answerTable(['App', 'Active users', 'Cost each'], rows, [1, 2], {
    ...answer,
    of,
    silent: 'apps have no count of users',
  });
}

function reviewTable(findings: readonly Finding<Minor>[], analysis: Analysis): ReportPart[] {
  const apps = new Map(analysis.apps.map(({ id, name }) => [id, name]));
  const contracts = new Map(analysis.renewals.map(({ contractId, name }) => [contractId, name]));
  const rows = findings
    .slice(0, most)
    .map(({ id, type, appId, contractId, amount, confidence }): Row => [
      [type.replaceAll('-', ' ')],
      [named(apps.get(appId ?? -1) ?? contracts.get(contractId ?? -1))],
      [money(amount, `finding/${id}/amount`)],
      [confidence],
    ]);
  const table = tableOrNone(['Finding', 'About', 'Touches', 'Confidence'], rows, [2], findings.length);
  return findings.length === 0
    ? table
    : [...table, { say: ['Each of these amounts is separate; never add them up.'] }];
}

/** Where what the view cuts by was not read there is nothing to cut, and the text says so. */
function sliceSection(analysis: Analysis): ReportSection[] {
  const view = analysis.inputs.config.organizationalView;
  const title = view === null ? 'Organizational View' : 'By Organizational View';
  if (analysis.slices.length > 0) return [{ title, parts: sliceTable(analysis) }];
  return view === null ? [] : [{ title, parts: [{ say: [notReadWords[view.entity]] }] }];
}

const notReadWords = {
  app: 'Torii lists no apps.',
  contract: 'Unknown: no contract was read.',
  transaction: 'Unknown: the transactions were not read.',
  user: 'Unknown: the people and the users of the apps were not read. Read them with `--depth users`.',
} as const;

function sliceTable({ slices }: Analysis): ReportPart[] {
  const rows = slices.map(({ value, baselineAnnual, apps }): Row => {
    const id = `slice/${sliceId(value)}`;
    return [
      [{ text: value, fact: `${id}/value` }],
      [{ money: baselineAnnual, fact: `${id}/baselineAnnual` }],
      [{ count: apps, fact: `${id}/apps` }],
    ];
  });
  return tableOrNone(['Value', 'Baseline', 'Apps'], rows, [1, 2], slices.length);
}

interface Told {
  readonly total: number;
  /** Records that do not say. */
  readonly unknown: number;
  readonly of: number;
  readonly silent: string;
}

/** "None" is said only of records that say so; where all are silent, nothing is known. */
function answerTable(
  header: readonly string[],
  rows: readonly Row[],
  right: readonly number[],
  { total, unknown, of, silent }: Told,
): ReportPart[] {
  if (total > 0 || unknown === 0) return tableOrNone(header, rows, right, total);
  return [
    { say: [unknown >= of ? `Not recorded: the ${silent}.` : `None that is recorded; some ${silent}.`] },
  ];
}

/** Where a list goes on. */
export const thereAreMore = 'There are more; the JSON and the CSV list them all.';

function tableOrNone(
  header: readonly string[],
  rows: readonly Row[],
  right: readonly number[],
  total: number,
): ReportPart[] {
  if (total === 0) return [{ say: ['None.'] }];
  const table: ReportPart = { table: { header, rows, right } };
  return total > rows.length ? [table, { say: [thereAreMore] }] : [table];
}

function money(minor: Minor | null, fact: string): Part {
  return minor === null ? 'unknown' : { money: minor, fact };
}

function named(name: string | undefined): Part {
  return name === undefined ? 'several apps' : { name };
}

function dated(date: string | null, fact: string): Part {
  return date === null ? 'unknown' : { date, fact };
}
