/**
 * How many calls, how fast. In: limits and a clock. Out: a budget that starts calls no faster than
 * the limits allow, waits out a Retry-After for everyone, and makes identical calls in flight one.
 * Share one budget among everything that calls through one host.
 */
import type { Clock, ToolReply } from '../base/bridge.ts';
import { entryOf, type ReadTool } from '../base/catalog.ts';
import { failure, type ToolFailure } from '../base/failure.ts';
import type { JsonObject } from '../base/json.ts';

export interface BudgetLimits {
  readonly atOnce: number;
  /** Least time from one start to the next. */
  readonly gapMs: number;
  /** Starts in any minute, over all tools; null leaves it to Torii's limit per tool. */
  readonly perMinute: number | null;
}

/** Claude's page bridges: parallel calls time out there, and 30 a minute are refused. */
export const liveArtifactLimits: BudgetLimits = { atOnce: 2, gapMs: 150, perMinute: 20 };
/** A direct connection: Torii's own limits per tool and minute. */
export const toriiLimits: BudgetLimits = { atOnce: 2, gapMs: 0, perMinute: null };

export type Outcome = ToolReply | ToolFailure;

export interface Budget {
  run(
    tool: ReadTool,
    args: JsonObject,
    start: () => Promise<Outcome>,
    signal?: AbortSignal,
  ): Promise<Outcome>;
}

const MINUTE = 60_000;
/** Held after a "too many calls" that does not say how long to wait. */
const UNSAID_WAIT = 5_000;
/** However long a server asks for: longer waits are a person's to decide, and timers end at 24 days. */
const LONGEST_HOLD = 120_000;

interface Start {
  readonly tool: ReadTool;
  readonly at: number;
}

/** Milliseconds until a start of `tool` fits the limits, given the starts so far. */
function waitFor(limits: BudgetLimits, starts: readonly Start[], tool: ReadTool, now: number): number {
  const last = starts.at(-1);
  const gap = last === undefined ? 0 : last.at + limits.gapMs - now;
  const mine = limits.perMinute === null ? starts.filter((start) => start.tool === tool) : starts;
  const most = limits.perMinute ?? entryOf(tool).perMinute;
  const oldest = mine.length < most ? undefined : mine[mine.length - most];
  return Math.max(0, gap, oldest === undefined ? 0 : oldest.at + MINUTE - now);
}

/** Lets calls through one after another, no faster than the limits allow. */
interface Gate {
  /** False when the signal came before the call's turn. */
  enter(tool: ReadTool, signal?: AbortSignal): Promise<boolean>;
  /** A call that was let through is over. */
  leave(outcome: Outcome): void;
}

function createGate(limits: BudgetLimits, clock: Clock): Gate {
  let starts: Start[] = [];
  let running = 0;
  let heldUntil = 0;
  let turn: Promise<unknown> = Promise.resolve();
  let freed: (() => void) | null = null;

  async function place(tool: ReadTool, signal?: AbortSignal): Promise<boolean> {
    while (running >= limits.atOnce) await new Promise<void>((resolve) => (freed = resolve));
    for (;;) {
      if (signal?.aborted === true) return false;
      starts = starts.filter((start) => start.at > clock.now() - MINUTE);
      const wait = Math.max(heldUntil - clock.now(), waitFor(limits, starts, tool, clock.now()));
      if (wait <= 0) break;
      const before = clock.now();
      await clock.sleep(wait, signal).catch(() => {});
      // A stopped clock would keep us waiting forever.
      if (clock.now() <= before) break;
    }
    running += 1;
    starts.push({ tool, at: clock.now() });
    return true;
  }

  return {
    // Waits pass one at a time, so calls start in the order in which they were asked for.
    enter(tool, signal) {
      const entered = turn.then(() => place(tool, signal));
      turn = entered;
      return entered;
    },
    leave(outcome) {
      running -= 1;
      freed?.();
      freed = null;
      if (outcome.ok || outcome.kind !== 'rate-limited') return;
      const wait = Math.min(outcome.retryAfterMs ?? UNSAID_WAIT, LONGEST_HOLD);
      heldUntil = Math.max(heldUntil, clock.now() + wait);
    },
  };
}

export function createBudget(limits: BudgetLimits, clock: Clock): Budget {
  const gate = createGate(limits, clock);
  const inFlight = new Map<string, Promise<Outcome>>();

  async function started(
    tool: ReadTool,
    start: () => Promise<Outcome>,
    signal?: AbortSignal,
  ): Promise<Outcome> {
    if (!(await gate.enter(tool, signal))) return failure('cancelled', tool, 'Stopped before it was sent.');
    const outcome = await start().catch((error: unknown) => failure('host-fault', tool, String(error)));
    gate.leave(outcome);
    return outcome;
  }

  return {
    async run(tool, args, start, signal) {
      const key = `${tool} ${JSON.stringify(args)}`;
      const twin = inFlight.get(key);
      if (twin !== undefined) {
        const outcome = await twin;
        const theirStop = !outcome.ok && outcome.kind === 'cancelled' && signal?.aborted !== true;
        if (!theirStop) return outcome;
      }
      const mine = started(tool, start, signal);
      inFlight.set(key, mine);
      const outcome = await mine;
      if (inFlight.get(key) === mine) inFlight.delete(key);
      return outcome;
    },
  };
}
