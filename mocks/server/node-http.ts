/** Between Node's sockets and web requests: a handler that knows only `Request → Response`. */
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';

export type Handler = (request: Request) => Promise<Response>;

function toRequest(message: IncomingMessage, origin: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers)) {
    if (typeof value === 'string') headers.set(name, value);
  }
  const hasBody = message.method !== 'GET' && message.method !== 'HEAD';
  return new Request(new URL(message.url ?? '/', origin), {
    method: message.method ?? 'GET',
    headers,
    ...(hasBody && { body: Readable.toWeb(message) as ReadableStream, duplex: 'half' }),
  });
}

async function send(response: Response, to: ServerResponse): Promise<void> {
  if (response.type === 'error') {
    to.destroy();
    return;
  }
  to.writeHead(response.status, Object.fromEntries(response.headers));
  if (response.body === null) {
    to.end();
    return;
  }
  // A client that goes away must not leave a stream waiting for it.
  await pipeline(Readable.fromWeb(response.body as NodeStream), to).catch(() => {});
}

/** Listens on the loopback address alone; `handler` is made when the origin is known. */
export function listen(
  port: number,
  handler: (origin: string) => Handler,
): Promise<{ server: Server; origin: string }> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const handle = handler(origin);
      server.on('request', (message: IncomingMessage, response: ServerResponse) => {
        handle(toRequest(message, origin))
          .then((answer) => send(answer, response))
          .catch((error: unknown) => {
            response.destroy(error instanceof Error ? error : undefined);
          });
      });
      resolve({ server, origin });
    });
  });
}

/** Ends at once, requests that hang included. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
