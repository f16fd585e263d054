/**
 * One reading for everybody: read when first asked, kept with its time, read again on request or when it is old.
 *
 * In: how to read, and how long a reading is good for. Out: the reading or the reason why there is none. Calls
 * at the same time share one reading; it stops when the last of them is cancelled. One that cannot be
 * renewed is kept, with the reason, unless the reason takes the right to show it away. It rejects only where the
 * reading itself does, and the next call then starts another.
 */
import type { Clock } from '../../torii/bridge.ts';

/** Why nothing could be read. */
export interface ReadProblem {
  readonly ok: false;
  /** For the person, with what would help. */
  readonly sentence: string;
  /** Authorization was lost: what was read before must not be shown any longer. */
  readonly retracts: boolean;
}

/** Counts up while it reads; in words of one line. */
export type TellProgress = (done: number, message: string) => void;

export interface HeldReadingOptions<Value> {
  readonly read: (signal: AbortSignal, tell: TellProgress) => Promise<Value | ReadProblem>;
  readonly clock: Clock;
  readonly maxAgeMs: number;
}

export interface WaitOptions {
  readonly fresh?: boolean;
  readonly signal?: AbortSignal;
  readonly tell?: TellProgress;
}

export interface HeldValue<Value> {
  readonly ok: true;
  readonly value: Value;
  /** Why it is older than was asked for; null = it is not. */
  readonly notRenewed: string | null;
}

export interface HeldReading<Value> {
  get(options?: WaitOptions): Promise<HeldValue<Value> | ReadProblem>;
  /** Puts another value in place of the held one, with the same age; nothing where none is held. */
  change(next: (value: Value) => Value): void;
  /** Stops what is under way. */
  close(): void;
}

interface UnderWay<Value> {
  readonly result: Promise<Value | ReadProblem>;
  readonly stop: AbortController;
  readonly listeners: Set<TellProgress>;
  waiting: number;
}

const stopped: ReadProblem = { ok: false, sentence: 'The reading was stopped.', retracts: false };

export function createHeldReading<Value extends { readonly ok?: never } & object>(
  options: HeldReadingOptions<Value>,
): HeldReading<Value> {
  const { clock, maxAgeMs } = options;
  let held: { readonly value: Value; readonly at: number } | null = null;
  let underWay: UnderWay<Value> | null = null;

  function start(): UnderWay<Value> {
    const stop = new AbortController();
    const listeners = new Set<TellProgress>();
    const tell: TellProgress = (done, message) => listeners.forEach((listener) => listener(done, message));
    const result = options
      .read(stop.signal, tell)
      .then((outcome) => {
        // A reading that was stopped may still end, after a later one.
        if (stop.signal.aborted) return outcome;
        if (!isProblem(outcome)) held = { value: outcome, at: clock.now() };
        else if (outcome.retracts) held = null;
        return outcome;
      })
      .finally(() => {
        if (underWay === mine) underWay = null;
      });
    const mine: UnderWay<Value> = { result, stop, listeners, waiting: 0 };
    return mine;
  }

  async function outcomeOf({ signal, tell }: WaitOptions): Promise<Value | ReadProblem> {
    if (signal?.aborted === true) return stopped;
    const mine = (underWay ??= start());
    mine.waiting += 1;
    if (tell !== undefined) mine.listeners.add(tell);
    const outcome = await untilStopped(mine.result, signal);
    if (tell !== undefined) mine.listeners.delete(tell);
    mine.waiting -= 1;
    if (mine.waiting === 0 && underWay === mine) {
      // Nobody waits for it any longer; the next call starts its own.
      underWay = null;
      mine.stop.abort();
    }
    return outcome;
  }

  return {
    async get(asked = {}) {
      const isGood = held !== null && clock.now() - held.at < maxAgeMs && asked.fresh !== true;
      if (held !== null && isGood) return { ok: true, value: held.value, notRenewed: null };
      const outcome = await outcomeOf(asked);
      if (!isProblem(outcome)) return { ok: true, value: held?.value ?? outcome, notRenewed: null };
      if (held === null || outcome.retracts || asked.signal?.aborted === true) return outcome;
      return { ok: true, value: held.value, notRenewed: outcome.sentence };
    },
    change(next) {
      if (held !== null) held = { ...held, value: next(held.value) };
    },
    close() {
      underWay?.stop.abort();
    },
  };
}

/** What comes first: the result, or the end of the wait for it. */
async function untilStopped<Result>(
  result: Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result | ReadProblem> {
  const over = new AbortController();
  const cancelled = new Promise<ReadProblem>((resolve) => {
    signal?.addEventListener('abort', () => resolve(stopped), { once: true, signal: over.signal });
  });
  const outcome = await Promise.race([result, cancelled]);
  over.abort();
  return outcome;
}

function isProblem(outcome: object): outcome is ReadProblem {
  return 'ok' in outcome;
}
