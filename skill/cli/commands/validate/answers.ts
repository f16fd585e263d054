/** The three questions with the evidence for each answer: its field, its source, and what is in the way. */
import type { AnalyzedApp, Minor, Renewal } from '../../../analysis/contract.ts';
import { answerQuestions, type Answer } from '../../../analysis/analyze.ts';
import { renderCount, renderMoney } from '../../../analysis/facts.ts';
import type { Value } from '../../../mapping/portfolio.ts';
import type { Completeness, TenantRecords } from '../../../torii/read.ts';
import type { TenantAnalysis } from '../../inputs/analysis-of.ts';
import type { SourceKind } from '../../inputs/source.ts';
import { table } from '../../terminal/table.ts';
import { LINE_WIDTH } from '../../terminal/wrap-text.ts';
import { diagnose, unusable } from './diagnosis.ts';
import type { AskedField } from './mapped-field.ts';
import type { Diagnosis } from './symptoms.ts';

export interface QuestionAnswer {
  readonly title: string;
  /** False: nothing is known, so a count would be a guess. */
  readonly answered: boolean;
  readonly total: number;
  /** Records that do not state what is asked, and how many there are. */
  readonly unknown: number;
  readonly of: number;
  /** What is counted, in the plural. */
  readonly noun: 'apps' | 'contracts';
  readonly hidden: number;
  /** What it comes to, with its bound; null where no money is asked for. */
  readonly worth: string | null;
  readonly path: AskedField;
  readonly certificate: Completeness | undefined;
  readonly table: string;
  readonly diagnoses: readonly Diagnosis[];
}

interface Asked<Item> {
  readonly title: string;
  readonly path: AskedField;
  readonly answer: Answer<Item>;
  readonly of: number;
  readonly worth: string | null;
  readonly table: string;
  /** The mapped field of every record that was read. */
  readonly values: readonly Value<unknown>[];
  /** True when at least one record answers the question either way. */
  readonly known: boolean;
}

/** Everything under the title of a question is set in by this much. */
export const INDENT = '   ';

/** How many apps “top” shows. */
const TOP = 10;

export function answersOf(
  records: TenantRecords,
  result: TenantAnalysis,
  kind: SourceKind,
): readonly QuestionAnswer[] {
  return [manyUsers(result), renewing(result), topSpend(result)].map((asked) =>
    answerOf(asked, records, result, kind),
  );
}

function answerOf(
  asked: Asked<unknown>,
  records: TenantRecords,
  result: TenantAnalysis,
  kind: SourceKind,
): QuestionAnswer {
  const { title, path, answer, of, values, known, worth } = asked;
  const noun = path === 'fields.contract.termEnd' ? 'contracts' : 'apps';
  const certificate = result.analysis.completeness.find(({ source }) => source === noun);
  return {
    title,
    answered: !unusable(certificate) && (known || values.length === 0),
    total: answer.total,
    unknown: answer.unknown,
    of,
    noun,
    hidden: noun === 'apps' ? result.analysis.totals.hiddenApps : 0,
    worth,
    path,
    certificate,
    table: asked.table,
    diagnoses: diagnose({ path, values, certificate, kind, records, result }),
  };
}

function manyUsers({ analysis, portfolio }: TenantAnalysis): Asked<AnalyzedApp<Minor>> {
  const answer = answerQuestions(analysis).usersOver100;
  const rows = answer.items.map(({ name, activeUsers, lastUsedAt }) => [
    name,
    renderCount(activeUsers ?? 0),
    lastUsedAt ?? 'unknown',
  ]);
  return {
    title: 'Apps with more than 100 users',
    path: 'fields.app.activeUsers',
    answer,
    of: analysis.apps.length,
    worth: null,
    table: rowTable(['app', 'active users', 'last used'], rows, 1),
    values: portfolio.apps.map(({ activeUsers }) => activeUsers),
    known: analysis.apps.some(({ activeUsers }) => activeUsers !== null),
  };
}

function renewing({ analysis, portfolio }: TenantAnalysis): Asked<Renewal<Minor>> {
  const answer = answerQuestions(analysis).renewing60;
  const rows = answer.items.map((renewal) => [
    renewal.termEnd ?? '',
    renewal.appName ?? 'unknown',
    deadlineText(renewal),
    renewal.autoRenew === null ? 'unknown' : renewal.autoRenew ? 'yes' : 'no',
    moneyText(renewal.annualValue, analysis.currency),
    renewal.name,
  ]);
  const header = ['term ends', 'app', 'give notice by', 'renews', 'a year', 'contract'];
  return {
    title: 'Contracts renewing in the next 60 days',
    path: 'fields.contract.termEnd',
    answer,
    of: analysis.renewals.length,
    worth: worthText(
      answer.items.map(({ annualValue }) => annualValue),
      analysis.currency,
    ),
    table: rowTable(header, rows, 4),
    values: portfolio.contracts.map(({ termEnd }) => termEnd),
    known: analysis.renewals.some(({ termEnd }) => termEnd !== null),
  };
}

function topSpend({ analysis, portfolio }: TenantAnalysis): Asked<AnalyzedApp<Minor>> {
  const answer = answerQuestions(analysis).topSpend;
  const rows = answer.items
    .slice(0, TOP)
    .map(({ name, expenses12m, category }) => [
      name,
      moneyText(expenses12m, analysis.currency),
      category ?? 'unknown',
    ]);
  return {
    title: 'Top apps by 12-month spend',
    path: 'fields.app.spend12m',
    answer,
    of: analysis.apps.length,
    worth: worthText(
      analysis.apps.map(({ expenses12m }) => expenses12m),
      analysis.currency,
    ),
    table: rowTable(['app', '12-month spend', 'category'], rows, 1),
    values: portfolio.apps.map(({ spend12m }) => spend12m),
    known: analysis.apps.some(({ expenses12m }) => expenses12m !== null),
  };
}

/** Empty without rows; room is left for the indentation of an answer. */
function rowTable(header: readonly string[], rows: readonly string[][], figures: number): string {
  return rows.length === 0 ? '' : table(header, rows, [figures], LINE_WIDTH - INDENT.length);
}

function deadlineText({ deadline, bucket, noticeAssumed }: Renewal<Minor>): string {
  if (deadline === null) return 'unknown';
  const assumed = noticeAssumed ? ' (assumed)' : '';
  return bucket === 'missed' ? `${deadline} (missed)${assumed}` : `${deadline}${assumed}`;
}

/** A sum of what is known is at least that much, and says how many say nothing. */
function worthText(amounts: readonly (Minor | null)[], currency: string): string {
  const known = amounts.flatMap((amount) => amount ?? []);
  const silent = amounts.length - known.length;
  if (known.length === 0) return amounts.length === 0 ? renderMoney(0, currency) : 'unknown';
  const sum = renderMoney(
    known.reduce((all, one) => all + one, 0),
    currency,
  );
  if (silent === 0) return `${sum} in all`;
  return `at least ${sum} in all: ${renderCount(silent)} of ${renderCount(amounts.length)} ${silent === 1 ? 'states' : 'state'} no amount`;
}

function moneyText(minor: Minor | null, currency: string): string {
  return minor === null ? 'unknown' : renderMoney(minor, currency);
}
