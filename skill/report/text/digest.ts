/**
 * The digest: one screen about one run, to be read in a chat or a mail.
 *
 * In: an analysis and what is known of the run before it. Out: its content as data, every figure with
 * the fact it is. Where the apps could not be read there is no digest but "no data": an empty result is
 * never passed off as a result. No person is named.
 */
import type { Analysis, IsoDate } from '../../analysis/contract.ts';
import type { Fact } from '../../analysis/facts.ts';
import { changeSentences } from '../changes/change-sentences.ts';
import { changesSince, type Previous } from '../changes/changes.ts';
import { decisionsToTake, type Decisions } from '../decisions/decide.ts';
import { headlineOf } from '../decisions/outlook.ts';
import type { Sentence } from '../base/sentence.ts';
import { isUsable, labelsOf, statusWords, type Label } from '../base/coverage.ts';
import { historyFacts, historyTable } from '../history/history-table.ts';
import type { TimePoint } from '../history/over-time.ts';
import type { ReportTable } from '../base/report-table.ts';
import type { Unknown } from './unknown.ts';
import { unknownsOf } from './unknowns.ts';

export interface DigestContext {
  /** The run before; null = this is the first. */
  readonly previous?: Previous | null;
  readonly nextRun?: IsoDate | null;
  /** Where the dashboard is. */
  readonly link?: string | null;
  /** Where in the mapping it no longer fits the tenant, the worst first; null = nobody compared. */
  readonly drift?: readonly string[] | null;
  /** The runs up to this one, to be shown as a table. */
  readonly history?: readonly TimePoint[];
}

interface Frame {
  readonly asOf: IsoDate;
  readonly nextRun: IsoDate | null;
  readonly link: string | null;
}

export interface NoData extends Frame {
  readonly kind: 'no-data';
  /** Why, and what can be done about it. */
  readonly reason: string;
}

export interface RunDigest extends Frame {
  readonly kind: 'run';
  readonly tenant: string;
  readonly currency: string;
  readonly labels: readonly Label[];
  readonly headline: Sentence;
  readonly decisions: Decisions;
  /** Date of the run before; null = this is the first. */
  readonly since: IsoDate | null;
  readonly changes: readonly Sentence[];
  readonly unknowns: readonly Unknown[];
  readonly drift: readonly string[] | null;
  /** The last runs; null where this is the only one. */
  readonly history: ReportTable | null;
  /** Figures of the run before, for a check of the text. */
  readonly facts: ReadonlyMap<string, Fact>;
}

export type Digest = NoData | RunDigest;

export function digestOf(analysis: Analysis, context: DigestContext = {}): Digest {
  if (!isUsable(analysis, 'apps')) return noData(analysis.asOf, reasonOf(analysis), context);
  const { previous = null, history = [] } = context;
  const changes = previous && changesSince(analysis, previous);
  return {
    kind: 'run',
    ...frame(analysis.asOf, context),
    tenant: analysis.inputs.mapping.tenant,
    currency: analysis.currency,
    labels: labelsOf(analysis),
    headline: headlineOf(analysis),
    decisions: decisionsToTake(analysis, 'digest', ' this week'),
    since: changes?.since ?? null,
    changes: changes === null ? [first] : changeSentences(changes, analysis),
    unknowns: unknownsOf(analysis).slice(0, mostUnknowns),
    drift: context.drift ?? null,
    history: historyTable(history, mostRuns),
    facts: new Map([
      ...(changes?.facts ?? []),
      ...historyFacts(history, analysis.currency),
      ...datesOf(changes?.since ?? null, context.nextRun ?? null),
    ]),
  };
}

/** Dates of other runs, which no record of the tenant holds. */
function datesOf(since: IsoDate | null, nextRun: IsoDate | null): [string, Fact][] {
  return Object.entries({ 'digest/since': since, 'digest/nextRun': nextRun }).flatMap(([id, date]) =>
    date === null ? [] : [[id, { kind: 'date', date }]],
  );
}

/** For a run that got no records at all. */
export function noData(asOf: IsoDate, reason: string, context: DigestContext = {}): NoData {
  return { kind: 'no-data', ...frame(asOf, context), reason };
}

const first: Sentence = ['This is the first digest: there is nothing to compare with yet.'];
/** More would not fit on one screen; those with money come first. */
export const mostUnknowns = 3;
/** On one screen. */
const mostRuns = 4;

function frame(asOf: IsoDate, { nextRun = null, link = null }: DigestContext): Frame {
  return { asOf, nextRun, link };
}

function reasonOf({ completeness }: Analysis): string {
  const status = completeness.find(({ source }) => source === 'apps')?.status ?? 'not-read';
  if (status === 'complete') return '';
  return `The apps ${statusWords[status].what}. ${statusWords[status].remedy}`;
}
