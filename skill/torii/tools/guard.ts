/**
 * The read-only guard: the last code before a call leaves, and the only holder of a raw call.
 *
 * In: a wire name and arguments, and what the server says of the tool where it says anything. Out:
 * the read tool it is, or a refusal. Default is refusal: what the catalog does not name is never
 * called, whatever its annotations claim, and neither is a catalog name that is annotated as a
 * write or an argument that the catalog does not list.
 */
import type { CallOptions, OfferedTool, RawCall } from '../base/bridge.ts';
import { entryOf, type ReadTool } from '../base/catalog.ts';
import { failure, type ToolFailure } from '../base/failure.ts';
import type { JsonObject } from '../base/json.ts';
import { readToolNamed, splitWireName } from '../base/wire-name.ts';

function annotatedAsWrite(offered: OfferedTool | undefined): boolean {
  return offered?.annotations?.readOnlyHint === false || offered?.annotations?.destructiveHint === true;
}

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Decides whether a call may leave; strips any server prefix and resolves aliases. */
export function admit(
  wireName: string,
  args: JsonObject,
  offered?: OfferedTool,
): { readonly ok: true; readonly tool: ReadTool } | ToolFailure {
  const tool = readToolNamed(splitWireName(wireName).name);
  if (tool === null) return failure('refused', null, `${wireName} is not a read tool of the catalog.`);
  if (annotatedAsWrite(offered)) return failure('refused', tool, `${wireName} is annotated as a write.`);
  if (!isPlainObject(args)) return failure('refused', tool, 'The arguments are not an object.');
  const allowed = entryOf(tool).args;
  const stranger = Reflect.ownKeys(args).find((key) => typeof key !== 'string' || !allowed.includes(key));
  if (stranger === undefined) return { ok: true, tool };
  return failure('refused', tool, `${wireName} takes no argument ${String(stranger)} here.`);
}

export type GuardedCall = (
  wireName: string,
  args: JsonObject,
  options: CallOptions,
) => Promise<{ readonly ok: true; readonly value: unknown } | ToolFailure>;

/**
 * Puts the guard in front of a raw call. A refused call never reaches it; a rejection of the raw call
 * passes through as a rejection, for the bridge to explain.
 */
export function guarded(
  raw: RawCall,
  offeredAs?: (wireName: string) => OfferedTool | undefined,
): GuardedCall {
  return async (wireName, args, options) => {
    const admitted = admit(wireName, args, offeredAs?.(wireName));
    if (!admitted.ok) return admitted;
    return { ok: true, value: await raw(wireName, args, options) };
  };
}
