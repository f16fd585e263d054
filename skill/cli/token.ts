/** A bearer token may only come from the environment: command lines end up in histories and process lists. */
export function tokenFromEnvironment(): string | null {
  const token = process.env['TORII_MCP_TOKEN']?.trim();
  return token === undefined || token === '' ? null : token;
}
