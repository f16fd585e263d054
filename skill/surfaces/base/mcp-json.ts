/** The name that all our files give Torii's server. */
export const serverName = 'torii';

/** Claude Code ignores an entry without `type`; signing in needs no field: the server asks for it. */
export function serverEntry(url: string): { readonly type: 'http'; readonly url: string } {
  return { type: 'http', url };
}

/** `.mcp.json`, for Claude Code projects and for plugins. */
export function mcpJson(url: string): string {
  return `${JSON.stringify({ mcpServers: { [serverName]: serverEntry(url) } }, null, 2)}\n`;
}

/** The name of our own server with the engine; without Torii in it, so that no rule for Torii blocks its answers. */
export const engineServerName = 'saas-rationalization';

/**
 * `.mcp.json` with our own server in place of Torii's: it passes Torii's reads on, so both would show them twice.
 * @param script from the root of the project
 */
export function engineMcpJson(url: string, script: string, tenantPack: string): string {
  const root = '${CLAUDE_PROJECT_DIR:-.}';
  const args = [
    `${root}/${script}`,
    'proxy',
    '--engine',
    '--url',
    url,
    '--tenant-pack',
    `${root}/${tenantPack}`,
  ];
  const entry = { type: 'stdio', command: 'node', args };
  return `${JSON.stringify({ mcpServers: { [engineServerName]: entry } }, null, 2)}\n`;
}
