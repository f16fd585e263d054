/**
 * The MCP protocol over a mock Torii: the official server behind a plain `Request → Response` function,
 * so that msw and a real socket speak the same words.
 *
 * In: an HTTP request to the MCP address. Out: the HTTP response; faults below the protocol replace it.
 * A dropped connection comes out as `Response.error()`, which the caller has to act out.
 */
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
} from '@modelcontextprotocol/sdk/types.js';
import type { RequestId, Result } from '@modelcontextprotocol/sdk/types.js';
import { isJsonObject } from '../../skill/torii/json.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { createTorii } from '../torii/torii.ts';
import type { Torii, ToriiLog } from '../torii/torii.ts';
import { TransportFault } from '../torii/transport-faults.ts';
import { variantOf } from './variant.ts';
import type { Variant } from './variant.ts';

export interface Endpoint {
  handle(request: Request): Promise<Response>;
  /** The server as it is without a query; its log holds the calls of every variant. */
  readonly torii: Torii;
  close(): Promise<void>;
}

/** One variant of the server: its tools, its fault counters and its sessions. */
interface Branch {
  readonly torii: Torii;
  readonly variant: Variant;
  readonly sessions: Map<string, Line>;
}

/** A protocol server and the faults that its requests ran into, by request id. */
interface Line {
  readonly transport: WebStandardStreamableHTTPServerTransport;
  readonly faults: Map<RequestId, TransportFault>;
}

/** Enough for every test of a long run; the oldest address is forgotten first. */
const MOST_BRANCHES = 200;

function pageOfTools(torii: Torii, size: number | undefined, cursor: string | undefined): Result {
  const tools = torii.tools();
  const start = cursor === undefined ? 0 : Number(cursor);
  if (!Number.isInteger(start) || start < 0 || start > tools.length) {
    throw new McpError(ErrorCode.InvalidParams, 'Invalid cursor');
  }
  const end = start + (size ?? tools.length);
  return { tools: tools.slice(start, end), ...(end < tools.length ? { nextCursor: String(end) } : {}) };
}

function protocolServer({ torii, variant }: Branch, faults: Line['faults']): Server {
  const noting = async (id: RequestId, answer: () => Promise<Result>): Promise<Result> => {
    try {
      return await answer();
    } catch (error) {
      if (error instanceof TransportFault) faults.set(id, error);
      throw error;
    }
  };
  const server = new Server({ name: 'torii', version: '1.0.0' }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, ({ params }, { requestId }) =>
    noting(requestId, async () => {
      await torii.enter('tools/list');
      return pageOfTools(torii, variant.toolsPage, params?.cursor);
    }),
  );
  server.setRequestHandler(CallToolRequestSchema, ({ params }, { requestId }) =>
    noting(requestId, async () => {
      const args = isJsonObject(params.arguments) ? params.arguments : {};
      return { ...(await torii.call(params.name, args)) };
    }),
  );
  return server;
}

function faultResponse({ answer }: TransportFault): Response {
  if (answer === null) return Response.error();
  return new Response(answer.body, { status: answer.status, headers: answer.headers });
}

function refusal(status: number, message: string): Response {
  const error = { code: -32_000, message };
  return Response.json({ jsonrpc: '2.0', error, id: null }, { status });
}

/** The same message as a stream of one event. */
async function asEvents(response: Response): Promise<Response> {
  if (response.headers.get('content-type') !== 'application/json' || !response.ok) return response;
  const headers = new Headers(response.headers);
  headers.set('content-type', 'text/event-stream');
  return new Response(`event: message\ndata: ${await response.text()}\n\n`, { headers });
}

/** Method and id of the message in a request; null where it is no such message. */
async function messageOf(request: Request): Promise<{ method: unknown; id: RequestId | null }> {
  const body: unknown = await request
    .clone()
    .json()
    .catch(() => null);
  if (!isJsonObject(body)) return { method: null, id: null };
  const { method, id } = body;
  return { method, id: typeof id === 'string' || typeof id === 'number' ? id : null };
}

async function openLine(branch: Branch): Promise<Line> {
  const transport = new WebStandardStreamableHTTPServerTransport({
    enableJsonResponse: true,
    ...(branch.variant.sessions === true && {
      sessionIdGenerator: () => crypto.randomUUID(),
      onsessioninitialized: (session: string) => void branch.sessions.set(session, line),
      onsessionclosed: (session: string) => void branch.sessions.delete(session),
    }),
  });
  const line: Line = { transport, faults: new Map() };
  await protocolServer(branch, line.faults).connect(transport);
  return line;
}

async function pass(branch: Branch, request: Request): Promise<Response> {
  const session = request.headers.get('mcp-session-id');
  const known = session === null ? undefined : branch.sessions.get(session);
  if (branch.variant.sessions === true && session !== null && known === undefined) {
    return refusal(404, 'Session not found');
  }
  const { method, id } = await messageOf(request);
  if (method === 'initialize') await branch.torii.enter('initialize');
  const line = known ?? (await openLine(branch));
  const response = await line.transport.handleRequest(request);
  const fault = id === null ? undefined : line.faults.get(id);
  if (id !== null) line.faults.delete(id);
  if (fault !== undefined) throw fault;
  return branch.variant.reply === 'sse' ? asEvents(response) : response;
}

async function answer(branch: Branch, request: Request): Promise<Response> {
  // Nothing is ever sent unasked: without sessions there is no stream to open and none to end.
  if (branch.variant.sessions !== true && request.method !== 'POST')
    return refusal(405, 'Method not allowed');
  try {
    return await pass(branch, request);
  } catch (error) {
    if (error instanceof TransportFault) return faultResponse(error);
    throw error;
  }
}

/** An endpoint over a tenant; `options` are those of every variant unless its address says otherwise. */
export function createEndpoint(tenant: Tenant, options: Variant = {}): Endpoint {
  const log: ToriiLog = options.log ?? { calls: [], writes: [] };
  const branches = new Map<string, Branch>();
  const branchOf = (search: string): Branch => {
    const known = branches.get(search);
    if (known !== undefined) return known;
    const variant = { ...options, ...variantOf(new URLSearchParams(search)), log };
    const branch: Branch = { torii: createTorii(tenant, variant), variant, sessions: new Map() };
    const [oldest] = branches.keys();
    if (branches.size >= MOST_BRANCHES && oldest !== undefined) branches.delete(oldest);
    branches.set(search, branch);
    return branch;
  };
  return {
    torii: branchOf('').torii,
    async handle(request) {
      try {
        return await answer(branchOf(new URL(request.url).search), request);
      } catch (error) {
        if (error instanceof RangeError) return refusal(400, error.message);
        throw error;
      }
    },
    async close() {
      const open = [...branches.values()].flatMap(({ sessions }) => [...sessions.values()]);
      branches.clear();
      await Promise.all(open.map(({ transport }) => transport.close()));
    },
  };
}
