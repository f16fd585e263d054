import type { ReactNode } from 'react';
import { explain } from '../../skill/torii/failure.ts';
import type { Completeness, Source, SourceStatus } from '../../skill/torii/read.ts';
import { count } from '../parts/count.ts';
import { dayMonth, instant } from '../parts/date.ts';
import { Tag, type Tone } from '../parts/tag.tsx';
import type { SessionState } from '../session/state.ts';

/** What a figure rests on, in one or two words and, where it is not whole, in a sentence. */
export interface Standing {
  readonly tone: Tone;
  readonly label: string;
  readonly sentence: string;
}

export const sourceNames: Readonly<Record<Source, string>> = {
  apps: 'apps',
  contracts: 'contracts',
  users: 'people',
  appUsers: 'app users',
  transactions: 'transactions',
  fields: 'field definitions',
};

/** Sources of the first reading; the others wait until a view asks. */
const alwaysRead: readonly Source[] = ['fields', 'apps', 'contracts'];

/** One source, as its certificate and the latest reading have it. */
export function standingOf(state: SessionState, source: Source): Standing {
  const stale = state.stale.find((entry) => entry.source === source);
  if (stale) return staleStanding(stale.fetchedAt, source, explain(stale.failure.kind).sentence);
  const certificate = certificateOf(state, source);
  const isAwaited = state.phase === 'reading' && alwaysRead.includes(source);
  if (isAwaited && certificate?.status === 'not-read') {
    return { tone: 'neutral', label: `${sourceNames[source]} loading`, sentence: '' };
  }
  return certificate
    ? certified(certificate)
    : { tone: 'caution', label: `${sourceNames[source]} not read`, sentence: '' };
}

/** The weakest of several sources speaks for a figure that rests on all of them. */
export function weakest(state: SessionState, sources: readonly Source[]): Standing {
  const standings = sources.map((source) => standingOf(state, source));
  return standings.find(({ tone }) => tone !== 'good') ?? standings[0] ?? standingOf(state, 'apps');
}

function certificateOf(state: SessionState, source: Source): Completeness | null {
  const certificates = state.picture?.portfolio.completeness ?? [];
  return certificates.find((certificate) => certificate.source === source) ?? null;
}

/** Without contracts nothing can be said of deadlines, exits and renewals. */
export function hasRead(state: SessionState, source: Source): boolean {
  return (certificateOf(state, source)?.pages ?? 0) > 0;
}

function staleStanding(fetchedAt: string | null, source: Source, why: string): Standing {
  const since = fetchedAt === null ? 'an earlier reading' : instant(fetchedAt);
  return {
    tone: 'caution',
    label: 'stale',
    sentence: `The ${sourceNames[source]} are from ${since}. ${why}`,
  };
}

type Words = Omit<Standing, 'sentence'>;

/** A source's state in words; `name` is the source's. */
const words: Readonly<Record<SourceStatus, (name: string, certificate: Completeness) => Words>> = {
  // All rows were read, which does not make a figure complete: its own bound says that.
  complete: () => ({ tone: 'good', label: 'all records read' }),
  partial: (name, { rows, total }) => ({
    tone: 'caution',
    label: `partial: ${count(rows)} ${total === null ? '' : `of ${count(total)} `}${name} read`,
  }),
  'possibly-capped': (name, { rows }) => ({
    tone: 'caution',
    label: `partial: ${name} possibly capped at ${count(rows)}`,
  }),
  denied: (name) => ({ tone: 'serious', label: `${name} hidden by the Torii role` }),
  'not-offered': (name) => ({ tone: 'serious', label: `${name} not offered` }),
  failed: (name) => ({ tone: 'serious', label: `${name} could not be read` }),
  'not-read': (name) => ({ tone: 'neutral', label: `${name} not read` }),
};

function certified(certificate: Completeness): Standing {
  const { source, status, reason } = certificate;
  return { ...words[status](sourceNames[source], certificate), sentence: reason ?? '' };
}

export interface ProvenanceProps {
  readonly state: SessionState;
  readonly sources: readonly Source[];
  /** False where no mapped field is involved, so that a draft mapping cannot be at fault. */
  readonly mapped?: boolean;
}

/** "draft mapping · all records read · as of 22 Nov 2026": stands with every figure. */
export function Provenance({ state, sources, mapped = true }: ProvenanceProps): ReactNode {
  const { tone, label } = weakest(state, sources);
  return (
    <span>
      {mapped && state.picture?.mapping.status === 'draft' && (
        <>
          <Tag tone="caution">draft mapping</Tag>{' '}
        </>
      )}
      <Tag tone={tone}>{label}</Tag>, <span className="nowrap">as of {dayMonth(state.asOf)}</span>
    </span>
  );
}
