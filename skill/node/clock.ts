import { setTimeout as wait } from 'node:timers/promises';
import { localDateAt, type Clock } from '../torii/bridge.ts';

/** The machine's own clock; every other room is handed one. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => wait(ms, undefined, { signal }),
};

/** Today's date where the person is, as an ISO calendar date. */
export function localDate(): string {
  return localDateAt(Date.now());
}
