import { signInStop } from '../server/sign-in-stops.ts';

/** Long enough for a server that wakes up first. */
const PATIENCE_MS = 30_000;

/**
 * Tries an access token before it replaces the one that is stored. Stops where it cannot be sent at all or
 * is refused; a server that answers anything else, or nothing, has not refused it.
 */
export async function tryToken(url: URL, token: string): Promise<void> {
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw signInStop(url, 'the server handed out a token that cannot be sent', null);
  }
  const status = await statusWith(url, token);
  if (status === 401) throw signInStop(url, 'the server refuses the token it has just handed out', null);
}

async function statusWith(url: URL, token: string): Promise<number | null> {
  const init: RequestInit = {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' }),
  };
  const response = await fetch(url, init).catch(() => null);
  await response?.body?.cancel();
  return response?.status ?? null;
}
