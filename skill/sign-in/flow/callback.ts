/**
 * The loopback address to which the browser returns after a sign-in (RFC 8252).
 *
 * In: a port, and later the state that only our own request carries. Out: the answer to that request, once;
 * every visitor gets a small page that says what happened. Any page that is open on this machine can send the
 * browser here, so an answer with another state or none is refused and waited past.
 */
import { createServer, type ServerResponse } from 'node:http';
import { listenOnLoopback } from '../../node/listen.ts';
import { callbackPage } from './callback-page.ts';

export interface Callback {
  readonly redirectUrl: string;
  /** The parameters with which the browser came back from the request that carried this state. */
  answerTo(state: string): Promise<URLSearchParams>;
  close(): void;
}

const PATH = '/callback';

/** Listens on `port`; 0 takes any free one. Stops when the port is taken. */
export async function listenForCallback(port: number): Promise<Callback> {
  const server = createServer();
  let awaited: { readonly state: string; readonly resolve: (answer: URLSearchParams) => void } | null = null;
  server.on('request', ({ url, method, headers, socket }, response) => {
    const { pathname, searchParams } = new URL(url ?? '/', 'http://127.0.0.1');
    const own = headers.host === `127.0.0.1:${socket.localPort}`;
    if (!own || method !== 'GET' || pathname !== PATH) return show(response, 404, 'nothing');
    if (awaited === null || searchParams.get('state') !== awaited.state) return show(response, 400, 'other');
    show(response, 200, searchParams.has('code') ? 'done' : 'refused');
    awaited.resolve(searchParams);
  });
  const taken = await listenOnLoopback(server, port, ', to which the browser returns,');
  return {
    redirectUrl: `http://127.0.0.1:${taken}${PATH}`,
    answerTo: (state) => new Promise((resolve) => (awaited = { state, resolve })),
    close() {
      // The page is still on its way when the answer is; connections left idle end at once.
      server.close();
      server.closeIdleConnections();
    },
  };
}

function show(
  response: ServerResponse,
  status: number,
  outcome: 'done' | 'refused' | 'other' | 'nothing',
): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    // The address holds the code: it goes nowhere else.
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(callbackPage(outcome));
}
