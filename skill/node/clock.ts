import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../torii/bridge.ts';

/** The machine's own clock; every other room is handed one. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => wait(ms, undefined, { signal }),
};

/** Today's date where the person is, as an ISO calendar date. */
export function localDate(): string {
  const now = new Date();
  const month = String(now.getMonth() + 1).padStart(2, '0');
  return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`;
}
