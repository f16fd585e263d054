/**
 * The whole analysis for a reader: what the brief says, and the lists behind it. Every figure cites its
 * fact, so the text can be checked against the analysis; `plain` leaves the citations out.
 */
import { type Answer, answerQuestions } from '../../analysis/analyze.ts';
import type {
  AnalyzedApp,
  Analysis,
  CostComplete,
  Finding,
  Minor,
  Renewal,
} from '../../analysis/contract.ts';
import { baselineComplete, sliceId } from '../../analysis/facts.ts';
import { boundedMoney } from '../base/bounds.ts';
import { briefOf } from './brief.ts';
import { advisory, decisionLines, headLines, unknownLines, type RenderSentence } from './brief-markdown.ts';
import { markdownTable } from './markdown-table.ts';
import { markdownOf, type Part, spokenMarkdown, type Style } from '../base/sentence.ts';
import { isUsable, sourceNames } from '../base/coverage.ts';
import { viewSentences } from './view-note.ts';

export function reportMarkdown(analysis: Analysis, style: Style): string {
  const brief = briefOf(analysis);
  const say: RenderSentence = (sentence) => markdownOf(sentence, analysis.currency, style);
  const body = brief.hasData ? [...figureLines(analysis, say), ...listLines(analysis, say)] : [];
  return `${[
    ...headLines('SaaS rationalization report', brief),
    ...viewSentences(analysis).flatMap((sentence) => [`> ${say(sentence)}`, '']),
    spokenMarkdown(brief.headline, analysis.currency, style),
    '',
    ...(brief.hasData ? section('Decisions to take', decisionLines(brief.decisions, say)) : []),
    ...body,
    ...section('What is not known', unknownLines(brief.unknowns, say)),
    ...section(
      'What this takes for granted',
      brief.assumptions.map((sentence) => `- ${say(sentence)}`),
    ),
    ...section('Completeness', completenessLines(analysis, say)),
    ...section('Self-audit', auditLines(analysis)),
    advisory,
  ].join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return [`## ${title}`, '', ...lines, ''];
}

const totals = [
  ['Own part of the baseline', 'partAnnual'],
  ['Baseline', 'baselineAnnual'],
  ['Projected under the plan', 'projectedAnnual'],
  ['Leaves the bill', 'hardSavingAnnual'],
  ['… that can still be decided', 'decidableAnnual'],
  ['… that is locked', 'lockedAnnual'],
  ['… without a recorded date to leave', 'exitUnknownAnnual'],
  ['Waste: idle seats, recoverable or not', 'wasteAnnual'],
  ['Seats without usage data', 'unknownSeatValueAnnual'],
  ['Cost avoidance, apart', 'avoidanceAnnual'],
  ['One-time cost, apart', 'oneTime'],
  ['Liability of seats beyond those purchased, apart', 'liabilityAnnual'],
] as const;

function figureLines(analysis: Analysis, say: RenderSentence): string[] {
  const rows = totals
    .filter(([, field]) => analysis.totals[field] !== undefined)
    .map(([name, field]) => [
      name,
      say(boundedMoney(amountOf(analysis, field), `totals/${field}`, boundOf(field, analysis))),
    ]);
  const { apps, pricedApps, partlyPricedApps, hiddenApps } = analysis.totals;
  const coverage = say([
    { count: pricedApps, fact: 'totals/pricedApps' },
    ' of ',
    { count: apps, fact: 'totals/apps' },
    ' apps have a known cost',
    ...(partlyPricedApps === 0
      ? []
      : [', and ', { count: partlyPricedApps, fact: 'totals/partlyPricedApps' }, ' more in part']),
    '; ',
    { count: hiddenApps, fact: 'totals/hiddenApps' },
    hiddenApps === 1 ? ' hidden app is counted apart.' : ' hidden apps are counted apart.',
  ]);
  return section('Figures', [...markdownTable(['', `${analysis.currency} a year`], rows, [1]), '', coverage]);
}

type TotalField = (typeof totals)[number][1];

