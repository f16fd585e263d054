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
