/**
 * A real MCP server over Streamable HTTP on the loopback address, on the tools of the mock Torii.
 *
 * In: a tenant, and how to let people in: everybody, a static bearer token, or the full OAuth flow.
 * Out: the address ending in /mcp and the Torii behind it, whose `writes` must stay empty. Variants and
 * faults are chosen by the query of the address (variant.ts). Requests that name another host or come
 * from a foreign page are refused, so that no web page can reach the server through DNS.
 */
import type { Tenant } from '../tenant/tenant.ts';
import type { Torii } from '../torii/torii.ts';
import { listen, shut } from './node-http.ts';
import type { Handler } from './node-http.ts';
import { createOAuth } from './oauth.ts';
import type { OAuth, OAuthOptions } from './oauth.ts';
import { createEndpoint } from './protocol.ts';
import type { Endpoint } from './protocol.ts';
import type { Variant } from './variant.ts';

export interface ServerOptions extends Variant {
  readonly tenant: Tenant;
  /** 0 takes any free port. */
  readonly port?: number;
  /** The one bearer token that is accepted. */
  readonly token?: string;
  /** Requires a token of the server's own OAuth flow. */
  readonly oauth?: boolean | OAuthOptions;
}

export interface RunningServer {
  readonly url: string;
  readonly torii: Torii;
  /** Present when the server requires its own tokens. */
  readonly oauth: OAuth | null;
  close(): Promise<void>;
}

const PATH = '/mcp';
const localNames = ['127.0.0.1', 'localhost', '[::1]'];

/** A page under a foreign name that resolves here carries that name in Host or Origin. */
function isForeign(request: Request): boolean {
  const hosts = [`http://${request.headers.get('host') ?? ''}`, request.headers.get('origin')];
  return hosts.some(
    (host) => host !== null && !(URL.canParse(host) && localNames.includes(new URL(host).hostname)),
  );
}

function unauthorized(origin: string, oauth: OAuth | null, sent: boolean): Response {
  const parts = [
    ...(sent ? ['error="invalid_token"'] : []),
    ...(oauth === null ? [] : [`resource_metadata="${origin}/.well-known/oauth-protected-resource${PATH}"`]),
  ];
  const headers = { 'www-authenticate': `Bearer ${parts.join(', ')}`.trim() };
  return Response.json(
    { error: 'invalid_token', error_description: 'A bearer token is required' },
    { status: 401, headers },
  );
}

interface Door {
  readonly token: string | null;
  readonly oauth: OAuth | null;
}

function mayEnter(request: Request, { token, oauth }: Door): boolean {
  if (token === null && oauth === null) return true;
  const sent = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  return sent !== undefined && (sent === token || oauth?.isValid(sent) === true);
}

function handlerOf(origin: string, endpoint: Endpoint, door: Door): Handler {
  return async (request) => {
    if (isForeign(request)) return new Response('This server answers local programs only.', { status: 403 });
    const signIn = door.oauth?.handle(request) ?? null;
    if (signIn !== null) return signIn;
    if (new URL(request.url).pathname !== PATH) return new Response('Not found', { status: 404 });
    if (mayEnter(request, door)) return endpoint.handle(request);
    return unauthorized(origin, door.oauth, request.headers.has('authorization'));
  };
}

function oauthOptions(oauth: ServerOptions['oauth']): OAuthOptions | null {
  if (oauth === undefined || oauth === false) return null;
  return oauth === true ? {} : oauth;
}

/** Starts the server; rejects when the port is taken. */
export async function startServer({
  tenant,
  port = 0,
  token,
  oauth,
  ...variant
}: ServerOptions): Promise<RunningServer> {
  const endpoint = createEndpoint(tenant, variant);
  const options = oauthOptions(oauth);
  let signIn: OAuth | null = null;
  const { server, origin } = await listen(port, (origin) => {
    signIn = options === null ? null : createOAuth(origin, `${origin}${PATH}`, options);
    return handlerOf(origin, endpoint, { token: token ?? null, oauth: signIn });
  });
  return {
    url: `${origin}${PATH}`,
    torii: endpoint.torii,
    oauth: signIn,
    async close() {
      await endpoint.close();
      await shut(server);
    },
  };
}
