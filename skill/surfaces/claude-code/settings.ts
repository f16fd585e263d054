/**
 * Two settings files for Claude Code.
 *
 * For sessions that may only read Torii, delivered by `claude --settings`. Three layers, since each has a
 * gap: the allow list with `dontAsk` refuses what is not named; the deny globs hold in every mode and on
 * every server, and beat any allow rule of the person's own; the hook knows the catalog.
 *
 * For every other session in the project, `.claude/settings.json`: a forgotten flag, an editor or the desktop
 * app start without the first file. It denies and guards Torii alone, since the rest of the project is not our
 * business. It allows nothing: `claude -p` ignores allow rules of a folder that is not marked as trusted.
 */
import { deniedOfNamedTorii, deniedOnEveryServer } from '../base/denied-tools.ts';
import { engineServerName, serverName } from '../base/mcp-json.ts';
import { hookEntries, type HookPlaces } from '../hooks/hook-entries.ts';
import type { ToolList } from '../base/tool-list.ts';

/** The name under which the plugin of this project is installed. */
const PLUGIN = 'saas-rationalization-dashboard';

/** One connector goes by several names: from a project, from our plugin, from the person's account. */
const servers = [serverName, `plugin_${PLUGIN}_${serverName}`, 'claude_ai_Torii'];

/** Allow rules take no wildcard for the server, so each name is spelled out. */
export function allowedTools({ allowed }: ToolList): string[] {
  return servers.flatMap((server) => allowed.map((tool) => `mcp__${server}__${tool}`));
}

/** For `claude --settings`. */
export function readOnlySettings(
  tools: ToolList,
  places: HookPlaces,
  engineTools: readonly string[] = [],
): string {
  const own = engineTools.length === 0 ? [] : [...engineTools, ...tools.allowed];
  return settingsFile({
    permissions: {
      defaultMode: 'dontAsk',
      disableBypassPermissionsMode: 'disable',
      allow: [...allowedTools(tools), ...own.map((tool) => `mcp__${engineServerName}__${tool}`)],
      deny: deniedOnEveryServer,
    },
    enabledMcpjsonServers: [serverName, ...(own.length === 0 ? [] : [engineServerName])],
    hooks: hookEntries(places),
  });
}

/** For `.claude/settings.json`. */
export function projectSettings(places: HookPlaces): string {
  return settingsFile({ permissions: { deny: deniedOfNamedTorii }, hooks: hookEntries(places) });
}

function settingsFile(settings: object): string {
  const $schema = 'https://json.schemastore.org/claude-code-settings.json';
  return `${JSON.stringify({ $schema, ...settings }, null, 2)}\n`;
}
