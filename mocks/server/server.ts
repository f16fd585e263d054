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
import { listen, closeServer } from './node-http.ts';
import type { Handler } from './node-http.ts';
import type { OAuth, OAuthOptions } from './oauth.ts';
import { createSignIns } from './sign-ins.ts';
import type { SignIns } from './sign-ins.ts';
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

/** Refuses, and says where to find out how to get in. */
function refused(request: Request, signIns: SignIns, scope: string | null): Response {
  const status = scope === null ? 401 : 403;
  const error = scope === null ? 'invalid_token' : 'insufficient_scope';
  const parts = [
    ...(request.headers.has('authorization') ? [`error="${error}"`] : []),
    ...(scope === null ? [] : [`scope="${scope}"`]),
    ...signIns.metadataOf(request).map((address) => `resource_metadata="${address}"`),
  ];
  const headers = { 'www-authenticate': `Bearer ${parts.join(', ')}`.trim() };
  const description = scope === null ? 'A bearer token is required' : `The scope ${scope} is required`;
  return Response.json({ error, error_description: description }, { status, headers });
}

interface Door {
  readonly token: string | null;
  readonly signIns: SignIns;
}

/** The refusal of a request that may not enter; null when it may. */
async function stopped(request: Request, { token, signIns }: Door): Promise<Response | null> {
  const oauth = signIns.at(request);
  if (token === null && oauth === null) return null;
  const sent = /^Bearer (.+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (sent !== undefined && sent === token) return null;
  if (sent === undefined || oauth?.isValid(sent) !== true) return refused(request, signIns, null);
  const body = (await request
    .clone()
    .json()
    .catch(() => ({}))) as { method?: unknown };
  if (oauth.repeats && body.method === 'tools/call') {
    return Response.json({ message: `${sent} did not help` }, { status: 500 });
  }
  const scope = oauth.wanted(sent, body.method);
  return scope === null ? null : refused(request, signIns, scope);
}

/** A request whose address names something that does not exist here is told so. */
function handlerOf(endpoint: Endpoint, door: Door): Handler {
  return async (request) => {
    if (isForeign(request)) return new Response('This server answers local programs only.', { status: 403 });
    try {
      return await handled(request, endpoint, door);
    } catch (error) {
      if (error instanceof RangeError) return new Response(error.message, { status: 400 });
      throw error;
    }
  };
}

async function handled(request: Request, endpoint: Endpoint, door: Door): Promise<Response> {
  const signIn = door.signIns.handle(request);
  if (signIn !== null) return signIn;
  if (new URL(request.url).pathname !== PATH) return new Response('Not found', { status: 404 });
  return (await stopped(request, door)) ?? endpoint.handle(request);
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
  let oauthAtRoot: OAuth | null = null;
  const { server, origin } = await listen(port, (origin) => {
    const signIns = createSignIns(origin, `${origin}${PATH}`, options);
    oauthAtRoot = signIns.atRoot;
    return handlerOf(endpoint, { token: token ?? null, signIns });
  });
  return {
    url: `${origin}${PATH}`,
    torii: endpoint.torii,
    oauth: oauthAtRoot,
    async close() {
      await endpoint.close();
      await closeServer(server);
    },
  };
}