/** Where the hard saving is unknown, its parts are too. */
function amountOf({ totals: all }: Analysis, field: TotalField): Minor | null {
  if (all.hardSavingAnnual === null && partsOfSaving.has(field)) return null;
  // Without seat counts nobody knows whether more are assigned than were bought.
  return all.wasteAnnual === null && field === 'liabilityAnnual' ? null : (all[field] ?? null);
}

const partsOfSaving: ReadonlySet<TotalField> = new Set([
  'decidableAnnual',
  'lockedAnnual',
  'exitUnknownAnnual',
]);

/** What is left out of the baseline is left out of what the plan makes of it. */
function boundOf(field: TotalField, analysis: Analysis): CostComplete {
  return field === 'baselineAnnual' || field === 'projectedAnnual' ? baselineComplete(analysis) : 'whole';
}

/** Longest list; the whole is in the JSON and the CSV. */
const most = 20;

function listLines(analysis: Analysis, say: RenderSentence): string[] {
  const { renewing60, usersOver100 } = answerQuestions(analysis);
  const costly = analysis.apps
    .filter(({ costAnnual }) => costAnnual !== null)
    .toSorted((a, b) => (b.costAnnual ?? 0) - (a.costAnnual ?? 0) || a.id - b.id);
  const review = analysis.findings
    .filter(({ queue }) => queue === 'review')
    .toSorted((a, b) => (b.amount ?? 0) - (a.amount ?? 0) || (a.id < b.id ? -1 : 1));
  return [
    ...section(
      'Contracts that end soon',
      isUsable(analysis, 'contracts')
        ? renewalTable(renewing60, analysis.renewals.length, say)
        : ['Unknown: the contracts could not be read.'],
    ),
    ...section('Apps that cost most', costTable(costly, analysis.apps.length, say)),
    ...section('Apps with most users', userTable(usersOver100, analysis.apps.length, say)),
    ...section('For a person to judge', reviewTable(review, analysis, say)),
    ...sliceSection(analysis, say),
  ];
}

function renewalTable(answer: Answer<Renewal<Minor>>, of: number, say: RenderSentence): string[] {
  const rows = answer.items
    .slice(0, most)
    .map(({ contractId: id, name, termEnd, deadline, bucket, annualValue }) => [
      say([{ name }]),
      say([dated(termEnd, `renewal/${id}/termEnd`)]),
      say([dated(deadline, `renewal/${id}/deadline`), bucket === 'missed' ? ' (missed)' : '']),
      say([money(annualValue, `renewal/${id}/annualValue`)]),
    ]);
  return answerTable(['Contract', 'Term ends', 'Notice by', 'A year'], rows, [3], {
    ...answer,
    of,
    silent: 'contracts do not say when they end',
  });
}

function costTable(apps: readonly AnalyzedApp<Minor>[], of: number, say: RenderSentence): string[] {
  const rows = apps
    .slice(0, most)
    .map(({ id, name, expenses12m, costAnnual, costComplete, seats, action, hardSavingAnnual }) => [
      say([{ name }]),
      say(boundedMoney(costAnnual, `app/${id}/costAnnual`, costComplete)),
      say([money(expenses12m, `app/${id}/expenses12m`)]),
      // Nobody has looked for a saving where nothing is known of the seats.
      seats === null && action === 'keep' && hardSavingAnnual === 0
        ? 'unknown'
        : say([money(hardSavingAnnual, `app/${id}/hardSavingAnnual`)]),
    ]);
  return answerTable(['App', 'Cost a year', 'Spend', 'Leaves the bill'], rows, [1, 2, 3], {
    total: apps.length,
    unknown: of - apps.length,
    of,
    silent: 'apps have no known cost',
  });
}

function userTable(answer: Answer<AnalyzedApp<Minor>>, of: number, say: RenderSentence): string[] {
  const rows = answer.items
    .slice(0, most)
    .map(({ id, name, activeUsers, costPerActiveUser }) => [
      say([{ name }]),
      say([activeUsers === null ? 'unknown' : { count: activeUsers, fact: `app/${id}/activeUsers` }]),
      say([money(costPerActiveUser, `app/${id}/costPerActiveUser`)]),
    ]);
  return answerTable(['App', 'Active users', 'Cost each'], rows, [1, 2], {
    ...answer,
    of,
    silent: 'apps have no count of users',
  });
}

