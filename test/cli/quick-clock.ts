import type { Clock } from '../../skill/torii/base/bridge.ts';

/** The command line waits this long for one answer. */
const DEADLINE = 30_000;
/** Long enough for an honest answer of the mock on a busy machine. */
export const SHORT_DEADLINE = 1_200;

let skipped = 0;

/** Deadlines come early; every other wait is over at once, and the clock says that it was not. */
export const quickClock: Clock = {
  now: () => Date.now() + skipped,
  async sleep(ms) {
    if (ms !== DEADLINE) skipped += ms;
    await new Promise((resolve) => void setTimeout(resolve, ms !== DEADLINE ? 0 : SHORT_DEADLINE));
  },
};
