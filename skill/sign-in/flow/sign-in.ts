/**
 * Signs a person in: who signs people in for this server (RFC 9728, 8414), a client it knows (given,
 * by metadata document, or registered: RFC 7591), consent in a browser with PKCE and `state`, tokens for
 * this resource alone (RFC 8707), stored.
 *
 * In: the server, what it asked for, and how to reach the person. Out: the stored sign-in. Stops with a
 * sentence for everything that can go wrong; until all of it went right, what was stored stays.
 */
import { auth } from '@modelcontextprotocol/sdk/client/auth.js';
import { awaitAnswer } from './await-answer.ts';
import { listenForCallback, type Callback } from './callback.ts';
import type { Challenge } from '../server/challenge.ts';
import { clientFor, portFor, type ClientChoice } from './client-choice.ts';
import { discoverSignIn } from '../server/discover-sign-in.ts';
import type { SignInServer } from '../server/sign-in-server.ts';
import type { SignInPrompts } from './person.ts';
import { whileLocked } from '../store/login-lock.ts';
import { prepareStore, readUsableLogin, writeLogin } from '../store/login-store.ts';
import { createProvider, type Provider } from './provider.ts';
import { tryToken } from './try-token.ts';
import { leastOf } from '../server/scope-words.ts';
import { signInFetch } from '../server/sign-in-fetch.ts';
import { codeRefused, registrationRefused, ScopeRefused } from '../server/sign-in-stops.ts';
import { scopesOf, type StoredLogin } from '../store/stored-login.ts';

export interface SignInRequest {
  readonly url: URL;
  readonly challenge: Challenge | null;
  readonly client: ClientChoice;
  /** Asked for instead of what the server suggests. */
  readonly scope: string | null;
  /** Whether scopes that only the server's description suggests are all asked for, also those that write. */
  readonly allSuggested?: boolean;
  /** Where the browser returns; null takes the one used before, or any free one. */
  readonly port: number | null;
  readonly person: SignInPrompts;
  /** Whether another process that signs in at the same time is waited for, and its sign-in taken. */
  readonly shared?: boolean;
}

/** While the others wait, one process opens a window; where its sign-in does, theirs is done too. */
export async function signIn(request: SignInRequest): Promise<StoredLogin> {
  const { url, person, challenge } = request;
  await prepareStore(url);
  if (request.shared !== true) return signInAlone(request);
  const before = await readUsableLogin(url);
  const use = {
    purpose: 'sign-in',
    patienceMs: person.patienceMs + SPARE_MS,
    told: (sentence: string) => person.told(sentence),
  } as const;
  return whileLocked(url, use, async () => {
    const now = await readUsableLogin(url);
    const isNew = now !== null && now.tokens.access_token !== before?.tokens.access_token;
    return isNew && reaches(now, challenge) ? now : signInAlone(request);
  });
}

/** For what comes after the person's answer. */
const SPARE_MS = 30_000;

function reaches(login: StoredLogin, challenge: Challenge | null): boolean {
  if (challenge?.wants !== 'wider-scope') return true;
  const granted = new Set(scopesOf(login));
  return (challenge.scope ?? '').split(' ').every((scope) => granted.has(scope));
}

/** A server that does not grant the least is asked for all that it suggests, and the person is told so. */
async function signInAlone(request: SignInRequest): Promise<StoredLogin> {
  const { url, challenge } = request;
  const before = await readUsableLogin(url);
  const server = await discoverSignIn(url, challenge);
  const scope = scopeFor(request, before, server);
  try {
    return await signInFor(request, { before, server, scope });
  } catch (thrown) {
    const all = scopeFor({ ...request, allSuggested: true }, before, server);
    if (!(thrown instanceof ScopeRefused) || all === scope) throw thrown;
    request.person.told(`The server does not grant ${scope} alone. Asking for all that it suggests: ${all}.`);
    return signInFor(request, { before, server, scope: all });
  }
}

interface Found {
  readonly before: StoredLogin | null;
  readonly server: SignInServer;
  /** Null names none, which leaves it to the server. */
  readonly scope: string | null;
}

async function signInFor(request: SignInRequest, found: Found): Promise<StoredLogin> {
  const { before, server, scope } = found;
  const { url, client: choice } = request;
  const callback = await listenForCallback(await portFor(request.port, choice, before));
  try {
    const client = clientFor(choice, before, callback.redirectUrl);
    const provider = createProvider({ server, callback, client, choice });
    const login = await consent({ ...request, server, callback, provider, scope });
    await writeLogin(url, login);
    return login;
  } finally {
    callback.close();
  }
}

interface Consent extends SignInRequest {
  readonly server: SignInServer;
  readonly callback: Callback;
  readonly provider: Provider;
}

async function consent({ url, server, callback, provider, scope, person }: Consent): Promise<StoredLogin> {
  const options = { serverUrl: url, fetchFn: signInFetch(url), ...(scope === null ? {} : { scope }) };
  await auth(provider, options).catch((error: unknown) => {
    throw registrationRefused(error, server, url);
  });
  const { address, state, asked } = provider.request();
  // A server that knows the person may send the browser back before it has opened.
  const returned = callback.answerTo(state);
  await person.browse(address);
  const code = await awaitAnswer({ returned, person, state, server, url });
  await auth(provider, { ...options, authorizationCode: code }).catch((error: unknown) => {
    throw codeRefused(error, url, [provider.verifier(), code]);
  });
  await tryToken(url, provider.outcome().tokens.access_token);
  return {
    format: 1,
    server: url.href,
    ...provider.outcome(),
    obtainedAt: Date.now(),
    scope: asked,
    authorizationServer: server.authorizationServerUrl,
    metadata: server.authorizationServerMetadata ?? null,
    resource: server.resourceMetadata?.resource ?? null,
  };
}

/**
 * What a challenge names is what the request needs, and is taken as given; what a description suggests is
 * all that there is, and cut down to what reads. A wider scope is asked for on top of what was granted: the
 * new token replaces the old one.
 */
function scopeFor(
  { scope, challenge, allSuggested = false }: SignInRequest,
  before: StoredLogin | null,
  { resourceMetadata }: SignInServer,
): string | null {
  if (challenge?.wants === 'wider-scope') {
    const granted = before === null ? [] : scopesOf(before);
    return [...new Set([...granted, ...(challenge.scope ?? '').split(' ')])].join(' ').trim();
  }
  const named = scope ?? challenge?.scope ?? null;
  if (named !== null) return named;
  const suggested = resourceMetadata?.scopes_supported ?? [];
  const asked = allSuggested ? suggested : leastOf(suggested);
  return asked.length === 0 ? null : asked.join(' ');
}
