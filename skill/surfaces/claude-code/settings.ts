/**
 * Settings for sessions that may only read Torii, delivered by `claude --settings`.
 *
 * Not `.claude/settings.json`: in a folder that nobody has marked as trusted, `claude -p` ignores the
 * allow rules of a project. Three layers, since each has a gap: the allow list with `dontAsk` refuses
 * what nobody named; the deny globs hold in every mode and on every server, and beat any allow rule
 * of the person's own; the hook knows the catalog, and blocks even where it cannot start.
 */
import { deniedOnEveryServer } from '../base/denied-tools.ts';
import { serverName } from '../base/mcp-json.ts';
import type { ToolList } from '../base/tool-list.ts';

/** The name under which the plugin of this project is installed. */
const PLUGIN = 'saas-rationalization-dashboard';

/** One connector goes by several names: from a project, from our plugin, from the person's account. */
const servers = [serverName, `plugin_${PLUGIN}_${serverName}`, 'claude_ai_Torii'];

/** Allow rules take no wildcard for the server, so each name is spelled out. */
export function allowedTools({ allowed }: ToolList): string[] {
  return servers.flatMap((server) => allowed.map((tool) => `mcp__${server}__${tool}`));
}

/** @param hookFile Path of the hook script from the project's root. */
export function readOnlySettings(tools: ToolList, hookFile: string): string {
  const settings = {
    $schema: 'https://json.schemastore.org/claude-code-settings.json',
    permissions: {
      defaultMode: 'dontAsk',
      disableBypassPermissionsMode: 'disable',
      allow: allowedTools(tools),
      deny: deniedOnEveryServer,
    },
    enabledMcpjsonServers: [serverName],
    hooks: { PreToolUse: [{ matcher: 'mcp__.*', hooks: [hookCommand(hookFile)] }] },
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/** Seconds within which the hook answers or counts as failed. */
const TIMEOUT_S = 20;

/** Without `onFailure` a hook that cannot start lets the call through. */
function hookCommand(file: string): object {
  const command = `node "$CLAUDE_PROJECT_DIR/${file}"`;
  return { type: 'command', command, timeout: TIMEOUT_S, onFailure: 'block' };
}
