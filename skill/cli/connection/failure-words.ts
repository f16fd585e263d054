/** What to say of a failure at a terminal; the sentences in failure.ts speak to people in front of Claude. */
import { explain, type FailureAction, type FailureKind, type ToolFailure } from '../../torii/failure.ts';
import { tokenFromEnvironment } from '../../node/secrets.ts';

const sentences: Partial<Record<FailureKind, string>> = {
  'host-fault': 'The server did not do what was asked.',
};

const remedies: Partial<Record<FailureAction, string>> = {
  'check-address': 'Check the address: it should end in /mcp and belong to Torii.',
  'ask-admin': 'Ask the Torii administrator for read access.',
  retry: 'Check the network and the address, then try again.',
  wait: 'Wait a minute, then try again.',
  report: 'Please report it, with the words in brackets.',
};

/** What happened, with the server's own words in brackets. */
export function failureSentence({ kind, message }: ToolFailure): string {
  if (kind === 'needs-sign-in') {
    return tokenFromEnvironment() === null
      ? `The server wants a sign-in. (${message})`
      : 'The server does not accept the token in TORII_MCP_TOKEN: it may have expired, or be for another server.';
  }
  return `${sentences[kind] ?? explain(kind).sentence} (${message})`;
}

/** What the person can do; empty where nothing would help. */
export function failureRemedy({ kind, action }: ToolFailure, url: URL | null = null): string {
  if (kind !== 'needs-sign-in') return remedies[action] ?? '';
  const signIn = `saas-rationalization login --url ${url === null ? '<address>' : asTyped(url)}`;
  return tokenFromEnvironment() === null
    ? `Sign in with: ${signIn}`
    : `Put a fresh one there, or remove it and sign in with: ${signIn}`;
}

/** As it can be typed at a shell. */
function asTyped({ href }: URL): string {
  return /^[\w:/.%~-]+$/.test(href) ? href : `"${href}"`;
}
