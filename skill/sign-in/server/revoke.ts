import { selectClientAuthMethod } from '@modelcontextprotocol/sdk/client/auth.js';
import { mayBeAsked, signInFetch } from './sign-in-fetch.ts';
import type { StoredLogin } from '../store/stored-login.ts';

/** Ends the tokens of a sign-in at the server (RFC 7009); the refresh token first, which carries the rest. */
export async function revokeTokens(login: StoredLogin): Promise<'revoked' | 'refused' | 'not-offered'> {
  const { metadata } = login;
  const endpoint =
    metadata !== null && 'revocation_endpoint' in metadata ? metadata.revocation_endpoint : null;
  const server = new URL(login.server);
  if (typeof endpoint !== 'string' || !mayBeAsked(new URL(endpoint), server)) return 'not-offered';
  const { refresh_token: refresh, access_token: access } = login.tokens;
  const done = await Promise.all([
    ...(refresh === undefined ? [] : [revoked(login, endpoint, refresh, 'refresh_token')]),
    revoked(login, endpoint, access, 'access_token'),
  ]);
  return done.every(Boolean) ? 'revoked' : 'refused';
}

async function revoked(
  { client, metadata, server }: StoredLogin,
  endpoint: string,
  token: string,
  hint: string,
): Promise<boolean> {
  const form = new URLSearchParams({ token, token_type_hint: hint });
  const headers = new Headers({ accept: 'application/json' });
  const { client_id: id, client_secret: secret = '' } = client;
  const method = selectClientAuthMethod(client, metadata?.token_endpoint_auth_methods_supported ?? []);
  if (method === 'client_secret_basic') headers.set('authorization', `Basic ${btoa(`${id}:${secret}`)}`);
  else form.set('client_id', id);
  if (method === 'client_secret_post') form.set('client_secret', secret);
  const ask = signInFetch(new URL(server));
  const response = await ask(endpoint, { method: 'POST', headers, body: form }).catch(() => null);
  await response?.body?.cancel();
  return response?.ok === true;
}
