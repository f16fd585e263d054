/**
 * `fetch` for the requests of a sign-in to one server, whose addresses that server chooses.
 *
 * In: the server. Out: a fetch that hangs for nobody, goes nowhere that `mayBeAsked` rules out and sends no
 * code or token on to where a redirect points. Rejects with a `Stop` where an address is ruled out.
 */
import { isOnThisMachine } from '../../node/addresses.ts';
import { signInStop } from './sign-in-stops.ts';

/** Longest wait for one answer of whoever signs people in. */
const PATIENCE_MS = 30_000;

/** Over https alone; what listens on this machine is the business of servers on this machine. */
export function mayBeAsked(address: URL, server: URL): boolean {
  return isOnThisMachine(server)
    ? address.protocol === 'https:' || isOnThisMachine(address)
    : address.protocol === 'https:' && !isOnThisMachine(address);
}

export function signInFetch(server: URL): (input: string | URL, init?: RequestInit) => Promise<Response> {
  const judged = (address: string | URL) => {
    if (mayBeAsked(new URL(address), server)) return;
    throw signInStop(server, `it refers to ${new URL(address).origin}, where no sign-in belongs`, null);
  };
  return async (input, init = {}) => {
    judged(input);
    const late = AbortSignal.timeout(PATIENCE_MS);
    const { signal, method = 'GET' } = init;
    const response = await fetch(input, {
      ...init,
      redirect: method === 'GET' ? 'follow' : 'error',
      signal: signal === null || signal === undefined ? late : AbortSignal.any([signal, late]),
    });
    if (response.redirected) judged(response.url);
    return response;
  };
}
