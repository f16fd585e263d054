/**
 * Renews the access token of a stored sign-in, in one process at a time.
 *
 * In: the server and the access token that is no longer good. Out: the sign-in with a fresh one, be it
 * renewed here or by another process meanwhile. Throws `UnauthorizedError` with a sentence where only a
 * person can help; anything else thrown is the network, and the stored sign-in is as it was.
 */
import { refreshAuthorization, UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import {
  InvalidClientError,
  InvalidGrantError,
  UnauthorizedClientError,
  type OAuthError,
} from '@modelcontextprotocol/sdk/server/auth/errors.js';
import type { OAuthTokens } from '@modelcontextprotocol/sdk/shared/auth.js';
import { whileLocked } from '../store/login-lock.ts';
import { readLogin, writeLogin } from '../store/login-store.ts';
import { signInFetch } from './sign-in-fetch.ts';
import type { StoredLogin } from '../store/stored-login.ts';

/** Longer than a renewal takes; a process that holds the lock longer hangs. */
const PATIENCE_MS = 45_000;

/** @param told Hears of a wait for another process. */
export function renewLogin(url: URL, spent: string, told?: (sentence: string) => void): Promise<StoredLogin> {
  return whileLocked(url, { purpose: 'renewal', patienceMs: PATIENCE_MS, told }, async () => {
    const login = await readLogin(url);
    if (login === null) throw new UnauthorizedError('The stored sign-in is gone.');
    if (login.tokens.access_token !== spent) return login;
    const tokens = await refreshed(url, login);
    const renewed = { ...login, tokens: { ...login.tokens, ...tokens }, obtainedAt: Date.now() };
    await writeLogin(url, renewed);
    return renewed;
  });
}

async function refreshed(url: URL, login: StoredLogin): Promise<OAuthTokens> {
  const { client, tokens, authorizationServer, metadata, resource } = login;
  const { refresh_token: refreshToken, ...rest } = tokens;
  if (refreshToken === undefined) {
    throw new UnauthorizedError(
      'The stored sign-in has expired, and the server gave nothing to renew it with.',
    );
  }
  try {
    return await refreshAuthorization(authorizationServer, {
      clientInformation: client,
      refreshToken,
      fetchFn: signInFetch(url),
      ...(metadata === null ? {} : { metadata }),
      ...(resource === null ? {} : { resource }),
    });
  } catch (error) {
    if (!isRejection(error)) throw error;
    // The access token may live on for a while; only what is dead is dropped.
    await writeLogin(url, { ...login, tokens: rest });
    const words = (error.message || error.errorCode).replaceAll(refreshToken, '[hidden]');
    throw new UnauthorizedError(`The server does not renew the stored sign-in: ${words}.`);
  }
}

/** Anything else, such as a server in trouble, may pass by itself. */
function isRejection(error: unknown): error is OAuthError {
  return [InvalidGrantError, InvalidClientError, UnauthorizedClientError].some(
    (kind) => error instanceof kind,
  );
}
