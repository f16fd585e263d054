/**
 * Which of the pages that come are worth a picture of their own, before the last one.
 *
 * The first is; after it, rows must have grown by half, so that all pictures together cost no more than a
 * few times the last one, however many pages there are. One is worked out at a time, and where one took
 * long the next waits as long: at least half of the time stays free for what comes next.
 */
import type { Clock } from '../../../skill/torii/bridge.ts';

/** Works a picture out and shows it. */
export type Work = () => Promise<void>;

export interface Glimpses {
  /** Of the rows so far; takes the place of what was offered before and is not begun. */
  readonly offer: (rows: number, work: Work) => void;
  /** A picture that has to be made, such as of a source that has ended. */
  readonly run: (rows: number, work: Work) => Promise<void>;
  /** Nothing is begun any more. */
  readonly stop: () => void;
}

/** Rows of the next picture for each row of the last. */
const GROWTH = 1.5;

export function createGlimpses(clock: Clock): Glimpses {
  let offered: { readonly rows: number; readonly work: Work } | null = null;
  let running = 0;
  let seen = 0;
  let restUntil = -Infinity;
  let isWaiting = false;

  async function run(rows: number, work: Work): Promise<void> {
    const from = clock.now();
    running += 1;
    seen = Math.max(seen, rows);
    try {
      await work();
    } finally {
      running -= 1;
      restUntil = Math.max(restUntil, 2 * clock.now() - from);
      begin();
    }
  }

  function begin(): void {
    if (running > 0 || isWaiting || offered === null || offered.rows < Math.max(1, seen * GROWTH)) return;
    const rest = restUntil - clock.now();
    if (rest > 0) {
      isWaiting = true;
      void clock.sleep(rest).then(wake, wake);
      return;
    }
    const { rows, work } = offered;
    offered = null;
    void run(rows, work);
  }

  function wake(): void {
    isWaiting = false;
    begin();
  }

  return {
    offer(rows, work) {
      offered = { rows, work };
      begin();
    },
    run,
    stop() {
      offered = null;
    },
  };
}
