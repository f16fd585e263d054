/** The three questions with the evidence for each answer: its field, its source, and what is in the way. */
import type { AnalyzedApp, Minor, Renewal } from '../../../analysis/contract.ts';
import { answerQuestions, type Answer } from '../../../analysis/analyze.ts';
import type { Value } from '../../../mapping/portfolio.ts';
import type { Completeness, TenantRecords } from '../../../torii/read.ts';
import type { TenantAnalysis } from '../../inputs/analysis-of.ts';
import type { SourceKind } from '../../inputs/source.ts';
import { diagnose, unusable } from './diagnosis.ts';
import type { AskedField } from './mapped-field.ts';
import type { Diagnosis } from './symptoms.ts';

/** What a row says: its key for programs, its title for people, and a value; null = unknown. Money is in minor units. */
export type AnswerCell = { readonly key: string; readonly title: string } & (
  | { readonly kind: 'text'; readonly value: string | null }
  /** An ISO date, and what a reader must know of it. */
  | { readonly kind: 'date'; readonly value: string | null; readonly notes?: readonly string[] }
  | { readonly kind: 'count' | 'money'; readonly value: number | null }
  | { readonly kind: 'truth'; readonly value: boolean | null }
);

/** One record of an answer. */
export type AnswerRow = readonly AnswerCell[];

/** A sum of what is known: where some say nothing, it is at least that much. */
export interface AnswerWorth {
  /** Minor units; null where no record states an amount. */
  readonly sum: Minor | null;
  /** Records that state none. */
  readonly silent: number;
  readonly of: number;
}

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
  /** What it comes to; null where no money is asked for. */
  readonly worth: AnswerWorth | null;
  readonly path: AskedField;
  readonly certificate: Completeness | undefined;
  readonly rows: readonly AnswerRow[];
  readonly diagnoses: readonly Diagnosis[];
}

interface Asked {
  readonly title: string;
  readonly path: AskedField;
  readonly answer: Answer<unknown>;
  readonly of: number;
  readonly worth: AnswerWorth | null;
  readonly rows: readonly AnswerRow[];
  /** The mapped field of every record that was read. */
  readonly values: readonly Value<unknown>[];
  /** True when at least one record answers the question either way. */
  readonly known: boolean;
}

/** How many apps “top” shows. */
const TOP = 10;

export function answersOf(
  records: TenantRecords,
  result: TenantAnalysis,
  kind: SourceKind,
): readonly QuestionAnswer[] {
  const { usersOver100, topSpend } = answerQuestions(result.analysis);
  return [
    appQuestion('Apps with more than 100 users', usersOver100, usersAsked, result),
    renewing(result),
    appQuestion('Top apps by 12-month spend', topSpend, spendAsked, result),
  ].map((asked) => answerOf(asked, records, result, kind));
}

function answerOf(
  { title, path, answer, of, values, known, worth, rows }: Asked,
  records: TenantRecords,
  result: TenantAnalysis,
  kind: SourceKind,
): QuestionAnswer {
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
    rows,
    diagnoses: diagnose({ path, values, certificate, kind, records, result }),
  };
}

/** A question about apps: the field that it rests on, and what its rows show. */
interface AppAsked {
  readonly path: AskedField;
  readonly field: 'activeUsers' | 'spend12m';
  readonly figure: 'activeUsers' | 'expenses12m';
  readonly rowOf: (app: AnalyzedApp<Minor>) => AnswerRow;
}

const usersAsked: AppAsked = {
  path: 'fields.app.activeUsers',
  field: 'activeUsers',
  figure: 'activeUsers',
  rowOf: ({ name, activeUsers, lastUsedAt }) => [
    { key: 'app', title: 'app', kind: 'text', value: name },
    { key: 'activeUsers', title: 'active users', kind: 'count', value: activeUsers },
    { key: 'lastUsedAt', title: 'last used', kind: 'date', value: lastUsedAt },
  ],
};

const spendAsked: AppAsked = {
  path: 'fields.app.spend12m',
  field: 'spend12m',
  figure: 'expenses12m',
  rowOf: ({ name, expenses12m, category }) => [
    { key: 'app', title: 'app', kind: 'text', value: name },
    { key: 'spend12m', title: '12-month spend', kind: 'money', value: expenses12m },
    { key: 'category', title: 'category', kind: 'text', value: category },
  ],
};

function appQuestion(
  title: string,
  answer: Answer<AnalyzedApp<Minor>>,
  { path, field, figure, rowOf }: AppAsked,
  { analysis, portfolio }: TenantAnalysis,
): Asked {
  // “Top” is a few; everybody who meets a condition is shown.
  const shown = field === 'spend12m' ? answer.items.slice(0, TOP) : answer.items;
  return {
    title,
    path,
    answer,
    of: analysis.apps.length,
    worth: field === 'spend12m' ? worthOfAmounts(analysis.apps.map(({ expenses12m }) => expenses12m)) : null,
    rows: shown.map(rowOf),
    values: portfolio.apps.map((app) => app[field]),
    known: analysis.apps.some((app) => app[figure] !== null),
  };
}

function renewing({ analysis, portfolio }: TenantAnalysis): Asked {
  const answer = answerQuestions(analysis).renewing60;
  return {
    title: 'Contracts renewing in the next 60 days',
    path: 'fields.contract.termEnd',
    answer,
    of: analysis.renewals.length,
    worth: worthOfAmounts(answer.items.map(({ annualValue }) => annualValue)),
    rows: answer.items.map(renewalRow),
    values: portfolio.contracts.map(({ termEnd }) => termEnd),
    known: analysis.renewals.some(({ termEnd }) => termEnd !== null),
  };
}

function renewalRow(renewal: Renewal<Minor>): AnswerRow {
  return [
    { key: 'termEnd', title: 'term ends', kind: 'date', value: renewal.termEnd },
    { key: 'app', title: 'app', kind: 'text', value: renewal.appName },
    {
      key: 'noticeBy',
      title: 'give notice by',
      kind: 'date',
      value: renewal.deadline,
      notes: deadlineNotes(renewal),
    },
    { key: 'autoRenew', title: 'renews', kind: 'truth', value: renewal.autoRenew },
    { key: 'annualValue', title: 'a year', kind: 'money', value: renewal.annualValue },
    { key: 'contract', title: 'contract', kind: 'text', value: renewal.name },
  ];
}

function deadlineNotes({ bucket, noticeAssumed }: Renewal<Minor>): string[] {
  return [...(bucket === 'missed' ? ['missed'] : []), ...(noticeAssumed ? ['assumed'] : [])];
}

function worthOfAmounts(amounts: readonly (Minor | null)[]): AnswerWorth {
  const known = amounts.flatMap((amount) => amount ?? []);
  const isKnown = known.length > 0 || amounts.length === 0;
  return {
    sum: isKnown ? known.reduce((all, one) => all + one, 0) : null,
    silent: amounts.length - known.length,
    of: amounts.length,
  };
}
