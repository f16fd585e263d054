/**
 * The entry of Claude Desktop's configuration file, for those who cannot use the account's connector.
 *
 * The file takes commands only, no addresses, so mcp-remote sits in between and signs in by OAuth.
 * It can leave tools out but cannot name the ones to keep: a write with an unforeseen verb would
 * pass. The extension of this project keeps to the catalog instead, and comes first where it can be
 * installed.
 */
import { deniedOfTorii } from '../base/denied-tools.ts';
import { serverName } from '../base/mcp-json.ts';

/** A version that does not know `--ignore-tool` would ignore it and show every tool, so it is fixed. */
const MCP_REMOTE = 'mcp-remote@0.15.1';

export interface ServerCommand {
  readonly command: string;
  readonly args: readonly string[];
}

/** mcp-remote takes one pattern per option; `*` matches any text, and case does not count. */
export function mcpRemoteEntry(url: string): ServerCommand {
  const ignored = deniedOfTorii.flatMap((pattern) => ['--ignore-tool', pattern]);
  return { command: 'npx', args: ['-y', MCP_REMOTE, url, ...ignored] };
}

/** `claude_desktop_config.json` with this one server. */
export function desktopConfig(url: string): string {
  return `${JSON.stringify({ mcpServers: { [serverName]: mcpRemoteEntry(url) } }, null, 2)}\n`;
}
