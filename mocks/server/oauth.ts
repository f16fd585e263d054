/**
 * A small OAuth 2.1 server for the mock: protected-resource metadata (RFC 9728), authorization-server
 * metadata (RFC 8414), dynamic registration (RFC 7591), authorization code with PKCE S256, resource
 * indicators (RFC 8707), rotating refresh tokens, revocation. Consent is given at once, for everyone.
 *
 * In: a request. Out: a response, or null when the path is not ours. Public clients only; codes and
 * refresh tokens are good for one use; tokens are good for this resource alone. What goes wrong on
 * purpose is in oauth-quirks.ts.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { OAuthQuirk } from './oauth-quirks.ts';
import { sameRedirect } from './same-redirect.ts';

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

interface Code {
  readonly client: string;
  readonly redirect: string;
  readonly challenge: string;
  readonly expires: number;
  readonly scope: string;
}

interface Grant {
  readonly client: string;
  readonly scope: string;
}

const CODE_MS = 60_000;
const scope = 'torii.read torii.write';
/** What `step-up` wants for a call. */
const WIDER = 'torii.detail';
/** The client of servers that register none by themselves. */
export const GIVEN_CLIENT = 'given-by-an-administrator';
/** Seconds that `short-lived` tokens live. */
const SHORT = 2;

/** An OAuth error, on its way to becoming the response that RFC 6749 asks for. */
class OAuthRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

function json(body: object, status = 200): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}

function secret(): string {
  return randomBytes(24).toString('base64url');
}

