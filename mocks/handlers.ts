/**
 * msw handlers for Torii's MCP address, or any other: the same protocol server that listens on a real
 * socket in mocks/server, behind one intercepted route. Page tests get their tool results through it.
 *
 * In: a tenant and the options of the mock; faults and variants come with the address of each call.
 * Out: handlers for msw, and the Torii behind them.
 */
import { http, HttpResponse } from 'msw';
import type { HttpHandler } from 'msw';
import { createEndpoint } from './server/protocol.ts';
import type { Variant } from './server/variant.ts';
import type { Tenant } from './tenant/tenant.ts';
import type { Torii } from './torii/torii.ts';

export const toriiAddress = 'https://api.toriihq.com/mcp';

export interface ToriiHandlers {
  readonly handlers: HttpHandler[];
  readonly torii: Torii;
}

export function toriiHandlers(tenant: Tenant, options: Variant = {}, address = toriiAddress): ToriiHandlers {
  const endpoint = createEndpoint(tenant, options);
  const handler = http.all(address, async ({ request }) => {
    const response = await endpoint.handle(request);
    return response.type === 'error' ? HttpResponse.error() : response;
  });
  return { handlers: [handler], torii: endpoint.torii };
}
