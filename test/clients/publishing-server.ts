/**
 * A stand-in for the host's publish tool, for a Claude Code without an account: the parameters and the
 * refusals of the real one as far as its own text names them.
 *
 * In: the folder below which sources must lie. Out: the address of an MCP server with the one tool
 * `Artifact`, and every call that it took, with the text of the page and of the files beside it.
 */
import { readFile, realpath } from 'node:fs/promises';
import { isAbsolute, sep } from 'node:path';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { listen } from '../../mocks/server/node-http.ts';

const parameters = {
  action: z.enum(['publish', 'read', 'list', 'quickstart']).optional(),
  file_path: z.string().optional(),
  files: z.record(z.string(), z.string().nullable()).optional(),
  title: z.string().max(80).optional(),
  icon: z
    .string()
    .regex(/^[a-z]+$/)
    .optional(),
  description: z.string().optional(),
  url: z.url().optional(),
  capabilities: z
    .strictObject({
      mcp: z
        .strictObject({
          servers: z.array(z.strictObject({ server: z.string().min(1), tools: z.array(z.string()).min(1) })),
        })
        .optional(),
      downloads: z.boolean().optional(),
    })
    .optional(),
};

type Call = z.infer<z.ZodObject<typeof parameters>>;

export interface Published {
  readonly call: Call;
  readonly page: string;
  /** Texts by published path. */
  readonly beside: ReadonlyMap<string, string>;
}

export interface PublishingServer {
  readonly url: string;
  readonly published: readonly Published[];
}

/** Listens until the test is over. */
export async function publishingServer(workingFolder: string): Promise<PublishingServer> {
  const published: Published[] = [];
  const root = await realpath(workingFolder);
  const { server, origin } = await listen(0, () => (request) => answer(request, root, published));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `${origin}/mcp`, published };
}

/** Each request has a server of its own: nothing is remembered but what was published. */
async function answer(request: Request, root: string, published: Published[]): Promise<Response> {
  const server = new McpServer({ name: 'publishing', version: '1' });
  const config = { description: 'Publish a page from files on disk.', inputSchema: parameters };
  server.registerTool('Artifact', config, async (call) => {
    const taken = await publish(call, root);
    if (typeof taken === 'string') return reply(taken, true);
    published.push(taken);
    return reply(`Published at https://artifacts.example/${published.length}`, false);
  });
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  return transport.handleRequest(request);
}

function reply(text: string, isError: boolean): CallToolResult {
  return { content: [{ type: 'text', text }], isError };
}

/** What was published, or why it was refused. */
async function publish(call: Call, root: string): Promise<Published | string> {
  const { file_path: path, files = {} } = call;
  if (path === undefined) return 'file_path is required to publish.';
  const sources = Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== null);
  const outside = await firstOutside([path, ...sources.map(([, source]) => source)], root);
  if (outside !== null) return `${outside} is outside the working folder, so a publish cannot read it.`;
  const wrong = sources.find(([name]) => !/^[\w-][\w./-]*$/.test(name) || name.includes('..'));
  if (wrong !== undefined) return `${wrong[0]}: a published path is relative, with no leading slash.`;
  const page = await readFile(path, 'utf8');
  const texts = sources.map(async ([name, source]) => [name, await readFile(source, 'utf8')] as const);
  const beside = new Map(await Promise.all(texts));
  return faultIn(page, beside) ?? { call, page, beside };
}

async function firstOutside(paths: readonly string[], root: string): Promise<string | null> {
  const real = await Promise.all(paths.map((path) => realpath(path).catch(() => '')));
  const at = real.findIndex((path, index) => !isAbsolute(paths[index] ?? '') || !path.startsWith(root + sep));
  return at < 0 ? null : (paths[at] ?? '');
}

/** The page is wrapped into a skeleton, and finds beside it only what was published with it. */
function faultIn(page: string, beside: ReadonlyMap<string, string>): string | null {
  if (/<!doctype|<html|<head|<body/i.test(page)) return 'Leave out doctype, html, head and body.';
  if ([page, ...beside.values()].some((text) => text.includes('\uFFFD'))) return 'A file is not UTF-8.';
  const wanted = [...page.matchAll(/\b(?:src|href)="([^"#:]+)"/g)].map(([, name = '']) => name);
  const missing = wanted.find((name) => !beside.has(name.replace(/^\.\//, '')));
  return missing === undefined ? null : `The page wants ${missing}, which is not among "files".`;
}
