/** How a sign-in ends that did not succeed: what happened, whose word it is, and what a person can do. */
import { InvalidScopeError, OAuthError } from '@modelcontextprotocol/sdk/server/auth/errors.js';
import { ZodError } from 'zod';
import { ExitCode, Stop } from '../../node/stop.ts';
import { oauthWords } from './oauth-words.ts';
import type { SignInServer } from './sign-in-server.ts';

/** Ends a sign-in with a clause that completes "Not signed in:", and the words of whatever was thrown. */
export function signInStop(url: URL, clause: string, thrown: unknown, remedy = AGAIN): Stop {
  const words = thrown === null ? '' : ` (${oauthWords(thrown)})`;
  return new Stop(ExitCode.notConnected, `${url.href}: Not signed in: ${clause}${words}. ${remedy}`);
}

/** The server does not grant the scopes that were asked for; others may do. */
export class ScopeRefused extends Stop {
  constructor(url: URL, words: string) {
    super(
      ExitCode.notConnected,
      `${url.href}: Not signed in: the server does not grant the scopes asked for (${words}). ` +
        'Ask the administrator which ones it grants for reading, and name them with login --scope.',
    );
  }
}

const AGAIN = 'Nothing was changed; consider trying again.';
const OWN_CLIENT =
  'Ask the administrator for a client id and give it with --client-id; ' +
  'a secret, where there is one, goes into the environment variable TORII_CLIENT_SECRET.';
const ADDRESS = 'Check the address: it should end in /mcp and belong to Torii.';

/** Before the person was asked: the server describes no sign-in, or registers no clients, or not us. */
export function registrationRefused(thrown: unknown, server: SignInServer, url: URL): unknown {
  if (thrown instanceof Stop) return thrown;
  if (thrown instanceof InvalidScopeError) return new ScopeRefused(url, oauthWords(thrown));
  const { authorizationServerMetadata: metadata } = server;
  if (metadata === undefined) {
    return signInStop(url, 'the server wants a sign-in but says nowhere how', thrown, ADDRESS);
  }
  if (metadata.registration_endpoint === undefined) {
    return signInStop(url, 'the server does not register clients automatically', null, OWN_CLIENT);
  }
  if (thrown instanceof OAuthError || thrown instanceof ZodError) {
    return signInStop(url, 'the server refused to register this client', thrown, OWN_CLIENT);
  }
  return signInStop(url, 'the sign-in could not begin', thrown);
}

/** After the person consented: the code was not exchanged for tokens. */
export function codeRefused(thrown: unknown, url: URL, secrets: readonly string[]): unknown {
  if (thrown instanceof Stop) return thrown;
  if (thrown instanceof InvalidScopeError) return new ScopeRefused(url, oauthWords(thrown));
  const stop = signInStop(url, 'consent was given, but the server handed out no token', thrown);
  // A server may repeat what it was sent; what is a secret now is none that anybody should read.
  return new Stop(stop.exitCode, hidden(stop.message, secrets));
}

function hidden(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret !== '')
    .reduce((all, secret) => all.replaceAll(secret, '[hidden]'), text);
}
