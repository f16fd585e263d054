/**
 * The tool names that the hooks know, as alternatives for a POSIX shell and for a host's matchers.
 *
 * In: nothing but the catalog and the list of write verbs. Out: names and patterns, the same in each hook.
 */
import { catalog, readTools, type ReadTool } from '../../torii/catalog.ts';
import { writeVerbs } from '../base/denied-tools.ts';

function withAliases(tools: readonly ReadTool[]): string[] {
  return tools.flatMap((tool) => [tool, ...catalog[tool].aliases]);
}

/** Canonical names and aliases: all that may pass. */
export const readToolNames: readonly string[] = withAliases(readTools);

/** A server that offers one of each kind is Torii, whatever it is called. */
export const tellingNames = {
  apps: withAliases(['list_apps', 'get_app_fields']),
  contracts: withAliases(['list_contracts', 'get_contract_fields']),
} as const;

/** Any case, because a connector is called what somebody typed. */
const TORII = '[Tt][Oo][Rr][Ii][Ii]';

/** A shell pattern and a regular expression alike: the name of a connector says that it is Torii. */
export const toriiInName = TORII;

/** Words that a write, or a tool that hands out files, has somewhere in its name. */
const telling = [...writeVerbs, 'download', 'export', 'file', 'upload_url'];

/** The verb as a word of its own, also in `bulkUpdate` and `Update-User`. */
function wordPattern(words: readonly string[]): string {
  const anyCase = words.map((word) => word.replace(/^[a-z]/, (first) => `[${first.toUpperCase()}${first}]`));
  return `(?:.*[^A-Za-z]|[a-z]+(?=[A-Z]))?(?:${anyCase.join('|')})(?:[^a-z].*)?`;
}

/** Matchers as narrow as a host can hold: what they leave out never waits for a hook. */
export const matchers = {
  /** Every tool of a connector with Torii in its name. */
  named: `^mcp__.*${TORII}.*__.*$`,
  /** Whatever changes something on a server of another name: the guard asks whether it is Torii's. */
  writes: `^mcp__.*__(?:${wordPattern(telling)}|[A-Z_]*(?:${writeVerbs.map((verb) => verb.toUpperCase()).join('|')})[A-Z_]*)$`,
  /** The reads whose replies are kept. */
  reads: `^mcp__.*__(?:${readToolNames.join('|')})$`,
} as const;
