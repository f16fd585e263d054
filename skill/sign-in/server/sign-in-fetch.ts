/**
 * `fetch` for the requests of a sign-in to one server, whose addresses that server chooses.
 *
 * In: the server. Out: a fetch that hangs for nobody, goes nowhere that `mayBeAsked` rules out and sends no
 * code or token on to where a redirect points. Every hop of a redirect is judged before it is asked.
 * Rejects with a `Stop` where an address is ruled out.
 */
import { reachOf } from '../../node/addresses.ts';
import { signInStop } from './sign-in-stops.ts';

/** Longest wait for one answer of the authorization server. */
const PATIENCE_MS = 30_000;
const MOST_HOPS = 5;

/**
 * Over https alone, and never nearer to this machine than the server itself is: a server on the internet
 * has no business with this machine or the network around it.
 */
export function mayBeAsked(address: URL, server: URL): boolean {
  if (!/^https?:$/.test(address.protocol)) return false;
  const [near, allowed] = [reachOf(address), reachOf(server)];
  if (allowed === 'this-machine') return near === 'this-machine' || address.protocol === 'https:';
  if (address.protocol !== 'https:' || near === 'this-machine') return false;
  return near === 'anywhere' || allowed === 'this-network';
}

type SignInFetch = (input: string | URL, init?: RequestInit) => Promise<Response>;

export function signInFetch(server: URL): SignInFetch {
  const judged = (address: string | URL) => {
    if (mayBeAsked(new URL(address), server)) return;
    throw signInStop(server, `it refers to ${new URL(address).origin}, where no sign-in belongs`, null);
  };
  return async (input, init = {}) => {
    const { signal, method = 'GET' } = init;
    const late = AbortSignal.timeout(PATIENCE_MS);
    const options = { ...init, signal: signal ? AbortSignal.any([signal, late]) : late };
    let address = new URL(input);
    for (let hops = 0; hops <= MOST_HOPS; hops += 1) {
      judged(address);
      if (method !== 'GET') return fetch(address, { ...options, redirect: 'error' });
      const response = await fetch(address, { ...options, redirect: 'manual' });
      const next = redirectOf(response, address);
      if (next === null) return response;
      await response.body?.cancel();
      address = next;
    }
    throw signInStop(server, `${address.origin} redirects in a circle`, null);
  };
}

function redirectOf({ status, headers }: Response, from: URL): URL | null {
  const location = headers.get('location');
  if (![301, 302, 303, 307, 308].includes(status) || location === null) return null;
  return URL.canParse(location, from) ? new URL(location, from) : null;
}
