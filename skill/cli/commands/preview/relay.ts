/**
 * The relay between a page in the browser and an MCP server: same origin for the page, bearer token
 * added here so that it never reaches the page, and the read-only guard on every tools/call.
 *
 * In: one HTTP request to /mcp. Out: the server's own answer. Anything but reading is
 * refused here, before a socket is opened.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { isJsonObject, type JsonObject, parsedObject } from '../../../torii/json.ts';
import { admit } from '../../../torii/bridge.ts';

export interface Upstream {
  readonly url: URL;
  /** Adds what authorizes us to the request. */
  readonly fetch: typeof fetch;
  /** The demo server takes faults and variants from the query; a real one is never sent any. */
  readonly takesQuery: boolean;
}

/** What a reading client needs of the protocol. */
const methods: ReadonlySet<unknown> = new Set([
  'initialize',
  'ping',
  'tools/list',
  'tools/call',
  'notifications/initialized',
  'notifications/cancelled',
]);

const forwardedHeaders = ['accept', 'content-type', 'mcp-session-id', 'mcp-protocol-version'] as const;
const returnedHeaders = ['content-type', 'mcp-session-id', 'retry-after', 'www-authenticate'] as const;

export async function relay(
  request: IncomingMessage,
  response: ServerResponse,
  upstream: Upstream,
): Promise<void> {
  // GET would open a stream for server-initiated messages, which a reader has no use for.
  if (request.method !== 'POST') return end(response, 405, 'Only POST is relayed.');
  const body = await text(request);
  const message = parsedObject(body);
  const refusal = refuse(message);
  if (message === null || refusal !== null) return answer(response, refusal ?? NO_MESSAGE);
  // Serialized again: of a duplicate key, the server might read the one that was not checked.
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const reply = await forward(request, JSON.stringify(message), upstream, gone.signal).catch(
    (error: unknown) => error,
  );
  if (!(reply instanceof Response)) {
    return end(response, 502, `The MCP server at ${upstream.url.origin} cannot be reached.`);
  }
  response.writeHead(
    reply.status,
    pick(returnedHeaders, (name) => reply.headers.get(name)),
  );
  response.end(Buffer.from(await reply.arrayBuffer()));
}

function forward(
  request: IncomingMessage,
  body: string,
  upstream: Upstream,
  signal: AbortSignal,
): Promise<Response> {
  const url = new URL(upstream.url);
  if (upstream.takesQuery) url.search = new URL(request.url ?? '/', upstream.url).search;
  const headers = pick(forwardedHeaders, (name) => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : null;
  });
  return upstream.fetch(url, { method: 'POST', headers, body, redirect: 'error', signal });
}

interface Refusal {
  readonly id: unknown;
  readonly message: string;
}

const NO_MESSAGE: Refusal = { id: null, message: 'Not a JSON-RPC message.' };

/** A batch is refused whole: one write among reads must not slip through. */
function refuse(message: JsonObject | null): Refusal | null {
  if (message === null) return NO_MESSAGE;
  if (!methods.has(message['method'])) {
    return { id: message['id'], message: 'Only reading is relayed.' };
  }
  if (message['method'] !== 'tools/call') return null;
  const params = isJsonObject(message['params']) ? message['params'] : {};
  const name = typeof params['name'] === 'string' ? params['name'] : '';
  const args = params['arguments'] ?? {};
  if (!isJsonObject(args)) return { id: message['id'], message: 'The arguments are not an object.' };
  const admission = admit(name, args);
  return admission.ok ? null : { id: message['id'], message: admission.message };
}

function answer(response: ServerResponse, { id, message }: Refusal): void {
  const result = { content: [{ type: 'text', text: message }], isError: true };
  const body = JSON.stringify({ jsonrpc: '2.0', id: id ?? null, result });
  response.writeHead(200, { 'content-type': 'application/json' }).end(body);
}

function end(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(sentence);
}

function pick<Name extends string>(
  names: readonly Name[],
  valueOf: (name: Name) => string | null,
): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = valueOf(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
