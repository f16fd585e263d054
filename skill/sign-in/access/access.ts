/**
 * How requests to one MCP server are authorized: with the token of the environment, else with the
 * stored sign-in, which is renewed shortly before it expires and when the server no longer takes it.
 *
 * In: the server's address. Out: a `fetch` for that server alone. What it throws is `UnauthorizedError`
 * with a sentence where a person has to sign in, and whatever the network throws. No one is asked
 * anything here: `challenge` keeps what the server asked for, for callers that can ask a person.
 */
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { tokenFromEnvironment } from '../../node/secrets.ts';
import { challengeIn, type Challenge } from '../server/challenge.ts';
import { readLogin } from '../store/login-store.ts';
import { renewLogin } from '../server/renew-login.ts';
import { expiresSoon, expiryOf, type StoredLogin } from '../store/stored-login.ts';

export interface Access {
  readonly fetch: typeof fetch;
  /** A text of the server without the tokens it was sent: servers repeat them, and errors are shown. */
  hide(text: string): string;
  /** What the server last asked a person for; null when it did not. Requests since may have gone well. */
  challenge(): Challenge | null;
}

type Told = (sentence: string) => void;

/** Access to a server; stops where a stored sign-in is there but cannot be used. `told` hears of waits. */
export async function accessTo(url: URL, told?: Told): Promise<Access> {
  const token = tokenFromEnvironment();
  return token === null ? storedAccessTo(url, told) : bearerAccess(token);
}

/** With one token, which cannot be renewed here. */
export function bearerAccess(token: string): Access {
  return {
    challenge: () => null,
    hide: (text) => without(text, [token]),
    fetch: (input, init) => fetch(input, withToken(init, token)),
  };
}

/** With the stored sign-in alone, whatever the environment holds. */
export async function storedAccessTo(url: URL, told?: Told): Promise<Access> {
  return storedAccess(url, await readLogin(url), told);
}

/** With nothing: what the server then asks for is its `challenge`. */
export function anonymousAccess(url: URL): Access {
  return storedAccess(url, null);
}

function storedAccess(url: URL, stored: StoredLogin | null, told?: Told): Access {
  const current = createCurrentLogin(url, stored, told);
  let challenge: Challenge | null = null;
  const sent = new Set<string>();
  // Others are under way at the same time: one that goes well takes nothing back.
  const judged = (response: Response): Response => {
    const wanted = challengeIn(response);
    challenge = wanted ?? challenge;
    if (wanted?.wants === 'wider-scope') throw tooNarrow(wanted);
    return response;
  };
  return {
    challenge: () => challenge,
    hide: (text) => without(text, sent),
    async fetch(input, init) {
      const sendWith = (bearer: string): Promise<Response> => {
        sent.add(bearer);
        return fetch(input, withToken(init, bearer));
      };
      const fresh = await current.freshToken();
      if (fresh === null) return judged(await fetch(input, init));
      if (!fresh.ok) {
        challenge = SIGN_IN;
        throw fresh.error;
      }
      const response = await sendWith(fresh.token);
      if (response.status !== 401) return judged(response);
      await response.body?.cancel();
      challenge = challengeIn(response);
      return judged(await sendWith(await current.renewed(fresh.token)));
    },
  };
}

type FreshToken =
  | { readonly ok: true; readonly token: string }
  | { readonly ok: false; readonly error: unknown };

/** The sign-in that requests are sent with, renewed in time and when the server no longer takes it. */
interface CurrentLogin {
  /** Null where no one is signed in. */
  freshToken(): Promise<FreshToken | null>;
  /** Another token than the spent one. */
  renewed(spent: string): Promise<string>;
}

function createCurrentLogin(url: URL, stored: StoredLogin | null, told?: Told): CurrentLogin {
  let login = stored;
  let renewing: Promise<StoredLogin> | null = null;

  /** Requests at the same time share one renewal. */
  async function renewed(spent: string): Promise<string> {
    if (login !== null && login.tokens.access_token !== spent) return login.tokens.access_token;
    renewing ??= renewLogin(url, spent, told).finally(() => {
      renewing = null;
    });
    login = await renewing;
    return login.tokens.access_token;
  }

  return {
    renewed,
    async freshToken() {
      if (login === null) return null;
      const now = login;
      const { access_token: token } = now.tokens;
      if (!expiresSoon(now)) return { ok: true, token };
      try {
        return { ok: true, token: await renewed(token) };
      } catch (error) {
        // Some time is left on it.
        return (expiryOf(now) ?? 0) > Date.now() ? { ok: true, token } : { ok: false, error };
      }
    },
  };
}

function tooNarrow({ scope }: Challenge): UnauthorizedError {
  const asked = scope === null ? '' : `: ${scope}`;
  return new UnauthorizedError(
    `The sign-in was granted too little for this; the server asks for more${asked}.`,
  );
}

const SIGN_IN: Challenge = { wants: 'sign-in', scope: null, resourceMetadataUrl: null };

function withToken(init: RequestInit | undefined, token: string): RequestInit {
  const headers = new Headers(init?.headers);
  headers.set('authorization', `Bearer ${token}`);
  return { ...init, headers };
}

function without(text: string, secrets: Iterable<string>): string {
  let hidden = text;
  for (const secret of secrets) hidden = hidden.replaceAll(secret, '[hidden]');
  return hidden;
}
