/** The proxy with the official client in front of it, in this process; gone when the test is over. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { CallToolResultSchema, type CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { onTestFinished } from 'vitest';
import { openClient } from '../../skill/cli/connection/http-connection.ts';
import type { ServerReach } from '../../skill/cli/commands/proxy/reach.ts';
import { createProxy, type ProxyOptions } from '../../skill/cli/commands/proxy/proxy-server.ts';
import { anonymousAccess, bearerAccess } from '../../skill/sign-in/access/access.ts';
import { systemClock } from '../../skill/node/clock.ts';

export interface Proxied {
  readonly client: Client;
  /** What went to standard error. */
  readonly log: readonly string[];
  readonly call: (name: string, args?: Record<string, unknown>) => Promise<CallToolResult>;
}

/** In front of the server at an address, or of whatever can be reached otherwise. */
export async function proxied(
  upstream: string | ServerReach,
  options: Partial<ProxyOptions> & { readonly token?: string } = {},
): Promise<Proxied> {
  const { token = null, clock = systemClock, ...times } = options;
  const reach = typeof upstream === 'string' ? reachWith(new URL(upstream), token) : upstream;
  const log: string[] = [];
  const proxy = createProxy({
    ...times,
    reach,
    clock,
    howToSignIn: 'Sign in.',
    log: (line) => void log.push(line),
  });
  const client = new Client({ name: 'test', version: '0' });
  const [near, far] = InMemoryTransport.createLinkedPair();
  await Promise.all([proxy.server.connect(far), client.connect(near)]);
  onTestFinished(async () => {
    await client.close();
    await proxy.close();
  });
  return {
    client,
    log,
    // Not client.callTool, which asks for the list of tools where a tool declares its output.
    call: (name, args = {}) =>
      client.request({ method: 'tools/call', params: { name, arguments: args } }, CallToolResultSchema),
  };
}

/** With a token or without one, and nobody to sign in. */
function reachWith(url: URL, token: string | null): ServerReach {
  const access = token === null ? anonymousAccess(url) : bearerAccess(token);
  return { signingIn: false, open: () => openClient({ url, access }) };
}

/** The text of a tool result. */
export function textOf(result: CallToolResult): string {
  return result.content.map((part) => (part.type === 'text' ? part.text : '')).join('');
}
