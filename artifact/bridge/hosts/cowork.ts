/**
 * Live artifacts: `window.cowork.callMcpTool(fullName, args)`.
 *
 * In: the host object, the receipt of the grant and, if a person gave one, the connector's prefix.
 * Out: a `ToolBridge`. The host resolves with `isError` when it refuses and rejects when its own
 * channel fails. It states no time for its answers and cannot be told to skip its cache, so
 * `storedAt` is null and `fresh` changes nothing.
 */
import { type OfferedTool, type RawCall, type ToolBridge, openBridge } from '../../../skill/torii/bridge.ts';
import { failure, type ToolFailure } from '../../../skill/torii/failure.ts';
import { isJsonObject, type JsonObject } from '../../../skill/torii/json.ts';
import { readToolNamed, splitWireName } from '../../../skill/torii/catalog.ts';
import { hostFailure } from '../base/host-fault.ts';
import type { Receipt } from '../base/receipt.ts';
import type { BridgeSettings } from '../base/settings.ts';

export interface CoworkApi {
  callMcpTool(fullName: string, args: JsonObject): Promise<unknown>;
}

export interface CoworkSettings extends BridgeSettings {
  readonly cowork: CoworkApi;
  /** Null when the host wrote none: then names are formed from the prefix, and calls tell the rest. */
  readonly receipt: Receipt | null;
}

const DEADLINE_MS = 60_000;
/** Pause before the one repetition that a cold start is worth. */
const COLD_START_MS = 500;
const COLD_START = /tool call failed: 400\b/i;

export function coworkBridge(settings: CoworkSettings): ToolBridge {
  return openBridge({
    host: 'cowork',
    raw: rawCall(settings),
    clock: settings.clock,
    deadlineMs: settings.deadlineMs ?? DEADLINE_MS,
    wireNames: () => Promise.resolve(offered(settings)),
    failureOf: hostFailure,
    ...(settings.prefix !== null && { prefix: settings.prefix }),
    ...(settings.dialect && { dialect: settings.dialect }),
    ...(settings.onCall && { onCall: settings.onCall }),
  });
}

/**
 * The grant, which may name one connector twice (by UUID and by slug) and other products beside it;
 * which of them answers is found by calling.
 */
function offered({ receipt, prefix }: CoworkSettings): readonly OfferedTool[] | ToolFailure | null {
  if (receipt === null) {
    const reason = 'The page has no receipt of its grant, and no connector was configured.';
    return prefix === null ? failure('not-connected', null, reason) : null;
  }
  if (receipt.tools.some(isListApps)) return receipt.tools.map((name) => ({ name }));
  const listed = receipt.tools.length === 0 ? 'no tool' : 'no tool that lists apps';
  return failure('not-granted', null, `The receipt of this page lists ${listed}.`);
}

function isListApps(fullName: string): boolean {
  return readToolNamed(splitWireName(fullName).name) === 'list_apps';
}

function rawCall({ cowork, clock }: CoworkSettings): RawCall {
  return async (fullName, args, { signal }) => {
    const reply = await cowork.callMcpTool(fullName, args);
    if (!isColdStart(reply)) return reply;
    await clock.sleep(COLD_START_MS, signal);
    return cowork.callMcpTool(fullName, args);
  };
}

/** The first call after the app starts may fail like this, and works when repeated. */
function isColdStart(reply: unknown): boolean {
  if (!isJsonObject(reply) || reply['isError'] !== true || !Array.isArray(reply['content'])) return false;
  return reply['content'].some(
    (part) => isJsonObject(part) && typeof part['text'] === 'string' && COLD_START.test(part['text']),
  );
}
