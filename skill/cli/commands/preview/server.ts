/**
 * The preview's own web server, on the loopback interface only.
 *
 * Serves one page per kind of host, the script that stands in for Claude, and /mcp, which the relay
 * passes on. Requests whose Host or Origin is not this server are refused, so that no other page the
 * person has open can read Torii through it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenOnLoopback } from '../../../node/listen.ts';
import { relay, type Upstream } from './relay.ts';

export interface PreviewServer {
  readonly url: string;
  close(): Promise<void>;
}

export interface PreviewFiles {
  /** Body and content type by path; a function is asked at every request, so that a rebuild shows. */
  readonly [path: string]: { readonly type: string; readonly body: () => Promise<string> };
}

export async function startPreview(
  files: PreviewFiles,
  upstream: Upstream,
  port: number,
): Promise<PreviewServer> {
  const server = createServer((request, response) => {
    handle(request, response, files, upstream).catch((error: unknown) => {
      const sentence = error instanceof Error ? error.message : String(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(sentence);
    });
  });
  const taken = await listenOnLoopback(server, port);
  return {
    url: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  files: PreviewFiles,
  upstream: Upstream,
): Promise<void> {
  if (!isOwn(request)) {
    response.writeHead(403, { 'content-type': 'text/plain' }).end('Only this preview may ask.');
    return;
  }
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (pathname === '/mcp') return relay(request, response, upstream);
  const file = files[pathname];
  if (file === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such page here.');
    return;
  }
  const body = await file.body();
  response.writeHead(200, { 'content-type': file.type, 'cache-control': 'no-store' }).end(body);
}

function isOwn({ headers, socket }: IncomingMessage): boolean {
  const own = [`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`];
  if (!own.includes(headers.host ?? '')) return false;
  return headers.origin === undefined || own.some((host) => headers.origin === `http://${host}`);
}
