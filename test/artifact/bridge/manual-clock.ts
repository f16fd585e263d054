import type { Clock } from '../../../skill/torii/base/bridge.ts';

export interface ManualClock extends Clock {
  /** Moves time on and lets everything that was due run. */
  advance(ms: number): Promise<void>;
}

/** Time that stands still until it is moved. */
export function manualClock(start = Date.parse('2026-11-22T08:00:00Z')): ManualClock {
  let now = start;
  const sleepers = new Set<{ at: number; wake: () => void }>();
  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        const sleeper = { at: now + ms, wake: resolve };
        sleepers.add(sleeper);
        signal?.addEventListener('abort', () => {
          sleepers.delete(sleeper);
          reject(signal.reason);
        });
      }),
    async advance(ms) {
      await settled();
      now += ms;
      for (const sleeper of [...sleepers].filter(({ at }) => at <= now)) {
        sleepers.delete(sleeper);
        sleeper.wake();
      }
      await settled();
    },
  };
}

/** Lets chains of promises run to where they wait for something else. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
