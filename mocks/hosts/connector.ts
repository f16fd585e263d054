/**
 * The connector behind a mock host: the official MCP client over Streamable HTTP, by `fetch`, so that
 * the whole mock can be intercepted or served for real.
 *
 * In: the server's address. Out: its tools and the results of calls, untouched. Rejects with a
 * `ConnectorError` that keeps the HTTP status and Retry-After, which the client itself drops.
 */
import { memoizeAsync } from '../../artifact/bridge/bridge.ts';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { McpError, ResultSchema, type Tool } from '@modelcontextprotocol/sdk/types.js';

export class ConnectorError extends Error {
  /** HTTP status; −1 when the answer is no MCP message, 0 when there was no answer, null otherwise. */
  readonly status: number | null;
  readonly retryAfterMs: number | null;

  constructor(message: string, status: number | null, retryAfterMs: number | null = null) {
    super(message);
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

export interface Connector {
  tools(): Promise<readonly Tool[]>;
  /** The server's result as it came; a hint of the tool decides whether hosts may cache it. */
  call(name: string, args: object, signal?: AbortSignal): Promise<unknown>;
}

/** Longer than any host waits: the hosts keep their own deadlines. */
const TIMEOUT_MS = 600_000;

export function connectorTo(url: string): Connector {
  const client = new Client({ name: 'preview-host', version: '1' });
  const transport = (): StreamableHTTPClientTransport =>
    new StreamableHTTPClientTransport(new URL(url), { fetch: keepingStatus });
  const connected = memoizeAsync(() => client.connect(transport()));
  const tools = memoizeAsync(() => connected().then(() => everyTool(client)));
  return {
    tools: () => tools().catch(named),
    call: async (name, args, signal) => {
      const request = { method: 'tools/call' as const, params: { name, arguments: { ...args } } };
      const options = { timeout: TIMEOUT_MS, ...(signal && { signal }) };
      return connected()
        .then(() => client.request(request, ResultSchema, options))
        .catch(named);
    },
  };
}

async function everyTool(client: Client): Promise<Tool[]> {
  const tools: Tool[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.listTools(cursor === undefined ? {} : { cursor });
    tools.push(...page.tools);
    cursor = page.nextCursor === cursor ? undefined : page.nextCursor;
  } while (cursor !== undefined);
  return tools;
}

async function keepingStatus(input: string | URL, init?: RequestInit): Promise<Response> {
  // A GET would open a stream for messages of the server's own accord, which no host listens to.
  if (init?.method === 'GET') return new Response(null, { status: 405 });
  const response = await fetch(input, init).catch((reason: unknown) => {
    if (init?.signal?.aborted === true) throw reason;
    throw new ConnectorError('The MCP server is unreachable: fetch failed.', 0);
  });
  if (response.ok || init?.method !== 'POST') return response;
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  const text = (await response.text()).slice(0, 300);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : null;
  throw new ConnectorError(`HTTP error! status: ${response.status} ${text}`.trim(), response.status, wait);
}

function named(thrown: unknown): never {
  if (thrown instanceof ConnectorError || (thrown instanceof Error && thrown.name === 'AbortError'))
    throw thrown;
  if (thrown instanceof McpError) throw new ConnectorError(thrown.message, null);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  throw new ConnectorError(`Not an MCP message: ${message}`, -1);
}
