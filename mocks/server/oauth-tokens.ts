/** The second half of a sign-in: codes and refresh tokens become access tokens, each once. */
import { createHash } from 'node:crypto';
import { OAuthRefusal, oauthJson } from './oauth-refusal.ts';
import { newSecret, type OAuthState, type TokenGrant } from './oauth-state.ts';

export async function giveToken(state: OAuthState, request: Request): Promise<Response> {
  const form = new URLSearchParams(await request.text());
  if (!state.clients.has(form.get('client_id') ?? ''))
    throw new OAuthRefusal('invalid_client', 'unknown client_id');
  if (form.get('resource') !== state.resource)
    throw new OAuthRefusal('invalid_target', `resource must be ${state.resource}`);
  if (form.get('grant_type') === 'authorization_code') return exchangeCode(state, form);
  if (form.get('grant_type') === 'refresh_token') return exchangeRefresh(state, form);
  throw new OAuthRefusal('unsupported_grant_type', 'authorization_code or refresh_token');
}

export async function revokeToken({ access, refresh }: OAuthState, request: Request): Promise<Response> {
  const revoked = new URLSearchParams(await request.text()).get('token') ?? '';
  access.delete(revoked);
  refresh.delete(revoked);
  return new Response(null, { status: 200 });
}

function exchangeCode(state: OAuthState, form: URLSearchParams): Response {
  const { codes, quirks } = state;
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
  return issue(state, code);
}

function exchangeRefresh(state: OAuthState, form: URLSearchParams): Response {
  const { refresh, quirks } = state;
  if (quirks.has('refresh-down')) return new Response('Service Unavailable', { status: 503 });
  const token = form.get('refresh_token') ?? '';
  const grant = refresh.get(token);
  refresh.delete(token);
  if (grant?.client !== form.get('client_id') || quirks.has('refresh-rejected')) {
    throw new OAuthRefusal(
      'invalid_grant',
      `the refresh token ${quirks.has('repeats') ? `${token} ` : ''}is not valid`,
    );
  }
  return issue(state, grant);
}

function issue({ access, refresh, quirks, tokenSeconds }: OAuthState, grant: TokenGrant): Response {
  const [token, again] = [newSecret(), newSecret()];
  access.set(token, { ...grant, expires: Date.now() + tokenSeconds * 1000 });
  if (!quirks.has('no-refresh')) refresh.set(again, grant);
  return oauthJson({
    access_token: token,
    token_type: 'Bearer',
    expires_in: tokenSeconds,
    ...(!quirks.has('no-refresh') && { refresh_token: again }),
    scope: grant.scope,
  });
}
