import { useMemo } from 'react';
import { type Changes, changesSince, type TimePoint } from '../../../skill/report/history.ts';
import type { Previous } from '../../../skill/report/snapshot.ts';
import { lastRun, pointsInTime } from '../../session/past-runs.ts';
import { useSessionState } from '../../session/session.ts';
import { useResults } from '../page-context.ts';

export interface Compared {
  readonly previous: Previous;
  readonly changes: Changes;
  /** Name of the file that the reader chose; null = what came with the page. */
  readonly chosen: string | null;
}

/** What moved since the run that is compared with; null where there is none, and until all is read. */
export function useCompared(): Compared | null {
  const { full, awaited } = useResults();
  const past = useSessionState((state) => state.past);
  const chosen = useSessionState((state) => state.chosenRun);
  return useMemo(() => {
    const previous = chosen?.previous ?? lastRun(past, full.asOf);
    // What has not come yet is not gone.
    if (previous === null || awaited.length > 0) return null;
    return { previous, changes: changesSince(full, previous), chosen: chosen?.name ?? null };
  }, [full, awaited, past, chosen]);
}

/** The runs that came with the page, and the present one. */
export function usePointsInTime(): readonly TimePoint[] {
  const { fullBaseline } = useResults();
  const past = useSessionState((state) => state.past);
  return useMemo(() => pointsInTime(past, fullBaseline), [past, fullBaseline]);
}
