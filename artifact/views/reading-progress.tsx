import type { ReactNode } from 'react';
import type { Source } from '../../skill/torii/read.ts';
import { formatCount, formatCounted, sentenceCase } from '../parts/text.ts';
import { Progress, type ProgressLine } from '../parts/layout.ts';
import type { SessionState, SourceProgress } from '../session/state.ts';
import { sourceNames } from '../../skill/report/texts.ts';
import { useWeakestCompleteness } from './completeness-badge.tsx';
import { useSessionState } from '../session/session.ts';

/** Beside the figures from the first page of rows on: what they rest on, and that it is not all. */
export function SoFar(): ReactNode {
  const isPart = useSessionState(({ results }) => results !== null && results.awaited.length > 0);
  const { label } = useWeakestCompleteness(['apps', 'contracts']);
  if (!isPart) return null;
  return <p className="quiet">{sentenceCase(label)}. All of this page rests on what has been read so far.</p>;
}

const order: readonly Source[] = ['fields', 'apps', 'contracts', 'users', 'appUsers', 'transactions'];

/** Sources of every reading: they are named before the first of their rows has come. */
const alwaysRead: readonly Source[] = ['fields', 'apps', 'contracts'];

/** Which source is being read, pages and rows so far, and of how many. */
export function ReadingProgress(): ReactNode {
  const progress = useSessionState((state) => state.progress);
  return <Progress lines={progressLines(progress)} />;
}

function progressLines(progress: SessionState['progress']): ProgressLine[] {
  return order.flatMap((source) => {
    const reached = progress[source];
    const label = sentenceCase(sourceNames[source]);
    if (reached) return [{ label, ...lineOf(reached) }];
    return alwaysRead.includes(source) ? [{ label, text: 'waiting', share: null }] : [];
  });
}

function lineOf({ pages, rows, total }: SourceProgress): Pick<ProgressLine, 'text' | 'share'> {
  const of =
    total === null ? formatCounted(rows, 'row') : `${formatCount(rows)} of ${formatCounted(total, 'row')}`;
  return { text: `${formatCounted(pages, 'page')}, ${of}`, share: total ? Math.min(1, rows / total) : null };
}
