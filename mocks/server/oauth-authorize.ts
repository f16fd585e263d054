/** The first half of a sign-in: a client registers itself, a person consents, a code goes back. */
import { OAuthRefusal, oauthJson } from './oauth-refusal.ts';
import { newSecret, oauthScope, type OAuthState } from './oauth-state.ts';
import { sameRedirect } from './same-redirect.ts';

const CODE_MS = 60_000;

export async function registerClient({ clients, quirks }: OAuthState, request: Request): Promise<Response> {
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
  const id = newSecret();
  clients.set(id, uris);
  return oauthJson(
    { ...body, client_id: id, client_id_issued_at: 0, token_endpoint_auth_method: 'none' },
    201,
  );
}

/** Errors before the redirect is known to be ours are shown, not sent on. */
export function authorize(state: OAuthState, { searchParams: query }: URL): Response {
  const { clients, quirks } = state;
  const redirect = query.get('redirect_uri') ?? '';
  const registered = clients.get(query.get('client_id') ?? '');
  if (registered === undefined) throw new OAuthRefusal('invalid_client', 'unknown client_id');
  if (!URL.canParse(redirect) || !registered.some((uri) => sameRedirect(uri, redirect))) {
    throw new OAuthRefusal('invalid_request', 'redirect_uri is not registered');
  }
  if (quirks.has('silent')) return new Response('Do you consent?');
  const back = new URL(redirect);
  addIdentity(state, query, back);
  const refused = refusalOf(state, query);
  if (refused === null) back.searchParams.set('code', codeFor(state, query, redirect));
  else back.searchParams.set('error', refused);
  return Response.redirect(back, 302);
}

/** Says who answers, and which request. */
function addIdentity({ issuer, quirks }: OAuthState, query: URLSearchParams, back: URL): void {
  if (!quirks.has('no-issuer')) {
    back.searchParams.set('iss', quirks.has('wrong-issuer') ? 'https://other.example' : issuer);
  }
  const state = quirks.has('state-mismatch') ? 'of-another-sign-in' : query.get('state');
  if (state !== null) back.searchParams.set('state', state);
}

function refusalOf({ quirks, resource, consent }: OAuthState, query: URLSearchParams): string | null {
  if (query.get('response_type') !== 'code') return 'unsupported_response_type';
  if (query.get('code_challenge_method') !== 'S256' || !query.has('code_challenge')) return 'invalid_request';
  if (query.get('resource') !== resource) return 'invalid_target';
  const together = (query.get('scope') ?? oauthScope) === oauthScope;
  if (quirks.has('scopes-together') && !together) return 'invalid_scope';
  return consent === 'denied' || quirks.has('denied') ? 'access_denied' : null;
}

function codeFor({ codes }: OAuthState, query: URLSearchParams, redirect: string): string {
  const code = newSecret();
  codes.set(code, {
    client: query.get('client_id') ?? '',
    redirect,
    challenge: query.get('code_challenge') ?? '',
    expires: Date.now() + CODE_MS,
    scope: query.get('scope') ?? oauthScope,
  });
  return code;
}
