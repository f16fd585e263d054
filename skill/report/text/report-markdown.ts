/**
 * The whole analysis for a reader: what the brief says, and the lists behind it. Every figure cites its
 * fact, so the text can be checked against the analysis; `plain` leaves the citations out.
 */
import { answerQuestions } from '../../analysis/analyze.ts';
import type { AnalyzedApp, Analysis, Finding, Minor, Renewal } from '../../analysis/contract.ts';
import { sliceId } from '../../analysis/facts.ts';
import { briefOf } from './brief.ts';
import { advisory, decisionLines, headLines, unknownLines, type Say } from './brief-markdown.ts';
import { markdownTable } from './markdown-table.ts';
import { escaped, markdownOf, type Part, type Style } from '../base/sentence.ts';
import { isUsable, sourceNames } from '../base/standing.ts';
import { viewNotes } from './view-note.ts';

export function reportMarkdown(analysis: Analysis, style: Style): string {
  const brief = briefOf(analysis);
  const say: Say = (sentence) => markdownOf(sentence, analysis.currency, style);
  const body = brief.hasData ? [...figureLines(analysis, say), ...listLines(analysis, say)] : [];
  return `${[
    ...headLines('SaaS rationalization report', brief),
    ...viewNotes(analysis).flatMap((note) => [`> ${escaped(note)}`, '']),
    say(brief.headline),
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
  ['Baseline', 'baselineAnnual'],
  ['Projected under the plan', 'projectedAnnual'],
  ['Hard saving', 'hardSavingAnnual'],
  ['… that can still be decided', 'decidableAnnual'],
  ['… that is locked', 'lockedAnnual'],
  ['… with an unknown exit date', 'exitUnknownAnnual'],
  ['Waste: idle seats, recoverable or not', 'wasteAnnual'],
  ['Seats without usage data', 'unknownSeatValueAnnual'],
  ['Cost avoidance, apart', 'avoidanceAnnual'],
  ['One-time cost, apart', 'oneTime'],
  ['Liability of seats beyond those purchased, apart', 'liabilityAnnual'],
] as const;

function figureLines(analysis: Analysis, say: Say): string[] {
  const rows = totals.map(([name, field]) => [
    name,
    say([{ money: analysis.totals[field], fact: `totals/${field}` }]),
  ]);
  const { apps, pricedApps, hiddenApps } = analysis.totals;
  const coverage = say([
    { count: pricedApps, fact: 'totals/pricedApps' },
    ' of ',
    { count: apps, fact: 'totals/apps' },
    ' apps have a known cost; ',
    { count: hiddenApps, fact: 'totals/hiddenApps' },
    hiddenApps === 1 ? ' hidden app is counted apart.' : ' hidden apps are counted apart.',
  ]);
  return section('Figures', [...markdownTable(['', `${analysis.currency} a year`], rows, [1]), '', coverage]);
}

/** Longest list; the whole is in the JSON and the CSV. */
const most = 20;

function listLines(analysis: Analysis, say: Say): string[] {
  const { renewing60, topSpend, usersOver100 } = answerQuestions(analysis);
  const review = analysis.findings
    .filter(({ queue }) => queue === 'review')
    .toSorted((a, b) => (b.amount ?? 0) - (a.amount ?? 0) || (a.id < b.id ? -1 : 1));
  return [
    ...section(
      'Contracts that end soon',
      isUsable(analysis, 'contracts')
        ? renewalTable(renewing60.items, say)
        : ['Unknown: the contracts could not be read.'],
    ),
    ...section('Apps that cost most', spendTable(topSpend.items, say)),
    ...section('Apps with most users', userTable(usersOver100.items, say)),
    ...section('For a person to judge', reviewTable(review, analysis, say)),
    ...(analysis.slices.length === 0 ? [] : section(viewName(analysis), sliceTable(analysis, say))),
  ];
}

function renewalTable(renewals: readonly Renewal<Minor>[], say: Say): string[] {
  const rows = renewals
    .slice(0, most)
    .map(({ contractId: id, name, termEnd, deadline, annualValue }) => [
      say([{ name }]),
      say([dated(termEnd, `renewal/${id}/termEnd`)]),
      say([dated(deadline, `renewal/${id}/deadline`)]),
      say([money(annualValue, `renewal/${id}/annualValue`)]),
    ]);
  return tableOrNone(['Contract', 'Term ends', 'Notice by', 'A year'], rows, [3], renewals.length);
}

function spendTable(apps: readonly AnalyzedApp<Minor>[], say: Say): string[] {
  const rows = apps
    .slice(0, most)
    .map(({ id, name, expenses12m, costAnnual, hardSavingAnnual }) => [
      say([{ name }]),
      say([money(expenses12m, `app/${id}/expenses12m`)]),
      say([money(costAnnual, `app/${id}/costAnnual`)]),
      say([money(hardSavingAnnual, `app/${id}/hardSavingAnnual`)]),
    ]);
  return tableOrNone(['App', 'Spend', 'Cost a year', 'Hard saving'], rows, [1, 2, 3], apps.length);
}

function userTable(apps: readonly AnalyzedApp<Minor>[], say: Say): string[] {
  const rows = apps
    .slice(0, most)
    .map(({ id, name, activeUsers, costPerActiveUser }) => [
      say([{ name }]),
      say([activeUsers === null ? 'unknown' : { count: activeUsers, fact: `app/${id}/activeUsers` }]),
      say([money(costPerActiveUser, `app/${id}/costPerActiveUser`)]),
    ]);
  return tableOrNone(['App', 'Active users', 'Cost each'], rows, [1, 2], apps.length);
}

function reviewTable(findings: readonly Finding<Minor>[], analysis: Analysis, say: Say): string[] {
  const apps = new Map(analysis.apps.map(({ id, name }) => [id, name]));
  const contracts = new Map(analysis.renewals.map(({ contractId, name }) => [contractId, name]));
  const rows = findings
    .slice(0, most)
    .map(({ id, type, appId, contractId, amount, confidence }) => [
      type.replaceAll('-', ' '),
      say([{ name: apps.get(appId ?? -1) ?? contracts.get(contractId ?? -1) ?? 'several apps' }]),
      say([money(amount, `finding/${id}/amount`)]),
      confidence,
    ]);
  const table = tableOrNone(['Finding', 'About', 'Touches', 'Confidence'], rows, [2], findings.length);
  return findings.length === 0
    ? table
    : [...table, '', 'These amounts stand alone; they are never added up.'];
}

function viewName({ inputs }: Analysis): string {
  return inputs.config.organizationalView === null ? 'Organizational View' : 'By Organizational View';
}

function sliceTable({ slices }: Analysis, say: Say): string[] {
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

function completenessLines({ completeness }: Analysis, say: Say): string[] {
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

function dated(date: string | null, fact: string): Part {
  return date === null ? 'unknown' : { date, fact };
}
