/**
 * What a page must be granted: the tools it calls, under the names this server and this host give them.
 *
 * In: the tools the page calls, the tools seen at set-up where a mapping recorded them, and what is
 * known of the connector. Out: tool names, and the same with each prefix the host may spell today.
 */
import { type ReadTool, readToolNamed, splitWireName } from '../../torii/catalog.ts';

export interface Grant {
  /** Names without a prefix, as the server offers them. */
  readonly tools: readonly string[];
  /** Tools the page would call and the server did not offer at set-up. */
  readonly missing: readonly ReadTool[];
}

/** `offered` holds names as captured, with or without a prefix; null = not looked up yet. */
export function grantOf(called: readonly ReadTool[], offered: readonly string[] | null): Grant {
  if (offered === null) return { tools: called, missing: [] };
  const names = new Map<ReadTool, string>();
  for (const wireName of offered) {
    const { name } = splitWireName(wireName);
    const tool = readToolNamed(name);
    // A canonical name is preferred to an alias of the same tool.
    if (tool !== null && (name === tool || !names.has(tool))) names.set(tool, name);
  }
  return {
    tools: called.flatMap((tool) => names.get(tool) ?? []),
    missing: called.filter((tool) => !names.has(tool)),
  };
}

export interface ConnectorNames {
  /** Prefix of the name that a person gave, such as `mcp__<UUID>__`; null when none was given. */
  readonly prefix: string | null;
  readonly uuid: string | null;
  readonly displayName: string;
}

/**
 * Every prefix under which a host may spell the connector's tools. Hosts change between the UUID and a
 * name made from the display name, and a grant for one form does not cover the other.
 */
export function connectorPrefixes({ prefix, uuid, displayName }: ConnectorNames): string[] {
  const slugs = ['_', '-'].map((join) => slugOf(displayName, join)).filter((slug) => slug !== '');
  return [
    ...new Set([
      ...(prefix === null ? [] : [prefix]),
      ...(uuid === null ? [] : [`mcp__${uuid}__`]),
      ...slugs.map((slug) => `mcp__${slug}__`),
    ]),
  ];
}

/** No double underscore may come of it: that is where a full name is split. */
function slugOf(name: string, join: string): string {
  return (
    name
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join(join) ?? ''
  );
}
