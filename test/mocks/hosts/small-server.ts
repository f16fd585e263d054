import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { http, HttpResponse, type HttpHandler } from 'msw';

export const url = 'https://torii.test/mcp';

const tools = [
  { name: 'list_apps', annotations: { readOnlyHint: true } },
  { name: 'list_users' },
  { name: 'get_app', annotations: { readOnlyHint: true } },
  { name: 'update_user', annotations: { readOnlyHint: false } },
].map((tool) => ({ ...tool, inputSchema: { type: 'object' as const, properties: { size: {} } } }));

export interface SmallServer {
  readonly handlers: readonly HttpHandler[];
  /** Names of the tools that were really called. */
  readonly calls: readonly string[];
  /** What the address asked the server to provoke. */
  readonly faults: readonly (string | null)[];
  /** Answers of the transport itself instead of MCP, from now on. */
  fail(status: number, headers?: Record<string, string>): void;
}

/** An MCP server of four tools behind one msw handler; `get_app` always answers with an error. */
export function smallServer(): SmallServer {
  const calls: string[] = [];
  const faults: (string | null)[] = [];
  let failure: (() => Response) | null = null;

  const answer = http.post(url, async ({ request }) => {
    faults.push(new URL(request.url).searchParams.get('fault'));
    if (failure !== null) return failure();
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    await serverOf(calls).connect(transport);
    return transport.handleRequest(request);
  });
  return {
    handlers: [answer, http.get(url, () => new HttpResponse(null, { status: 405 }))],
    calls,
    faults,
    fail(status, headers = {}) {
      failure = () => new HttpResponse('Refused.', { status, headers });
    },
  };
}

function serverOf(calls: string[]): Server {
  const server = new Server({ name: 'small', version: '1' }, { capabilities: { tools: {} } });
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools }));
  server.setRequestHandler(CallToolRequestSchema, ({ params: { name } }) => {
    calls.push(name);
    const error = 'HTTP error! status: 404 Response: {}';
    if (name === 'get_app') return { content: [{ type: 'text' as const, text: error }], isError: true };
    return { content: [{ type: 'text' as const, text: `{"apps":[{"id":${calls.length}}],"total":1}` }] };
  });
  return server;
}
