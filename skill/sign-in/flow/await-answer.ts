/**
 * Waits for the answer to a sign-in, from the browser or typed, and checks that it is ours.
 *
 * Out: the authorization code. Stops when the person declines or does not answer, and when the answer names
 * another issuer (RFC 9207) than the one that was asked, or was typed with another state.
 */
import { systemClock } from '../../node/clock.ts';
import type { SignInServer } from '../server/sign-in-server.ts';
import type { SignInPrompts } from './person.ts';
import { ScopeRefused, signInStop } from '../server/sign-in-stops.ts';

interface Awaited {
  /** What comes back to the browser: it is listened for before the browser is sent. */
  readonly returned: Promise<URLSearchParams>;
  readonly person: SignInPrompts;
  readonly state: string;
  readonly server: SignInServer;
  readonly url: URL;
}

export async function awaitAnswer(awaited: Awaited): Promise<string> {
  const { returned, person, state, server, url } = awaited;
  const stop = new AbortController();
  try {
    const answer = await Promise.race([
      returned,
      typedAnswer(awaited, stop.signal),
      late(url, person.patienceMs, stop.signal),
    ]);
    checkOrigin(answer, state, server, url);
    return codeIn(answer, url);
  } finally {
    stop.abort();
  }
}

/** Nothing typed leaves it to the browser. A code alone is ours: its verifier ties it to this sign-in. */
async function typedAnswer(
  { person, state, server }: Awaited,
  signal: AbortSignal,
): Promise<URLSearchParams> {
  const text = await person.typed(signal);
  if (text === null) return new Promise(() => {});
  const iss = issuerOf(server);
  return URL.canParse(text)
    ? new URL(text).searchParams
    : new URLSearchParams({ code: text, state, ...(iss !== null && { iss }) });
}

async function late(url: URL, ms: number, signal: AbortSignal): Promise<never> {
  await systemClock.sleep(ms, signal).catch(() => new Promise(() => {}));
  throw signInStop(url, `no answer came within ${Math.round(ms / 1000)} seconds`, null);
}

function checkOrigin(answer: URLSearchParams, state: string, server: SignInServer, url: URL): void {
  if (answer.get('state') !== state) {
    throw signInStop(url, 'the answer belongs to another sign-in (its state differs)', null);
  }
  const issuer = issuerOf(server);
  const named = answer.get('iss');
  if (named === null && answer.has('code') && promisesIssuer(server)) {
    throw signInStop(url, `the answer does not say that it comes from ${issuer}, which always does`, null);
  }
  if (named !== null && issuer !== null && named !== issuer) {
    throw signInStop(url, `the answer comes from ${named}, but ${issuer} was asked`, null);
  }
}

function issuerOf({ authorizationServerMetadata }: SignInServer): string | null {
  return authorizationServerMetadata?.issuer ?? null;
}

function promisesIssuer({ authorizationServerMetadata: metadata }: SignInServer): boolean {
  const key = 'authorization_response_iss_parameter_supported';
  return metadata !== undefined && key in metadata && metadata[key] === true;
}

function codeIn(answer: URLSearchParams, url: URL): string {
  const code = answer.get('code');
  const error = answer.get('error');
  if (error === 'access_denied') throw signInStop(url, 'the person declined', null);
  const words = answer.get('error_description') ?? error;
  if (error === 'invalid_scope') throw new ScopeRefused(url, words ?? error);
  if (error !== null) throw signInStop(url, `the server refused it (${words})`, null);
  if (code === null) throw signInStop(url, 'the answer holds no code', null);
  return code;
}
