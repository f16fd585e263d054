/**
 * A small OAuth 2.1 server for the mock: protected-resource metadata (RFC 9728), authorization-server
 * metadata (RFC 8414), dynamic registration (RFC 7591), authorization code with PKCE S256, resource
 * indicators (RFC 8707), rotating refresh tokens, revocation. Consent is given at once, for everyone.
 *
 * In: a request. Out: a response, or null when the path is not ours. Public clients only; codes and
 * refresh tokens are good for one use; tokens are good for this resource alone. What goes wrong on
 * purpose is in oauth-quirks.ts.
 */
import { authorize, registerClient } from './oauth-authorize.ts';
import { authorizationServer, protectedResource } from './oauth-metadata.ts';
import type { OAuthQuirk } from './oauth-quirks.ts';
import { answered, oauthJson } from './oauth-refusal.ts';
import { GIVEN_CLIENT, type OAuthState } from './oauth-state.ts';
import { giveToken, revokeToken } from './oauth-tokens.ts';

export interface OAuthOptions {
  /** Seconds an access token lives. */
  readonly tokenSeconds?: number;
  /** What the person answers. */
  readonly consent?: 'given' | 'denied';
  readonly quirks?: ReadonlySet<OAuthQuirk>;
  /** Where it lives below the origin, as /oauth/no-refresh; at the root without. */
  readonly path?: string;
}

export interface OAuth {
  handle(request: Request): Promise<Response> | null;
  isValid(token: string): boolean;
  /** The scopes still wanted of a valid token before a method may be called; null = none. */
  wanted(token: string, method: unknown): string | null;
  /** Whether calls fail, with their token in the words of the failure. */
  readonly repeats: boolean;
  /** Ends every access token, as if time had passed; refresh tokens stay. */
  expireTokens(): void;
  /** Ends every grant, as if an administrator had revoked it. */
  revokeAll(): void;
}

/** What `step-up` wants for a call. */
const WIDER = 'torii.detail';
/** Seconds that `short-lived` tokens live. */
const SHORT = 2;

export function createOAuth(origin: string, resource: string, options: OAuthOptions = {}): OAuth {
  const state = stateOf(origin, resource, options);
  const { access, refresh, quirks } = state;
  const routes = routesOf(state, options.path ?? '');
  return {
    handle(request) {
      const url = new URL(request.url);
      const route = routes[`${request.method} ${url.pathname}`];
      return route === undefined || quirks.has('no-metadata') ? null : answered(() => route(request, url));
    },
    isValid: (candidate) => (access.get(candidate)?.expires ?? 0) > Date.now(),
    wanted: createWanted(state),
    repeats: quirks.has('repeats'),
    expireTokens: () => access.clear(),
    revokeAll() {
      access.clear();
      refresh.clear();
    },
  };
}

function stateOf(origin: string, resource: string, options: OAuthOptions): OAuthState {
  const { consent = 'given', quirks = new Set(), path = '' } = options;
  const { tokenSeconds = quirks.has('short-lived') ? SHORT : 3600 } = options;
  const clients = new Map<string, readonly string[]>();
  // Registered by an administrator, where clients do not register themselves.
  if (quirks.has('no-registration')) clients.set(GIVEN_CLIENT, ['http://127.0.0.1/callback']);
  const given = { codes: new Map(), access: new Map(), refresh: new Map() };
  return { issuer: `${origin}${path}`, resource, consent, quirks, tokenSeconds, clients, ...given };
}

type Route = (request: Request, url: URL) => Response | Promise<Response>;

function routesOf(state: OAuthState, path: string): Readonly<Record<string, Route>> {
  const ofResource = () => oauthJson(protectedResource(state));
  return {
    'GET /.well-known/oauth-protected-resource': ofResource,
    [`GET /.well-known/oauth-protected-resource${new URL(state.resource).pathname}`]: ofResource,
    [`GET /.well-known/oauth-authorization-server${path}`]: () => oauthJson(authorizationServer(state)),
    [`POST ${path}/register`]: (request) => registerClient(state, request),
    [`GET ${path}/authorize`]: (_, url) => authorize(state, url),
    [`POST ${path}/token`]: (request) => giveToken(state, request),
    [`POST ${path}/revoke`]: (request) => revokeToken(state, request),
  };
}

/** `never-enough` names another scope each time: it is not the repetition that must end it. */
function createWanted({ quirks, access }: OAuthState): OAuth['wanted'] {
  let asked = 0;
  return (candidate, method) => {
    if (quirks.has('never-enough')) return `torii.more-${++asked}`;
    if (!quirks.has('step-up') || method !== 'tools/call') return null;
    return access.get(candidate)?.scope.split(' ').includes(WIDER) === true ? null : WIDER;
  };
}