export function createOAuth(origin: string, resource: string, options: OAuthOptions = {}): OAuth {
  const { consent = 'given', quirks = new Set(), path = '' } = options;
  const { tokenSeconds = quirks.has('short-lived') ? SHORT : 3600 } = options;
  const issuer = `${origin}${path}`;
  const clients = new Map<string, readonly string[]>();
  const codes = new Map<string, Code>();
  const access = new Map<string, Grant & { readonly expires: number }>();
  const refresh = new Map<string, Grant>();

  const metadata = {
    issuer: quirks.has('other-issuer') ? 'https://other.example' : issuer,
    authorization_endpoint: quirks.has('insecure') ? 'http://torii.example/authorize' : `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    ...(!quirks.has('no-registration') && { registration_endpoint: `${issuer}/register` }),
    ...(!quirks.has('no-revocation') && { revocation_endpoint: `${issuer}/revoke` }),
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
    scopes_supported: scope.split(' '),
    authorization_response_iss_parameter_supported: true,
  };

  /** Registered by an administrator, where clients do not register themselves. */
  if (quirks.has('no-registration')) clients.set(GIVEN_CLIENT, ['http://127.0.0.1/callback']);

  async function register(request: Request): Promise<Response> {
    if (quirks.has('registration-refused')) {
      throw new OAuthRefusal('invalid_client_metadata', 'clients are registered by an administrator');
    }
    const body = (await request.json().catch(() => ({}))) as { redirect_uris?: unknown };
    const uris = Array.isArray(body.redirect_uris)
      ? body.redirect_uris.filter((uri) => typeof uri === 'string')
      : [];
    if (uris.length === 0 || !uris.every((uri) => URL.canParse(uri))) {
      throw new OAuthRefusal('invalid_redirect_uri', 'redirect_uris must hold at least one address');
    }
    const id = secret();
    clients.set(id, uris);
    return json({ ...body, client_id: id, client_id_issued_at: 0, token_endpoint_auth_method: 'none' }, 201);
  }

  /** Errors before the redirect is known to be ours are shown, not sent on. */
  function authorize({ searchParams: query }: URL): Response {
    const redirect = query.get('redirect_uri') ?? '';
    const registered = clients.get(query.get('client_id') ?? '');
    if (registered === undefined) throw new OAuthRefusal('invalid_client', 'unknown client_id');
    if (!URL.canParse(redirect) || !registered.some((uri) => sameRedirect(uri, redirect))) {
      throw new OAuthRefusal('invalid_request', 'redirect_uri is not registered');
    }
    if (quirks.has('silent')) return new Response('Do you consent?');
    const back = new URL(redirect);
    if (!quirks.has('no-issuer'))
      back.searchParams.set('iss', quirks.has('wrong-issuer') ? 'https://other.example' : issuer);
    const state = quirks.has('state-mismatch') ? 'of-another-sign-in' : query.get('state');
    if (state !== null) back.searchParams.set('state', state);
    const refused = refusalOf(query);
    if (refused === null) back.searchParams.set('code', codeFor(query, redirect));
    else back.searchParams.set('error', refused);
    return Response.redirect(back, 302);
  }

  function refusalOf(query: URLSearchParams): string | null {
    if (query.get('response_type') !== 'code') return 'unsupported_response_type';
    if (query.get('code_challenge_method') !== 'S256' || !query.has('code_challenge'))
      return 'invalid_request';
    if (query.get('resource') !== resource) return 'invalid_target';
    const together = (query.get('scope') ?? scope) === scope;
    if (quirks.has('scopes-together') && !together) return 'invalid_scope';
    return consent === 'denied' || quirks.has('denied') ? 'access_denied' : null;
  }

  function codeFor(query: URLSearchParams, redirect: string): string {
    const code = secret();
    codes.set(code, {
      client: query.get('client_id') ?? '',
      redirect,
      challenge: query.get('code_challenge') ?? '',
      expires: Date.now() + CODE_MS,
      scope: query.get('scope') ?? scope,
    });
    return code;
  }

  function issue(grant: Grant): Response {
    const [token, again] = [secret(), secret()];
    access.set(token, { ...grant, expires: Date.now() + tokenSeconds * 1000 });
    if (!quirks.has('no-refresh')) refresh.set(again, grant);
    return json({
      access_token: token,
      token_type: 'Bearer',
      expires_in: tokenSeconds,
      ...(!quirks.has('no-refresh') && { refresh_token: again }),
      scope: grant.scope,
    });
  }

  function exchangeCode(form: URLSearchParams): Response {
    const text = form.get('code') ?? '';
    const code = codes.get(text);
    codes.delete(text);
    if (code === undefined || code.expires < Date.now() || quirks.has('code-refused'))
      throw new OAuthRefusal('invalid_grant', 'the code is not valid');
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (proof !== code.challenge) throw new OAuthRefusal('invalid_grant', 'code_verifier does not match');
    if (code.client !== form.get('client_id') || code.redirect !== form.get('redirect_uri')) {
      throw new OAuthRefusal('invalid_grant', 'the code belongs to another client or redirect_uri');
    }
    return issue(code);
  }

  function shown(text: string): string {
    return quirks.has('repeats') ? `${text} ` : '';
  }

  function exchangeRefresh(form: URLSearchParams): Response {
    if (quirks.has('refresh-down')) return new Response('Service Unavailable', { status: 503 });
    const token = form.get('refresh_token') ?? '';
    const grant = refresh.get(token);
    refresh.delete(token);
    if (grant?.client !== form.get('client_id') || quirks.has('refresh-rejected')) {
      throw new OAuthRefusal('invalid_grant', `the refresh token ${shown(token)}is not valid`);
    }
    return issue(grant);
  }

  async function token(request: Request): Promise<Response> {
    const form = new URLSearchParams(await request.text());
    if (!clients.has(form.get('client_id') ?? ''))
      throw new OAuthRefusal('invalid_client', 'unknown client_id');
    if (form.get('resource') !== resource)
      throw new OAuthRefusal('invalid_target', `resource must be ${resource}`);
    if (form.get('grant_type') === 'authorization_code') return exchangeCode(form);
    if (form.get('grant_type') === 'refresh_token') return exchangeRefresh(form);
    throw new OAuthRefusal('unsupported_grant_type', 'authorization_code or refresh_token');
  }

  async function revoke(request: Request): Promise<Response> {
    const revoked = new URLSearchParams(await request.text()).get('token') ?? '';
    access.delete(revoked);
    refresh.delete(revoked);
    return new Response(null, { status: 200 });
  }

  type Route = (request: Request, url: URL) => Response | Promise<Response>;
  const protectedResource = {
    resource: quirks.has('other-resource') ? 'https://other.example/mcp' : resource,
    authorization_servers: [issuer],
    scopes_supported: scope.split(' '),
  };
  const routes: Readonly<Record<string, Route>> = {
    'GET /.well-known/oauth-protected-resource': () => json(protectedResource),
    [`GET /.well-known/oauth-protected-resource${new URL(resource).pathname}`]: () => json(protectedResource),
    [`GET /.well-known/oauth-authorization-server${path}`]: () => json(metadata),
    [`POST ${path}/register`]: register,
    [`GET ${path}/authorize`]: (_, url) => authorize(url),
    [`POST ${path}/token`]: token,
    [`POST ${path}/revoke`]: revoke,
  };

  /** `never-enough` names another scope each time: it is not the repetition that must end it. */
  let asked = 0;
  function wanted(candidate: string, method: unknown): string | null {
    if (quirks.has('never-enough')) return `torii.more-${++asked}`;
    if (!quirks.has('step-up') || method !== 'tools/call') return null;
    return access.get(candidate)?.scope.split(' ').includes(WIDER) === true ? null : WIDER;
  }

  async function run(route: Route, request: Request, url: URL): Promise<Response> {
    try {
      return await route(request, url);
    } catch (error) {
      if (!(error instanceof OAuthRefusal)) throw error;
      const status = error.code === 'invalid_client' ? 401 : 400;
      return json({ error: error.code, error_description: error.message }, status);
    }
  }

  return {
    handle(request) {
      const url = new URL(request.url);
      const route = routes[`${request.method} ${url.pathname}`];
      return route === undefined || quirks.has('no-metadata') ? null : run(route, request, url);
    },
    isValid: (candidate) => (access.get(candidate)?.expires ?? 0) > Date.now(),
    wanted,
    repeats: quirks.has('repeats'),
    expireTokens: () => access.clear(),
    revokeAll() {
      access.clear();
      refresh.clear();
    },
  };
}
