/** Names as they travel: `mcp__<segment>__list_apps`, where the segment is a UUID, a slug or a plugin's. */
import { catalog, isReadTool, readTools, type ReadTool } from './catalog.ts';

export interface WireName {
  /** Everything before the tool's own name; empty on a direct connection. */
  readonly prefix: string;
  readonly name: string;
}

/**
 * The segment ends at the first double underscore: taking the last one would let a foreign tool
 * called `x__list_apps` pass for `list_apps`.
 */
const PREFIXED = /^(mcp__(?:(?!__).)+__)(.+)$/s;

export function splitWireName(wireName: string): WireName {
  const [, prefix, name] = PREFIXED.exec(wireName) ?? [];
  return prefix === undefined || name === undefined ? { prefix: '', name: wireName } : { prefix, name };
}

const aliases: ReadonlyMap<string, ReadTool> = new Map(
  readTools.flatMap((tool) => catalog[tool].aliases.map((alias) => [alias, tool] as const)),
);

/** The read tool that a name means, canonical or alias; null for every other name. */
export function readToolNamed(name: string): ReadTool | null {
  return isReadTool(name) ? name : (aliases.get(name) ?? null);
}
