/**
 * A connection to an MCP server over Streamable HTTP, by the official client.
 *
 * In: the server's address and how requests to it are authorized. Out: a `ToolBridge`
 * and the list of tools offered. What goes wrong comes back as a `ToolFailure`; nothing here throws.
 */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ResultSchema } from '@modelcontextprotocol/sdk/types.js';
import {
  type RawCall,
  type ToolBridge,
  type CallLogEntry,
  withDeadline,
  openBridge,
} from '../../torii/bridge.ts';
import { failure, type ToolFailure } from '../../torii/failure.ts';
import { systemClock } from '../../node/clock.ts';
import { fetchWithStatus, httpFailure } from './http-failure.ts';
import { listOffered } from './offered-tools.ts';
import type { Access } from '../../sign-in/access.ts';
import { version } from '../../node/version.ts';

export interface HttpConnection {
  readonly bridge: ToolBridge;
  /** Name and version the server gives itself. */
  readonly server: string;
  close(): Promise<void>;
}

export interface HttpConnectionOptions {
  readonly url: URL;
  /** Made by `accessTo`: the token of the environment, or the stored sign-in. */
  readonly access: Access;
  readonly onCall?: (entry: CallLogEntry) => void;
}

/** Longest wait for one answer: Torii pages of 1,000 rows take seconds, and a server that is dead says nothing. */
const DEADLINE_MS = 30_000;

export async function connect(options: HttpConnectionOptions): Promise<HttpConnection | ToolFailure> {
  const client = await openClient(options);
  if ('ok' in client) return client;
  const server = client.getServerVersion();
  return {
    bridge: bridgeOver(client, options),
    server: server === undefined ? 'an unnamed server' : `${server.name} ${server.version}`,
    close: () => client.close(),
  };
}

/** The client alone, for callers that forward messages unread; calls through it must still pass the guard. */
export async function openClient(
  options: Pick<HttpConnectionOptions, 'url' | 'access'>,
): Promise<Client | ToolFailure> {
  const client = new Client({ name: 'saas-rationalization', version });
  const opened = await withDeadline(
    (signal) => client.connect(transportTo(options), { signal, timeout: DEADLINE_MS }),
    systemClock,
    DEADLINE_MS,
  );
  if (opened.outcome === 'done') return client;
  await client.close();
  if (opened.outcome === 'rejected') return httpFailure(opened.reason, null);
  return failure('timed-out', null, `No answer in ${DEADLINE_MS / 1000} s.`);
}

function transportTo({
  url,
  access,
}: Pick<HttpConnectionOptions, 'url' | 'access'>): StreamableHTTPClientTransport {
  return new StreamableHTTPClientTransport(url, { fetch: fetchWithStatus(access) });
}

function bridgeOver(client: Client, options: HttpConnectionOptions): ToolBridge {
  const raw: RawCall = (name, args, { signal }) =>
    // Not client.callTool: it rejects replies that break the tool's own output schema, and a reply
    // that is a little wrong is still worth decoding row by row.
    client.request({ method: 'tools/call', params: { name, arguments: args } }, ResultSchema, {
      timeout: DEADLINE_MS,
      ...(signal === undefined ? {} : { signal }),
    });
  return openBridge({
    host: 'http',
    raw,
    clock: systemClock,
    deadlineMs: DEADLINE_MS,
    wireNames: () => listOffered(client, DEADLINE_MS),
    failureOf: httpFailure,
    ...(options.onCall === undefined ? {} : { onCall: options.onCall }),
  });
}
