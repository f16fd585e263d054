/**
 * msw handlers for Torii's MCP address, or any other: the same protocol server that listens on a real
 * socket in mocks/server, behind one intercepted route.
 *
 * In: a tenant and the options of the mock. Out: handlers for msw, and the Torii behind them.
 */
import { http, HttpResponse } from 'msw';
import type { HttpHandler } from 'msw';
import { createEndpoint } from './server/protocol.ts';
import type { Variant } from './server/variant.ts';
import type { Tenant } from './tenant/tenant.ts';
import type { Torii } from './torii/torii.ts';

export const toriiAddress = 'https://api.toriihq.com/mcp';

export interface HandlerOptions extends Variant {
  readonly url?: string;
  /** The one bearer token that is accepted; without it everybody may call. */
  readonly token?: string;
}

export interface ToriiHandlers {
  readonly handlers: HttpHandler[];
  readonly torii: Torii;
}

function unauthorized(): Response {
  const headers = { 'www-authenticate': 'Bearer error="invalid_token"' };
  return HttpResponse.json({ error: 'invalid_token' }, { status: 401, headers });
}

export function toriiHandlers(tenant: Tenant, options: HandlerOptions = {}): ToriiHandlers {
  const { url = toriiAddress, token, ...variant } = options;
  const endpoint = createEndpoint(tenant, variant);
  const handler = http.all(url, async ({ request }) => {
    const sent = request.headers.get('authorization');
    if (token !== undefined && sent !== `Bearer ${token}`) return unauthorized();
    const response = await endpoint.handle(request);
    return response.type === 'error' ? HttpResponse.error() : response;
  });
  return { handlers: [handler], torii: endpoint.torii };
}