function reviewTable(findings: readonly Finding<Minor>[], analysis: Analysis, say: RenderSentence): string[] {
  const apps = new Map(analysis.apps.map(({ id, name }) => [id, name]));
  const contracts = new Map(analysis.renewals.map(({ contractId, name }) => [contractId, name]));
  const rows = findings
    .slice(0, most)
    .map(({ id, type, appId, contractId, amount, confidence }) => [
      type.replaceAll('-', ' '),
      say([named(apps.get(appId ?? -1) ?? contracts.get(contractId ?? -1))]),
      say([money(amount, `finding/${id}/amount`)]),
      confidence,
    ]);
  const table = tableOrNone(['Finding', 'About', 'Touches', 'Confidence'], rows, [2], findings.length);
  return findings.length === 0
    ? table
    : [...table, '', 'Each of these amounts is separate; never add them up.'];
}

/** Where what the view cuts by was not read there is nothing to cut, and the text says so. */
function sliceSection(analysis: Analysis, say: RenderSentence): string[] {
  const view = analysis.inputs.config.organizationalView;
  if (analysis.slices.length > 0) return section(viewName(analysis), sliceTable(analysis, say));
  return view === null ? [] : section(viewName(analysis), [notReadWords[view.entity]]);
}

const notReadWords = {
  app: 'Torii lists no apps.',
  contract: 'Unknown: no contract was read.',
  transaction: 'Unknown: the transactions were not read.',
  user: 'Unknown: the people and the users of the apps were not read. Read them with `--depth users`.',
} as const;

function viewName({ inputs }: Analysis): string {
  return inputs.config.organizationalView === null ? 'Organizational View' : 'By Organizational View';
}

function sliceTable({ slices }: Analysis, say: RenderSentence): string[] {
  const rows = slices.map(({ value, baselineAnnual, apps }) => {
    const id = `slice/${sliceId(value)}`;
    return [
      say([{ text: value, fact: `${id}/value` }]),
      say([{ money: baselineAnnual, fact: `${id}/baselineAnnual` }]),
      say([{ count: apps, fact: `${id}/apps` }]),
    ];
  });
  return tableOrNone(['Value', 'Baseline', 'Apps'], rows, [1, 2], slices.length);
}

function completenessLines({ completeness }: Analysis, say: RenderSentence): string[] {
  const rows = completeness.map(({ source, status, rows, total }) => [
    sourceNames[source],
    status.replaceAll('-', ' '),
    // A count of what nobody asked for would read as "none".
    status === 'not-read' ? '' : say([{ count: rows, fact: `source/${source}/rows` }]),
    say([total === null ? '' : { count: total, fact: `source/${source}/total` }]),
  ]);
  return markdownTable(['Source', 'Status', 'Rows', 'Of'], rows, [2, 3]);
}

/** Details hold figures of their own; the names of the checks say enough here. */
function auditLines({ selfAudit }: Analysis): string[] {
  const failed = selfAudit.filter(({ ok }) => !ok);
  return failed.length === 0
    ? ['Every check holds.']
    : failed.map(({ check }) => `- Does not hold: ${check}.`);
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
  rows: readonly (readonly string[])[],
  rightAligned: readonly number[],
  { total, unknown, of, silent }: Told,
): string[] {
  if (total > 0 || unknown === 0) return tableOrNone(header, rows, rightAligned, total);
  return unknown >= of ? [`Not recorded: the ${silent}.`] : [`None that is recorded; some ${silent}.`];
}

function tableOrNone(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  rightAligned: readonly number[],
  total: number,
): string[] {
  if (total === 0) return ['None.'];
  const table = markdownTable(header, rows, rightAligned);
  return total > rows.length ? [...table, '', 'There are more; the JSON and the CSV list them all.'] : table;
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
