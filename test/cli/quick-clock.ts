import type { Clock } from '../../skill/torii/base/bridge.ts';

/** The command line waits this long for one answer, and so does a page. */
const deadlines = [30_000, 60_000, 130_000];
/** Long enough for an honest answer of the mock on a busy machine. */
export const SHORT_DEADLINE = 1_200;

let skipped = 0;

/** Deadlines come early; every other wait is over at once, and the clock says that it was not. */
export const quickClock: Clock = {
  now: () => Date.now() + skipped,
  async sleep(ms) {
    const isDeadline = deadlines.includes(ms);
    if (!isDeadline) skipped += ms;
    await new Promise((resolve) => void setTimeout(resolve, isDeadline ? SHORT_DEADLINE : 0));
  },
};
