import type { ReadTool } from '../../../skill/torii/catalog.ts';
import { classifyMessage, decodeReply } from '../../../skill/torii/bridge.ts';
import { failure, type FailureKind, type ToolFailure } from '../../../skill/torii/failure.ts';
import { isJsonObject } from '../../../skill/torii/json.ts';
import { hostFailure, rejectionReason } from '../base/host-fault.ts';

/**
 * Names a rejection of a published page's host. A `tool_error` carries the server's own reply, which
 * says more than the code; `retryable` is believed only when the host states it.
 */
export function claudeFailure(thrown: unknown, tool: ReadTool): ToolFailure {
  // An aborted signal rejects with a DOMException, whose code is a number.
  if (
    typeof thrown !== 'object' ||
    thrown === null ||
    !('code' in thrown) ||
    typeof thrown.code !== 'string'
  ) {
    return { ...hostFailure(thrown, tool), retryable: false };
  }
  const retryable = 'retryable' in thrown && thrown.retryable === true;
  if (thrown.code === 'tool_error') return { ...toolError(thrown, tool), retryable };
  const wait = 'retryAfterMs' in thrown ? thrown.retryAfterMs : undefined;
  return failure(kindOf(thrown.code, rejectionReason(thrown)), tool, rejectionReason(thrown), {
    retryable,
    ...(typeof wait === 'number' && { retryAfterMs: wait }),
  });
}

/** An unknown code counts as `upstream_error`, where only the server's words say more. */
function kindOf(code: string, message: string): FailureKind {
  if (code === 'transform_error') return 'wrong-shape';
  const named = code === 'upstream_error' ? null : classifyMessage(code);
  return (named ?? classifyMessage(message))?.kind ?? 'unavailable';
}

function toolError(thrown: object, tool: ReadTool): ToolFailure {
  const result = 'result' in thrown && isJsonObject(thrown.result) ? thrown.result : {};
  const content = [{ type: 'text', text: rejectionReason(thrown) }];
  const said = decodeReply(tool, { content, ...result, isError: true });
  return said.ok ? failure('unavailable', tool, rejectionReason(thrown)) : said;
}
