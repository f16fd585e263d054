/**
 * One reading for everybody: read when first asked, kept with its time, read again on request or when it is old.
 *
 * In: how to read, and how long a reading is good for. Out: the reading or the reason why there is none. Calls
 * at the same time share one reading; it stops when the last of them is cancelled. A caller whose patience
 * ends hears how far it is, and the reading goes on for a while, for the next call to take it up. One that cannot be
 * renewed is kept, with the reason, unless the reason takes the right to show it away. It rejects only where the
 * reading itself does, and the next call then starts another.
 */
import type { Clock } from '../../torii/bridge.ts';
import type { ToolFailure } from '../../torii/failure.ts';
import type { Source } from '../../torii/read.ts';

/** Why nothing could be read. */
export interface ReadProblem {
  readonly ok: false;
  /** For the person, with what would help. */
  readonly sentence: string;
  /** Authorization was lost: what was read before must not be shown any longer. */
  readonly retracts: boolean;
  /** What Torii or the way to it answered, where that was the reason. */
  readonly failure?: ToolFailure;
  /** It is still being read: how far it is; null = nothing has arrived. */
  readonly underWay?: Reached | null;
}

/** How far a source is. */
export interface Reached {
  readonly source: Source;
  readonly pages: number;
  readonly rows: number;
  readonly total: number | null;
}

/** Counts up while it reads; in words of one line. */
export type TellProgress = (done: number, message: string, reached: Reached) => void;

export interface ReadingTurn {
  readonly signal: AbortSignal;
  readonly tell: TellProgress;
  /** Past what others hold, because a person asked for it. */
  readonly fresh: boolean;
}

export interface HeldReadingOptions<Value> {
  readonly read: (turn: ReadingTurn) => Promise<Value | ReadProblem>;
  /** When it left Torii, where that was earlier than now. */
  readonly readAtOf?: (value: Value) => number;
  readonly clock: Clock;
  readonly maxAgeMs: number;
}

export interface WaitOptions {
  readonly fresh?: boolean;
  readonly signal?: AbortSignal;
  readonly tell?: TellProgress;
  /** Longest wait for a reading; without it, as long as it takes. */
  readonly patienceMs?: number;
}

export interface HeldValue<Value> {
  readonly ok: true;
  readonly value: Value;
  /** Why it is older than was asked for; null = it is not. */
  readonly notRenewed: ReadProblem | null;
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
  /** Ends the wait for the next call; null = somebody waits, or waited to the end. */
  lingers: AbortController | null;
  readonly progress: { reached: Reached | null };
  waiting: number;
}

interface Kept<Value> {
  readonly value: Value;
  readonly at: number;
  /** It ended while nobody waited: whoever asked for a fresh one, and asks again, means this one. */
  readonly isUnheard: boolean;
}

/** For the next call, of a client that asks again or a view that looks again. */
const LINGER_MS = 120_000;

const stopped: ReadProblem = { ok: false, sentence: 'The reading was stopped.', retracts: false };

export function createHeldReading<Value extends { readonly ok?: never } & object>(
  options: HeldReadingOptions<Value>,
): HeldReading<Value> {
  const { clock, maxAgeMs } = options;
  let held: Kept<Value> | null = null;
  let underWay: UnderWay<Value> | null = null;

  function start(fresh: boolean): UnderWay<Value> {
    const stop = new AbortController();
    const listeners = new Set<TellProgress>();
    const progress: UnderWay<Value>['progress'] = { reached: null };
    const mine: UnderWay<Value> = {
      stop,
      listeners,
      progress,
      lingers: null,
      waiting: 0,
      result: options
        .read({
          fresh,
          signal: stop.signal,
          tell(done, message, reached) {
            progress.reached = reached;
            listeners.forEach((listener) => listener(done, message, reached));
          },
        })
        .then((outcome) => {
          // A reading that was stopped may still end, after a later one.
          if (stop.signal.aborted) return outcome;
          const isUnheard = mine.waiting === 1 && mine.lingers !== null;
          if (!isProblem(outcome))
            held = { value: outcome, at: options.readAtOf?.(outcome) ?? clock.now(), isUnheard };
          else if (outcome.retracts) held = null;
          return outcome;
        })
        .finally(() => {
          if (underWay === mine) underWay = null;
          mine.lingers?.abort();
        }),
    };
    return mine;
  }

  /** Nobody waits for it any longer; the next call starts its own. */
  function leave(mine: UnderWay<Value>): void {
    mine.waiting -= 1;
    if (mine.waiting > 0 || underWay !== mine) return;
    underWay = null;
    mine.stop.abort();
  }

  /** Keeps its place in the reading until the next call takes it, or none comes. */
  function linger(mine: UnderWay<Value>): void {
    const lingers = new AbortController();
    mine.lingers?.abort();
    mine.lingers = lingers;
    mine.waiting += 1;
    void clock.sleep(LINGER_MS, lingers.signal).then(
      () => leave(mine),
      () => leave(mine),
    );
  }

  async function outcomeOf({
    signal,
    tell,
    patienceMs,
    fresh = false,
  }: WaitOptions): Promise<Value | ReadProblem> {
    if (signal?.aborted === true) return stopped;
    const mine = (underWay ??= start(fresh));
    mine.waiting += 1;
    mine.lingers?.abort();
    mine.lingers = null;
    if (tell !== undefined) mine.listeners.add(tell);
    const over = new AbortController();
    const cancelled = new Promise<ReadProblem>((resolve) => {
      signal?.addEventListener('abort', () => resolve(stopped), { once: true, signal: over.signal });
    });
    const waits = [
      mine.result,
      cancelled,
      ...(patienceMs === undefined ? [] : [waited(patienceMs, over.signal)]),
    ];
    const outcome = await Promise.race(waits);
    over.abort();
    if (tell !== undefined) mine.listeners.delete(tell);
    const isPatienceOver = outcome === null;
    if (isPatienceOver && underWay === mine) linger(mine);
    leave(mine);
    return outcome ?? stillReading(mine.progress.reached);
  }

  /** Null once the time is over; never, where something else came first. */
  function waited(ms: number, signal: AbortSignal): Promise<null> {
    return clock.sleep(ms, signal).then(
      () => null,
      () => new Promise<null>(() => {}),
    );
  }

  return {
    async get(asked = {}) {
      const isGood = held !== null && clock.now() - held.at < maxAgeMs;
      if (held !== null && isGood && (asked.fresh !== true || held.isUnheard)) {
        held = { ...held, isUnheard: false };
        return { ok: true, value: held.value, notRenewed: null };
      }
      const outcome = await outcomeOf(asked);
      if (!isProblem(outcome)) return { ok: true, value: held?.value ?? outcome, notRenewed: null };
      const isUnanswered = asked.signal?.aborted === true || outcome.underWay !== undefined;
      if (held === null || outcome.retracts || isUnanswered) return outcome;
      return { ok: true, value: held.value, notRenewed: outcome };
    },
    change(next) {
      if (held !== null) held = { ...held, value: next(held.value) };
    },
    close() {
      underWay?.stop.abort();
    },
  };
}

function stillReading(reached: Reached | null): ReadProblem {
  const far =
    reached === null
      ? ''
      : ` So far: ${reached.rows}${reached.total === null ? '' : ` of ${reached.total}`} rows of ${reached.source}.`;
  return {
    ok: false,
    sentence: `Torii is still being read, which goes on.${far} Ask the same again in half a minute.`,
    retracts: false,
    underWay: reached,
  };
}

function isProblem(outcome: object): outcome is ReadProblem {
  return 'ok' in outcome;
}
