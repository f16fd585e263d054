import type { ReactNode } from 'react';
import type { Source } from '../../skill/torii/read.ts';
import { count, counted } from '../parts/count.ts';
import { Progress, type ProgressLine } from '../parts/progress.tsx';
import type { SessionState, SourceProgress } from '../session/state.ts';
import { sourceNames } from './standing.tsx';
import { capital } from '../parts/capital.ts';

const order: readonly Source[] = ['fields', 'apps', 'contracts', 'users', 'appUsers', 'transactions'];

/** Which source is being read, pages and rows so far, and of how many. */
export function ReadingProgress({ state }: { state: SessionState }): ReactNode {
  return <Progress lines={progressLines(state)} />;
}

function progressLines({ progress }: SessionState): ProgressLine[] {
  return order.flatMap((source) => {
    const reached = progress[source];
    return reached ? [{ label: capital(sourceNames[source]), ...lineOf(reached) }] : [];
  });
}

function lineOf({ pages, rows, total }: SourceProgress): Pick<ProgressLine, 'text' | 'share'> {
  const of = total === null ? counted(rows, 'row') : `${count(rows)} of ${counted(total, 'row')}`;
  return { text: `${counted(pages, 'page')}, ${of}`, share: total ? Math.min(1, rows / total) : null };
}
