import type { ReactNode } from 'react';
import type { Source } from '../../skill/torii/read.ts';
import { count, counted, sentenceCase } from '../parts/text.ts';
import { Progress, type ProgressLine } from '../parts/layout.ts';
import type { SessionState, SourceProgress } from '../session/state.ts';
import { sourceNames } from '../../skill/report/texts.ts';
import { useSessionState } from '../session/session.ts';

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
  const of = total === null ? counted(rows, 'row') : `${count(rows)} of ${counted(total, 'row')}`;
  return { text: `${counted(pages, 'page')}, ${of}`, share: total ? Math.min(1, rows / total) : null };
}
