import type { ReactNode } from 'react';
import { sourceNames } from '../../skill/report/texts.ts';
import { explain } from '../../skill/torii/failure.ts';
import type { Completeness as Certificate, Source, SourceStatus } from '../../skill/torii/read.ts';
import { formatCount, formatInstant, formatTimeOfDay } from '../parts/text.ts';
import { Tag, type Tone } from '../parts/layout.ts';
import { useSessionState } from '../session/session.ts';
import type { Results, SessionState } from '../session/state.ts';

/** How completely a source was read, in one or two words and, where that is not all, in a sentence. */
export interface CompletenessBadge {
  readonly tone: Tone;
  readonly label: string;
  readonly sentence: string;
}

/** Sources of the first reading; the others wait until a view asks. */
const alwaysRead: readonly Source[] = ['fields', 'apps', 'contracts'];

/** The part of the state that says how completely the sources were read. */
export type ReadState = Pick<SessionState, 'phase' | 'results' | 'stale'>;

/** One source, as its certificate and the latest reading have it. */
export function describeSource(state: ReadState, source: Source): CompletenessBadge {
  const { stale, results, phase } = state;
  const kept = stale.find((entry) => entry.source === source);
  if (kept) return staleBadge(kept.fetchedAt, source, explain(kept.failure.kind).sentence);
  const certificate = results && certificateOf(results, source);
  if (phase === 'reading' && certificate && isAwaited(state, source)) return awaitedBadge(certificate);
  return certificate
    ? certifiedBadge(certificate)
    : { tone: 'caution', label: `${sourceNames[source]} not read`, sentence: '' };
}

/** The least complete of several sources speaks for a figure that depends on all of them. */
export function useWeakestCompleteness(sources: readonly Source[]): CompletenessBadge {
  return useSessionState((state) => {
    const badges = sources.map((source) => describeSource(state, source));
    return badges.find(({ tone }) => tone !== 'good') ?? badges[0] ?? describeSource(state, 'apps');
  });
}

function isAwaited({ results }: ReadState, source: Source): boolean {
  const isUnread = results !== null && certificateOf(results, source)?.status === 'not-read';
  return results?.awaited.includes(source) === true || (isUnread && alwaysRead.includes(source));
}

/** "partial, 400 of 1,000 apps": what the figures rest on so far. */
function awaitedBadge({ source, pages, rows, total }: Certificate): CompletenessBadge {
  const name = sourceNames[source];
  const reached =
    total === null ? `${formatCount(rows)} ${name}` : `${formatCount(rows)} of ${formatCount(total)} ${name}`;
  const label = `partial, ${pages === 0 ? `${name} loading` : reached}`;
  return { tone: 'caution', label, sentence: 'They are still being read.' };
}

function certificateOf({ portfolio }: Results, source: Source): Certificate | null {
  return portfolio.completeness.find((certificate) => certificate.source === source) ?? null;
}

/** Without contracts nothing can be said of deadlines, exits and renewals. */
export function hasRead(results: Results, source: Source): boolean {
  return (certificateOf(results, source)?.pages ?? 0) > 0;
}

function staleBadge(fetchedAt: string | null, source: Source, why: string): CompletenessBadge {
  const since = fetchedAt === null ? 'an earlier reading' : formatInstant(fetchedAt);
  return {
    tone: 'caution',
    label: 'stale',
    sentence: `The ${sourceNames[source]} are from ${since}. ${why}`,
  };
}

type Words = Omit<CompletenessBadge, 'sentence'>;

/** A source's state in words; `name` is the source's. */
const words: Readonly<Record<SourceStatus, (name: string, certificate: Certificate) => Words>> = {
  // All rows were read, which does not make a figure complete: its own bound says that.
  complete: () => ({ tone: 'good', label: 'all records read' }),
  partial: (name, { rows, total }) => ({
    tone: 'caution',
    label: `partial: ${formatCount(rows)} ${total === null ? '' : `of ${formatCount(total)} `}${name} read`,
  }),
  'possibly-capped': (name, { rows }) => ({
    tone: 'caution',
    label: `partial: ${name} possibly capped at ${formatCount(rows)}`,
  }),
  denied: (name) => ({ tone: 'serious', label: `${name} hidden by the Torii role` }),
  'not-offered': (name) => ({ tone: 'serious', label: `${name} not offered` }),
  failed: (name) => ({ tone: 'serious', label: `${name} could not be read` }),
  'not-read': (name) => ({ tone: 'neutral', label: `${name} not read` }),
};

function certifiedBadge(certificate: Certificate): CompletenessBadge {
  const { source, status, reason } = certificate;
  return { ...words[status](sourceNames[source], certificate), sentence: reason ?? '' };
}

export interface ProvenanceProps {
  readonly sources: readonly Source[];
  /** False where no mapped field is involved, so that a draft mapping cannot be at fault. */
  readonly mapped?: boolean;
}

/** Whether there is something to say of these sources that the top of the page does not say of all. */
export function useIsExceptional(sources: readonly Source[], mapped = true): boolean {
  const { tone } = useWeakestCompleteness(sources);
  return useSessionState(({ results }) => mapped && results?.mapping.status === 'draft') || tone !== 'good';
}

/**
 * What of a figure's sources is not as the top of the page says, such as "draft mapping" or "contracts not
 * read"; nothing where all of it is. That all rows were read must not be taken for a figure being complete.
 */
export function Provenance({ sources, mapped = true }: ProvenanceProps): ReactNode {
  const { tone, label } = useWeakestCompleteness(sources);
  const isDraft = useSessionState(({ results }) => results?.mapping.status === 'draft');
  const hasDraft = mapped && isDraft;
  if (!hasDraft && tone === 'good') return null;
  return (
    <span>
      {hasDraft && <Tag tone="caution">draft mapping</Tag>}
      {hasDraft && tone !== 'good' && ' '}
      {tone !== 'good' && <Tag tone={tone}>{label}</Tag>}
    </span>
  );
}

/** "all records read, 4:42 PM", once at the top of the page; else what is missing. */
export function ReadingState(): ReactNode {
  const { tone, label } = useWeakestCompleteness(['apps', 'contracts']);
  const read = useSessionState(({ results }) => (results === null ? null : lastRead(results)));
  return (
    <Tag tone={tone}>
      {label}
      {tone === 'good' && read !== null && `, ${formatTimeOfDay(read)}`}
    </Tag>
  );
}

/** When the last of the first reading came, in milliseconds. */
function lastRead({ portfolio }: Results): number | null {
  const times = portfolio.completeness.flatMap(({ source, fetchedAt }) =>
    alwaysRead.includes(source) && fetchedAt !== null ? [Date.parse(fetchedAt)] : [],
  );
  return times.length === 0 ? null : Math.max(...times);
}
