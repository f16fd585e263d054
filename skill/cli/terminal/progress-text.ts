import { renderCount } from '../../analysis/facts.ts';
import type { Clock } from '../../torii/bridge.ts';
import type { ReadProgress } from '../../torii/read.ts';

/** Before this much has passed, nothing can be said of the rest. */
const SURE_AFTER_MS = 2_000;

interface Begun {
  readonly at: number;
  readonly progress: ReadProgress;
}

/**
 * How far a reading is: every source that is being read, and about how long the slowest will take. In: what comes
 * from the reading, one call a page. Out: one line.
 */
export function createProgressText(clock: Pick<Clock, 'now'>): (progress: ReadProgress) => string {
  const begun = new Map<string, Begun>();
  return (progress) => {
    const at = begun.get(progress.source)?.at ?? clock.now();
    begun.set(progress.source, { at, progress });
    const sources = [...begun.values()];
    // Beside what just came, only what is known not to be whole.
    const shown = sources
      .filter((source) => source.progress === progress || (leftOf(source.progress) ?? 0) > 0)
      .map((source) => sourceText(source.progress));
    const rest = Math.max(...sources.map((source) => restOf(source, clock.now())));
    return `Reading ${shown.join(', ')}${rest < 1000 ? '' : `, about ${renderCount(Math.round(rest / 1000))} s left`}`;
  };
}

function sourceText({ source, rows, total, apps }: ReadProgress): string {
  if (apps !== undefined) return `the users of app ${renderCount(apps.done)} of ${renderCount(apps.of)}`;
  return `${source} ${renderCount(rows)}${total === null ? '' : ` of ${renderCount(total)}`}`;
}

/** The share that is still to come; null where no total is known. */
function leftOf({ rows, total, apps }: ReadProgress): number | null {
  const [done, of] = apps === undefined ? [rows, total] : [apps.done, apps.of];
  return of === null || of === 0 ? null : Math.max(0, 1 - done / of);
}

function restOf({ at, progress }: Begun, now: number): number {
  const left = leftOf(progress);
  const passed = now - at;
  return left === null || left === 1 || passed < SURE_AFTER_MS ? 0 : (passed * left) / (1 - left);
}
