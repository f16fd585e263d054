/**
 * One reading that is under way, and those who wait for it. It stops when the last of them is cancelled. One whose
 * patience ends hears how far it is; the reading then goes on for a while, for the next call to take up.
 */
import type { Clock } from '../../torii/bridge.ts';
import type { HowFar, ReadingTurn, ReadProblem, TellProgress, WaitOptions } from './reading-turn.ts';

export interface UnderWay<Value> {
  wait(options: WaitOptions): Promise<Value | ReadProblem>;
  stop(): void;
}

interface StartOptions<Value> {
  readonly read: (turn: ReadingTurn) => Promise<Value | ReadProblem>;
  readonly fresh: boolean;
  readonly clock: Clock;
  /** @param isUnheard nobody was waiting; not called for a reading that was stopped, which may still end */
  readonly onEnd: (outcome: Value | ReadProblem, isUnheard: boolean) => void;
  /** It has ended, or nobody waits for it any longer: the next call starts its own. */
  readonly onOver: () => void;
}

/** For the next call, of a client that asks again or a view that looks again. */
const LINGER_MS = 120_000;

export function startReading<Value>(options: StartOptions<Value>): UnderWay<Value> {
  const { clock } = options;
  const stop = new AbortController();
  const listeners = new Set<TellProgress>();
  let lingers: AbortController | null = null;
  let reached: HowFar | null = null;
  let waiting = 0;
  const tell: TellProgress = (done, message, far) => {
    reached = far;
    for (const listener of listeners) listener(done, message, far);
  };
  const result = options.read({ fresh: options.fresh, signal: stop.signal, tell }).then((outcome) => {
    if (!stop.signal.aborted) options.onEnd(outcome, waiting === 1 && lingers !== null);
    return outcome;
  });
  const over = (): void => {
    options.onOver();
    lingers?.abort();
  };
  void result.then(over, over);

  const leave = (): void => {
    waiting -= 1;
    if (waiting > 0) return;
    options.onOver();
    stop.abort();
  };
  /** Keeps a place in the reading until the next call takes it, or none comes. */
  const linger = (): void => {
    lingers = new AbortController();
    waiting += 1;
    void clock.sleep(LINGER_MS, lingers.signal).then(leave, leave);
  };

  return {
    stop: () => stop.abort(),
    async wait({ signal, tell: listener, patienceMs }) {
      waiting += 1;
      lingers?.abort();
      lingers = null;
      if (listener !== undefined) listeners.add(listener);
      const outcome = await firstOf(result, clock, signal, patienceMs);
      if (listener !== undefined) listeners.delete(listener);
      if (outcome === null) linger();
      leave();
      return outcome ?? stillReading(reached);
    },
  };
}

const stopped: ReadProblem = { ok: false, sentence: 'The reading was stopped.', retracts: false };

/** The result, or the end of the wait for it; null = patience was over first. */
async function firstOf<Result>(
  result: Promise<Result>,
  clock: Clock,
  signal: AbortSignal | undefined,
  patienceMs: number | undefined,
): Promise<Result | ReadProblem | null> {
  const over = new AbortController();
  const cancelled = new Promise<ReadProblem>((resolve) => {
    signal?.addEventListener('abort', () => resolve(stopped), { once: true, signal: over.signal });
  });
  const patience = patienceMs === undefined ? [] : [waited(clock, patienceMs, over.signal)];
  try {
    return await Promise.race([result, cancelled, ...patience]);
  } finally {
    over.abort();
  }
}

/** Null once the time is over; never, where something else came first. */
function waited(clock: Clock, ms: number, signal: AbortSignal): Promise<null> {
  return clock.sleep(ms, signal).then(
    () => null,
    () => new Promise<null>(() => {}),
  );
}

function stillReading(reached: HowFar | null): ReadProblem {
  const total = reached?.total ?? null;
  const far =
    reached === null
      ? ''
      : ` So far: ${reached.rows}${total === null ? '' : ` of ${total}`} rows of ${reached.source}.`;
  return {
    ok: false,
    sentence: `Torii is still being read, which goes on.${far} Ask the same again in half a minute.`,
    retracts: false,
    underWay: reached,
  };
}
