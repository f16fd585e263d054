import type { ReadTool } from '../../../skill/torii/catalog.ts';
import { kindOfStatus } from '../../../skill/torii/bridge.ts';
import { failure, type ToolFailure } from '../../../skill/torii/failure.ts';
import { isJsonObject } from '../../../skill/torii/json.ts';
import { hostFailure, rejectionReason } from '../base/host-fault.ts';

/** Statuses of an address that is no MCP endpoint; −1 stands for an answer in another format. */
const NOT_MCP: readonly unknown[] = [404, 405, -1];

/** Names a rejection of the preview's parent, which passes on the HTTP status where there was one. */
export function previewFailure(thrown: unknown, tool: ReadTool): ToolFailure {
  const status = isJsonObject(thrown) ? thrown['status'] : null;
  if (typeof status !== 'number') return hostFailure(thrown, tool);
  if (NOT_MCP.includes(status)) return failure('not-torii', tool, rejectionReason(thrown));
  return failure(kindOfStatus(status) ?? 'host-fault', tool, rejectionReason(thrown));
}
