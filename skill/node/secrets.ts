/** A bearer token may only come from the environment: command lines end up in histories and process lists. */
export function tokenFromEnvironment(): string | null {
  const token = process.env['TORII_MCP_TOKEN']?.trim();
  return token === undefined || token === '' ? null : token;
}

/** "A bearer token is required" hides nothing; what follows is a token when it is long or no word. */
const bearer = /\b(Bearer)\s+(?:[\w.~+/=-]{16,}|(?=[\w.~+/=-]*[\d_~+/=-])[\w.~+/=-]+)/gi;

/** Names of parameters whose value lets somebody in; a sign-in's own `code_challenge` and `state` do not. */
const secretParameter =
  /([?&;](?:[\w-]*(?:token|secret|passw(?:or)?d|pwd|api[-_]?key|credentials?)|key|auth|sig|signature|jwt)=)[^\s&#"'<>]+/gi;

/** A text whose addresses hold no name and password, and no token: addresses are shown, kept and sent around. */
export function withoutSecretAddresses(text: string): string {
  return text
    .replaceAll(/\b([a-z][a-z\d+.-]*:\/\/)[^\s/?#@"'<>]+@/gi, '$1[hidden]@')
    .replaceAll(secretParameter, '$1[hidden]');
}

/**
 * Servers repeat what they were sent, and what they say ends in logs, digests and conversations. Tokens of the
 * kind JWT are known by how they begin, others by the text before them.
 */
export function withoutSecrets(text: string): string {
  const token = process.env['TORII_MCP_TOKEN']?.trim() ?? '';
  const known = token === '' ? text : text.replaceAll(token, '[hidden]');
  return withoutSecretAddresses(known)
    .replaceAll(bearer, '$1 [hidden]')
    .replaceAll(/\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g, '[hidden]')
    .replaceAll(
      /\b((?:access|refresh|id)_token|client_secret|code_verifier)(["']?\s*[:=]\s*["']?)[^\s"'&,}]+/gi,
      '$1$2[hidden]',
    );
}
