/**
 * The loopback address to which the browser returns after a sign-in (RFC 8252).
 *
 * In: a port, and the state that only our own request carries. Out: the answer, once; every visitor gets
 * a small page that says what happened. Listens on 127.0.0.1 alone and answers nothing but the callback.
 */
import { createServer, type ServerResponse } from 'node:http';
import { listenOnLoopback } from '../../node/listen.ts';
import { callbackPage } from './callback-page.ts';

export interface Callback {
  readonly redirectUrl: string;
  /** The parameters with which the browser came back. */
  readonly answer: Promise<URLSearchParams>;
  close(): void;
}

const PATH = '/callback';

/** Listens on `port`; 0 takes any free one. Stops when the port is taken. */
export async function listenForCallback(port: number): Promise<Callback> {
  const server = createServer();
  const answer = new Promise<URLSearchParams>((resolve) => {
    server.on('request', ({ url, method, headers, socket }, response) => {
      const { pathname, searchParams } = new URL(url ?? '/', 'http://127.0.0.1');
      const own = headers.host === `127.0.0.1:${socket.localPort}`;
      if (!own || method !== 'GET' || pathname !== PATH) return show(response, 404, 'nothing');
      show(response, 200, searchParams.has('code') ? 'done' : 'refused');
      resolve(searchParams);
    });
  });
  const taken = await listenOnLoopback(server, port, ', to which the browser returns,');
  return {
    redirectUrl: `http://127.0.0.1:${taken}${PATH}`,
    answer,
    close() {
      // The page is still on its way when the answer is; connections left idle end at once.
      server.close();
      server.closeIdleConnections();
    },
  };
}

function show(response: ServerResponse, status: number, outcome: 'done' | 'refused' | 'nothing'): void {
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
