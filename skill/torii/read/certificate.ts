/**
 * The completeness certificate: what may honestly be said of one source after reading it.
 *
 * In: what was counted and how the reading ended. Out: a `Completeness`. Only a total that agrees, or
 * the end of a cursor, proves that a source is complete.
 */
import { withNoun } from '../base/with-noun.ts';
import type { ReadTool } from '../base/catalog.ts';
import { explain, type FailureKind, type ToolFailure } from '../base/failure.ts';
import type { Completeness, Source, SourceStatus } from '../base/records.ts';
import type { Tally } from './tally.ts';

export interface Ending {
  readonly source: Source;
  readonly tool: ReadTool | null;
  readonly tally: Tally;
  /** Torii's own count as last stated. */
  readonly total: number | null;
  readonly pages: number;
  /** The server said that nothing follows: a cursor that ended. */
  readonly ended: boolean;
  /** The last page was as long as a page can be. */
  readonly full: boolean;
  /** What was wrong with the paging; null when nothing was. */
  readonly flaw: string | null;
  readonly failure: ToolFailure | null;
  /** What was left out or asked differently to get an answer at all. */
  readonly notes: readonly string[];
  readonly fetchedAt: string | null;
}

const unread: Readonly<Partial<Record<FailureKind, SourceStatus>>> = {
  denied: 'denied',
  'not-offered': 'not-offered',
  cancelled: 'not-read',
};

interface Verdict {
  readonly status: SourceStatus;
  readonly reason: string | null;
}

function disagreement({ tally, total }: Ending): string | null {
  const read = tally.kept + tally.dropped;
  if (total === null || total === read) return null;
  return `Torii counts ${total}; ${read} were read.`;
}

function verdict(ending: Ending): Verdict {
  const { tally, failure, flaw, pages } = ending;
  const differs = disagreement(ending);
  if (failure !== null) {
    const { sentence } = explain(failure.kind);
    if (pages === 0) return { status: unread[failure.kind] ?? 'failed', reason: sentence };
    return { status: 'partial', reason: [sentence, differs].filter((text) => text !== null).join(' ') };
  }
  const proven = ending.total !== null && differs === null;
  if (differs !== null) return { status: 'partial', reason: flaw === null ? differs : `${flaw} ${differs}` };
  if (tally.dropped > 0)
    return { status: 'partial', reason: `${withNoun(tally.dropped, 'record')} could not be read.` };
  if (flaw !== null) return { status: proven ? 'complete' : 'partial', reason: flaw };
  if (proven || ending.ended || !ending.full) return { status: 'complete', reason: null };
  const reason = `Exactly ${withNoun(tally.kept, 'record')} came, with neither a total nor a cursor: more may exist.`;
  return { status: 'possibly-capped', reason };
}

function remarks({ tally, notes }: Ending): string[] {
  const { duplicates, changed } = tally;
  return [
    ...notes,
    ...(duplicates > 0
      ? [`${withNoun(duplicates, 'repeated record was', 'repeated records were')} counted once.`]
      : []),
    ...(changed > 0 ? [`${changed} of them had changed in between.`] : []),
  ];
}

/** Certifies one source; a source of which nothing was read has no hash. */
export function certify(ending: Ending): Completeness {
  const { source, tool, tally, total, pages, fetchedAt } = ending;
  const { status, reason } = verdict(ending);
  const sentences = [...(reason === null ? [] : [reason]), ...remarks(ending)];
  return {
    source,
    tool,
    rows: tally.kept,
    total,
    pages,
    dropped: tally.dropped,
    droppedReasons: tally.reasons(),
    status,
    reason: sentences.length === 0 ? null : sentences.join(' '),
    fetchedAt,
    hash: pages === 0 ? null : tally.hash(),
    control: null,
  };
}

/** The certificate of a source that was not requested. */
export function notRead(source: Source, reason: string | null = null): Completeness {
  return {
    source,
    tool: null,
    rows: 0,
    total: null,
    pages: 0,
    dropped: 0,
    droppedReasons: [],
    status: 'not-read',
    reason,
    fetchedAt: null,
    hash: null,
    control: null,
  };
}
