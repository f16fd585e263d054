/**
 * The preview's own web server, on the loopback interface only.
 *
 * Serves one page per kind of host and `mcp`, which the relay passes on, all below a secret that is made
 * again for every preview. Requests whose Host or Origin is not this server are refused and no page may be
 * framed, so that no other page the person has open can read Torii through it.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenOnLoopback } from '../../../node/listen.ts';
import { relay, type Upstream } from './relay.ts';
import { errorMessage } from '../../../torii/failure.ts';

export interface PreviewServer {
  /** With the secret, without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

export interface PreviewFiles {
  /** Body and content type by path below the secret; a function is asked at every request, so that a rebuild shows. */
  readonly [path: string]: { readonly type: string; readonly body: () => Promise<string> };
}

export async function startPreview(
  files: PreviewFiles,
  upstream: Upstream,
  port: number,
): Promise<PreviewServer> {
  const secret = randomBytes(16).toString('base64url');
  const server = createServer((request, response) => {
    handle(request, response, { files, upstream, secret }).catch((error: unknown) => {
      const sentence = errorMessage(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(sentence);
    });
  });
  const taken = await listenOnLoopback(server, port);
  return {
    url: `http://127.0.0.1:${taken}/${secret}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Preview {
  readonly files: PreviewFiles;
  readonly upstream: Upstream;
  readonly secret: string;
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  { files, upstream, secret }: Preview,
): Promise<void> {
  if (!isOwn(request)) return refuse(response, 403, 'Only this preview may ask.');
  const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
  // Addresses of the page are relative, so its folder must end with a slash.
  if (pathname === `/${secret}`) {
    response.writeHead(302, { location: `/${secret}/${search}` }).end();
    return;
  }
  if (!pathname.startsWith(`/${secret}/`)) {
    return refuse(response, 404, 'Open the whole address that the command printed.');
  }
  const path = pathname.slice(secret.length + 1);
  if (path === '/mcp') return relay(request, response, upstream);
  const file = files[path];
  if (file === undefined) return refuse(response, 404, 'There is no such page here.');
  const body = await file.body();
  response.writeHead(200, { ...unframed, 'content-type': file.type }).end(body);
}

const unframed = {
  'cache-control': 'no-store',
  'content-security-policy': "frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
} as const;

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(sentence);
}

function isOwn({ headers, socket }: IncomingMessage): boolean {
  const own = [`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`];
  if (!own.includes(headers.host ?? '')) return false;
  return headers.origin === undefined || own.some((host) => headers.origin === `http://${host}`);
}
