/** Faults below the protocol: what the HTTP layer says instead of a JSON-RPC message. */
import type { ServerFault } from './faults.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Thrown through a tool call: the server turns it into the answer, or breaks the connection when there
 * is none. Without a server in between, it rejects the call as a broken transport would.
 */
export class TransportFault extends Error {
  readonly answer: HttpAnswer | null;

  constructor(answer: HttpAnswer | null) {
    super(answer === null ? 'The connection was closed.' : `HTTP ${answer.status}: ${answer.body}`);
    this.answer = answer;
  }
}

const html = { 'content-type': 'text/html; charset=utf-8' };
const json = { 'content-type': 'application/json' };

/** A page as a proxy or a login wall shows it. */
export const htmlPage =
  '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>';

function rest(status: number, error: string, headers: Record<string, string> = {}): HttpAnswer {
  return { status, headers: { ...json, ...headers }, body: JSON.stringify({ statusCode: status, error }) };
}

const answers: Partial<Record<ServerFault, HttpAnswer>> = {
  '401': rest(401, 'Unauthorized', { 'www-authenticate': 'Bearer error="invalid_token"' }),
  '403': rest(403, 'Forbidden'),
  '404': rest(404, 'Not Found'),
  '429': rest(429, 'Too Many Requests', { 'retry-after': '2' }),
  '429-bare': rest(429, 'Too Many Requests'),
  '500': rest(500, 'Internal Server Error'),
  '502': { status: 502, headers: html, body: htmlPage },
  html: { status: 200, headers: html, body: htmlPage },
  cut: {
    status: 200,
    headers: json,
    body: '{"jsonrpc":"2.0","id":1,"result":{"content":[{"type":"text","te',
  },
};

/** The transport fault of that name, or null when it is a fault of another layer. */
export function transportFault(fault: ServerFault): TransportFault | null {
  if (fault === 'drop') return new TransportFault(null);
  const answer = answers[fault];
  return answer === undefined ? null : new TransportFault(answer);
}
