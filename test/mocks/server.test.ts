import { request } from 'node:http';
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import type { OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { OAuthClientInformationMixed, OAuthTokens } from '@modelcontextprotocol/sdk/shared/auth.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../mocks/server/server.ts';
import type { RunningServer, ServerOptions } from '../../mocks/server/server.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { bodyOf, connected } from './connected.ts';

const tenant = createTenant({ size: 'small' });

async function started(options: Omit<ServerOptions, 'tenant'> = {}): Promise<RunningServer> {
  const server = await startServer({ tenant, ...options });
  onTestFinished(() => server.close());
  return server;
}

const total = async (client: Client) => bodyOf(await client.callTool({ name: 'list_apps' }))['total'];

describe('open', () => {
  test('many clients at once, with and without sessions', async () => {
    const { url, torii } = await started();
    const clients = await Promise.all(
      Array.from({ length: 12 }, (_, index) => connected(index % 2 === 0 ? url : `${url}?sessions=on`)),
    );
    expect(await Promise.all(clients.map(total))).toEqual(clients.map(() => 40));
    expect(torii.calls).toHaveLength(12);
    expect(torii.writes).toEqual([]);
  });

  test('listens on the loopback address alone and nowhere but at /mcp', async () => {
    const { url } = await started();
    expect(new URL(url).hostname).toBe('127.0.0.1');
    expect((await fetch(new URL('/', url))).status).toBe(404);
    expect((await fetch(new URL('/.well-known/oauth-protected-resource', url))).status).toBe(404);
  });

  test('refuses a foreign name and a foreign page', async () => {
    const { url } = await started();
    const status = (headers: Record<string, string>) =>
      new Promise<number | undefined>((resolve, reject) => {
        request(url, { method: 'POST', headers }, (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end('{}');
      });
    expect(await status({ host: 'evil.example' })).toBe(403);
    expect(await status({ origin: 'https://evil.example' })).toBe(403);
    expect(await status({ origin: 'null' })).toBe(403);
    expect(await status({ origin: 'http://localhost:5173' })).not.toBe(403);
  });

  test('acts out a broken connection, and closes while a call hangs', async () => {
    const server = await startServer({ tenant });
    const client = await connected(`${server.url}?fault=list_apps:drop,list_users:never`);
    await expect(client.callTool({ name: 'list_apps' })).rejects.toThrow('fetch failed');
    const hanging = client.callTool({ name: 'list_users' }).catch((error: unknown) => error);
    await new Promise((resolve) => void setTimeout(resolve, 30));
    await server.close();
    expect(await hanging).toBeInstanceOf(Error);
  });
});

describe('with a bearer token', () => {
  test('refuses without it, says how to ask, and answers with it', async () => {
    const { url } = await started({ token: 'let-me-in' });
    const refused = await fetch(url, { method: 'POST', body: '{}' });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
    const wrong = await fetch(url, { method: 'POST', body: '{}', headers: { authorization: 'Bearer no' } });
    expect(wrong.headers.get('www-authenticate')).toContain('invalid_token');
    await expect(connected(url)).rejects.toThrow('invalid_token');
    const client = await connected(url, { requestInit: { headers: { authorization: 'Bearer let-me-in' } } });
    expect(await total(client)).toBe(40);
  });
});

/** A person at a browser: follows the consent page and keeps what the client has to remember. */
class Person implements OAuthClientProvider {
  readonly redirectUrl = 'http://127.0.0.1:9/callback';
  readonly clientMetadata = {
    client_name: 'test',
    redirect_uris: [this.redirectUrl],
    token_endpoint_auth_method: 'none',
  };
  code: string | null = null;
  refusal: string | null = null;
  returnedState: string | null = null;
  authorizations = 0;
  #client: OAuthClientInformationMixed | undefined;
  #tokens: OAuthTokens | undefined;
  #verifier = '';

  clientInformation = () => this.#client;
  saveClientInformation(client: OAuthClientInformationMixed): void {
    this.#client = client;
  }
  tokens = () => this.#tokens;
  saveTokens(tokens: OAuthTokens): void {
    this.#tokens = tokens;
  }
  saveCodeVerifier(verifier: string): void {
    this.#verifier = verifier;
  }
  codeVerifier = () => this.#verifier;
  invalidateCredentials(): void {
    this.#tokens = undefined;
  }
  state = () => 'a-state';

  async redirectToAuthorization(url: URL): Promise<void> {
    this.authorizations++;
    const response = await fetch(url, { redirect: 'manual' });
    const back = new URL(response.headers.get('location') ?? 'about:blank');
    this.returnedState = back.searchParams.get('state');
    this.code = back.searchParams.get('code');
    this.refusal = back.searchParams.get('error');
  }
}

async function signIn(url: string, person: Person): Promise<Client> {
  const first = new StreamableHTTPClientTransport(new URL(url), { authProvider: person });
  await expect(new Client({ name: 'test', version: '1' }).connect(first)).rejects.toThrow(UnauthorizedError);
  await first.finishAuth(person.code ?? '');
  const client = await connected(url, { authProvider: person });
  // The client asks for a stream in the background; let that end before the token does.
  await client.ping();
  return client;
}

describe('with OAuth', () => {
  test('the official client registers, signs in and reads, variants included', async () => {
    const { url } = await started({ oauth: true });
    const person = new Person();
    const client = await signIn(`${url}?style=older`, person);
    const result = await client.callTool({ name: 'get_app', arguments: { idApp: '1004' } });
    expect(bodyOf(result)).toMatchObject({ app: { name: 'Slack' } });
    expect(person.tokens()?.refresh_token).toBeDefined();
    expect(person.returnedState).toBe('a-state');
  });

  test('an expired token is refreshed without asking the person; a used refresh token is dead', async () => {
    const server = await started({ oauth: true });
    const person = new Person();
    const client = await signIn(server.url, person);
    const used = person.tokens()?.refresh_token ?? '';
    server.oauth?.expireTokens();
    expect(await total(client)).toBe(40);
    expect(person.authorizations).toBe(1);
    const client_id = person.clientInformation()?.client_id ?? '';
    const again = await fetch(new URL('/token', server.url), {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: used,
        client_id,
        resource: server.url,
      }),
    });
    expect([again.status, await again.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
  });

  test('a revoked grant sends the person back to sign in', async () => {
    const server = await started({ oauth: true });
    const person = new Person();
    const client = await signIn(server.url, person);
    server.oauth?.revokeAll();
    await expect(total(client)).rejects.toThrow(UnauthorizedError);
    expect(person.authorizations).toBe(2);
  });

  test('a person may say no', async () => {
    const { url } = await started({ oauth: { consent: 'denied' } });
    const person = new Person();
    await expect(connected(url, { authProvider: person })).rejects.toThrow(UnauthorizedError);
    expect([person.code, person.refusal]).toEqual([null, 'access_denied']);
  });

  test('metadata names the resource, the endpoints and S256; 401 points to it', async () => {
    const { url } = await started({ oauth: true });
    const challenge =
      (await fetch(url, { method: 'POST', body: '{}' })).headers.get('www-authenticate') ?? '';
    const address = /resource_metadata="([^"]+)"/.exec(challenge)?.[1] ?? '';
    const resource = (await (await fetch(address)).json()) as {
      resource: string;
      authorization_servers: string[];
    };
    expect(resource.resource).toBe(url);
    const [issuer = ''] = resource.authorization_servers;
    const metadata = await (await fetch(`${issuer}/.well-known/oauth-authorization-server`)).json();
    expect(metadata).toMatchObject({ issuer, code_challenge_methods_supported: ['S256'] });
  });

  test('refuses unknown redirects, other resources, missing PKCE and a wrong verifier', async () => {
    const { url } = await started({ oauth: true });
    const redirect_uri = 'http://127.0.0.1:9/callback';
    const register = (redirect_uris: unknown) =>
      fetch(new URL('/register', url), { method: 'POST', body: JSON.stringify({ redirect_uris }) });
    expect((await register(['nonsense'])).status).toBe(400);
    const { client_id } = (await (await register([redirect_uri])).json()) as { client_id: string };
    const good = {
      client_id,
      redirect_uri,
      response_type: 'code',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
      resource: url,
    };
    const authorize = (change: Record<string, string>) =>
      fetch(`${new URL('/authorize', url).href}?${new URLSearchParams({ ...good, ...change }).toString()}`, {
        redirect: 'manual',
      });
    const errorOf = async (change: Record<string, string>) => {
      const location = (await authorize(change)).headers.get('location');
      return location === null ? 'no redirect' : new URL(location).searchParams.get('error');
    };
    expect(await errorOf({ redirect_uri: 'https://evil.example/callback' })).toBe('no redirect');
    expect(await errorOf({ redirect_uri: 'http://127.0.0.1:9999/callback' })).toBeNull();
    expect(await errorOf({ resource: 'https://other.example/mcp' })).toBe('invalid_target');
    expect(await errorOf({ code_challenge_method: 'plain' })).toBe('invalid_request');
    const code = new URL((await authorize({})).headers.get('location') ?? '').searchParams.get('code') ?? '';
    const exchange = await fetch(new URL('/token', url), {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        code_verifier: 'wrong',
        client_id,
        redirect_uri,
        resource: url,
      }),
    });
    expect([exchange.status, await exchange.json()]).toMatchObject([400, { error: 'invalid_grant' }]);
  });
});
