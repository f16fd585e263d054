/** One page, asked for until it comes, is refused for good, or nothing is left to give up. */
import type { Clock, ToolBridge, ToolReply } from '../base/bridge.ts';
import type { Budget } from '../call/budget.ts';
import type { ToolFailure } from '../base/failure.ts';
import type { JsonObject } from '../base/json.ts';
import { argumentsFor, nextRequest, type PageRequest } from './page-request.ts';

export interface Asking {
  readonly bridge: ToolBridge;
  readonly budget: Budget;
  readonly clock: Clock;
  readonly signal?: AbortSignal;
  /** Past the host's cache. */
  readonly fresh?: boolean;
}

export interface AskedPage {
  readonly outcome: ToolReply | ToolFailure;
  /** The request as it was answered: later pages are asked for in the same way. */
  readonly request: PageRequest;
}

/** Wait before the one retry where the server does not say how long. */
const BACK_OFF = 800;
/** A longer Retry-After is handed to the person instead of waited out. */
const LONGEST_WAIT = 120_000;
/** A tenant mapping may hold a few dozen keys that a server no longer knows. */
const MOST_CONCESSIONS = 60;

async function send(
  asking: Asking,
  request: PageRequest,
  args: JsonObject,
): Promise<ToolReply | ToolFailure> {
  const { bridge, budget, signal, fresh } = asking;
  const options = { ...(signal !== undefined && { signal }), ...(fresh === true && { fresh }) };
  return budget.run(request.tool, args, () => bridge.call(request.tool, args, options), signal);
}

/** Re-read every time; the signal can fire during a wait. */
function stopped(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

/** The one retry: waits as told, or a little; false when waiting is pointless. */
async function waited({ clock, signal }: Asking, { kind, retryAfterMs }: ToolFailure): Promise<boolean> {
  const wait = retryAfterMs ?? (kind === 'bad-arguments' ? 0 : BACK_OFF);
  if (wait > LONGEST_WAIT || stopped(signal)) return false;
  if (wait > 0) await clock.sleep(wait, signal).catch(() => {});
  return !stopped(signal);
}

/** Sends one call with at most one retry, and only where the failure allows it. */
export async function askOnce(
  asking: Asking,
  request: PageRequest,
  cursor: string | null,
): Promise<ToolReply | ToolFailure> {
  const args = argumentsFor(request, cursor);
  const first = await send(asking, request, args);
  if (first.ok || !first.retryable || first.kind === 'truncated') return first;
  return (await waited(asking, first)) ? send(asking, request, args) : first;
}

/** Asks for a page, making the concessions that refusals and cut answers call for. */
export async function ask(asking: Asking, request: PageRequest, cursor: string | null): Promise<AskedPage> {
  let current = request;
  for (let concessions = 0; ; concessions += 1) {
    const outcome = await askOnce(asking, current, cursor);
    if (outcome.ok || concessions >= MOST_CONCESSIONS) return { outcome, request: current };
    const next = nextRequest(current, outcome);
    if (next === null) return { outcome, request: current };
    current = next;
  }
}
