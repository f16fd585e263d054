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
import type { ReadingTurn, ReadProblem, WaitOptions } from './reading-turn.ts';
import { startReading, type UnderWay } from './under-way.ts';

export interface HeldReadingOptions<Value> {
  readonly read: (turn: ReadingTurn) => Promise<Value | ReadProblem>;
  /** When it left Torii, where that was earlier than now. */
  readonly readAtOf?: (value: Value) => number;
  readonly clock: Clock;
  readonly maxAgeMs: number;
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

interface Kept<Value> {
  readonly value: Value;
  readonly at: number;
  /** It ended while no one waited: a client that asked for a fresh one, and asks again, means this one. */
  readonly isUnheard: boolean;
}

export function createHeldReading<Value extends { readonly ok?: never } & object>(
  options: HeldReadingOptions<Value>,
): HeldReading<Value> {
  const { read, clock, maxAgeMs, readAtOf = () => clock.now() } = options;
  let held: Kept<Value> | null = null;
  let underWay: UnderWay<Value> | null = null;
  /** Why a reading failed while nobody waited: the next call hears it, in place of trying again at once. */
  let unheard: ReadProblem | null = null;

  function start(fresh: boolean): UnderWay<Value> {
    const mine = startReading<Value>({
      read,
      fresh,
      clock,
      onEnd(outcome, isUnheard) {
        if (!isProblem(outcome)) held = { value: outcome, at: readAtOf(outcome), isUnheard };
        else {
          if (outcome.retracts) held = null;
          if (isUnheard) unheard = outcome;
        }
      },
      onOver() {
        if (underWay === mine) underWay = null;
      },
    });
    return mine;
  }

  return {
    async get(asked = {}) {
      const { fresh = false } = asked;
      const isGood = held !== null && clock.now() - held.at < maxAgeMs;
      if (held !== null && isGood && (!fresh || held.isUnheard)) {
        held = { ...held, isUnheard: false };
        return { ok: true, value: held.value, notRenewed: null };
      }
      if (isStopped(asked)) return stopped;
      const outcome = unheard ?? (await (underWay ??= start(fresh)).wait(asked));
      unheard = null;
      if (!isProblem(outcome)) return { ok: true, value: held?.value ?? outcome, notRenewed: null };
      const isUnanswered = isStopped(asked) || outcome.underWay !== undefined;
      if (held === null || outcome.retracts || isUnanswered) return outcome;
      return { ok: true, value: held.value, notRenewed: outcome };
    },
    change(next) {
      if (held !== null) held = { ...held, value: next(held.value) };
    },
    close() {
      underWay?.stop();
    },
  };
}

const stopped: ReadProblem = { ok: false, sentence: 'The reading was stopped.', retracts: false };

function isStopped({ signal }: WaitOptions): boolean {
  return signal?.aborted === true;
}

function isProblem(outcome: object): outcome is ReadProblem {
  return 'ok' in outcome;
}
