/**
 * The tools of a server that may pass: those the guard admits, as the server describes them.
 *
 * In: an open client. Out: the admitted tools, and the names that were kept back. A tool that breaks the
 * protocol's own schema is kept back alone, so that one bad row does not cost the whole list. Rejects
 * with whatever the client throws.
 */
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { ToolSchema, type Tool } from '@modelcontextprotocol/sdk/types.js';
import { isJsonObject } from '../../../torii/json.ts';
import { admit } from '../../../torii/bridge.ts';
import { readToolRows } from '../../connection/tool-rows.ts';

export interface ToolListing {
  readonly admitted: readonly Tool[];
  /** Offered by the server, hidden here. */
  readonly kept: readonly string[];
}

/** Reads every page of tools/list and keeps what the guard admits. */
export async function readListing(client: Client, timeout: number): Promise<ToolListing> {
  return splitListing(await readToolRows(client, timeout));
}

/** A name that is offered twice passes only if the guard admits every tool that bears it. */
export function splitListing(rows: readonly unknown[]): ToolListing {
  const kept = new Set(rows.filter((row) => admittedTool(row) === null).map(nameOf));
  const admitted = new Map<string, Tool>();
  for (const row of rows) {
    const tool = admittedTool(row);
    if (tool !== null && !kept.has(tool.name)) admitted.set(tool.name, tool);
  }
  return { admitted: [...admitted.values()], kept: [...kept] };
}

function nameOf(row: unknown): string {
  return isJsonObject(row) && typeof row['name'] === 'string' ? row['name'] : '(without a name)';
}

/**
 * What is not listed here does not pass: links to views that only the server itself can show, and
 * tasks, which would outlive the call that the guard has looked at.
 */
function admittedTool(row: unknown): Tool | null {
  const parsed = ToolSchema.safeParse(row);
  if (!parsed.success) return null;
  const { name, title, description, inputSchema, outputSchema, annotations } = parsed.data;
  if (!admit(name, {}, { name, ...(annotations && { annotations }) }).ok) return null;
  return {
    name,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    inputSchema,
    ...(outputSchema !== undefined && { outputSchema }),
    annotations: { ...annotations, readOnlyHint: true },
  };
}
