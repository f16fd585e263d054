/**
 * The tools that a server lists, row by row: a tool that breaks the protocol costs itself alone, and what of it
 * can be read is kept. A schema is taken as it is; what reads it walks it only so far.
 */
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import type { OfferedTool } from '../../torii/bridge.ts';
import type { ToolFailure } from '../../torii/failure.ts';
import { cutDeeperThan, isJsonObject } from '../../torii/json.ts';
import { httpFailure } from './http-failure.ts';
import { readToolRows } from './tool-rows.ts';

/** Every page of tools/list. */
export async function listOffered(
  client: Client,
  timeout: number,
): Promise<readonly OfferedTool[] | ToolFailure> {
  try {
    const rows = await readToolRows(client, timeout);
    return rows.flatMap((row) => offeredTool(row) ?? []);
  } catch (thrown) {
    return httpFailure(thrown, null);
  }
}

/** Null for a row without a name. */
function offeredTool(row: unknown): OfferedTool | null {
  if (!isJsonObject(row) || typeof row['name'] !== 'string') return null;
  const { name, description, inputSchema, annotations } = row;
  const schema = cutDeeperThan(inputSchema);
  return {
    name,
    ...(typeof description === 'string' && { description }),
    ...(isJsonObject(schema) && { inputSchema: schema }),
    ...(annotations !== undefined && annotations !== null && { annotations: hints(annotations) }),
  };
}

/** A hint that is no yes or no is taken for the worse of the two: it may hide a write. */
function hints(annotations: unknown): NonNullable<OfferedTool['annotations']> {
  const { readOnlyHint, destructiveHint } = isJsonObject(annotations) ? annotations : unreadable;
  return {
    ...(readOnlyHint !== undefined && readOnlyHint !== null && { readOnlyHint: readOnlyHint === true }),
    ...(destructiveHint !== undefined &&
      destructiveHint !== null && { destructiveHint: destructiveHint !== false }),
  };
}

const unreadable = { readOnlyHint: false, destructiveHint: true };
