/**
 * What plain HTTP and the MCP client throw, turned into the one closed union of failures.
 *
 * The MCP client hides status and headers of a refused POST; `fetchWithStatus` keeps them.
 */
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { OAuthError } from '@modelcontextprotocol/sdk/server/auth/errors.js';
import { StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js';
import { ZodError } from 'zod';
import type { ReadTool } from '../../torii/catalog.ts';
import { isJsonObject } from '../../torii/json.ts';
import { failure, type FailureKind, type ToolFailure } from '../../torii/failure.ts';
import type { Access } from '../../sign-in/access.ts';
import { oauthWords } from '../../sign-in/sign-in.ts';
import { withoutSecrets } from '../../node/secrets.ts';
import { systemReason } from '../../node/stop.ts';

export class HttpStatusError extends Error {
  readonly status: number;
  readonly retryAfterMs: number | null;

  constructor(status: number, retryAfterMs: number | null, body: string) {
    super(`HTTP ${status} ${body.replace(new RegExp(`^${status}\\s+`), '')}`.trim());
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Like the fetch given, but a refused POST rejects with its status; `hide` takes secrets out of its words. */
export function fetchWithStatus({ fetch: over, hide }: Pick<Access, 'fetch' | 'hide'>): typeof fetch {
  return async (input, init) => {
    const response = await over(input, init);
    if (response.ok || init?.method !== 'POST') return response;
    throw new HttpStatusError(response.status, retryAfter(response), wordsIn(hide(await response.text())));
  };
}

/** What a person can read of an error body: the message of a JSON error, the title of a page. */
function wordsIn(body: string): string {
  const title = /<title[^>]*>([^<]*)/i.exec(body)?.[1];
  if (title !== undefined || body.trimStart().startsWith('<')) return (title ?? 'an HTML page').trim();
  const said = messageIn(body) ?? body;
  return said.replaceAll(/\s+/g, ' ').trim();
}

function messageIn(body: string): string | null {
  try {
    const json: unknown = JSON.parse(body);
    if (!isJsonObject(json)) return null;
    const error = json['error'];
    const said = [json['error_description'], json['message'], isJsonObject(error) ? error['message'] : error];
    return said.find((text) => typeof text === 'string') ?? null;
  } catch {
    return null;
  }
}

/** Retry-After is either seconds or a date (RFC 9110); only seconds are sent by Torii. */
function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds * 1000 : null;
}

/** A 404 means that the path is no MCP endpoint: Torii answers unknown records inside a result. */
const kindsByStatus: ReadonlyMap<number, FailureKind> = new Map([
  [400, 'bad-arguments'],
  [401, 'needs-sign-in'],
  [403, 'denied'],
  [404, 'not-torii'],
  [405, 'not-torii'],
  [408, 'timed-out'],
  [429, 'rate-limited'],
]);

const kindsByCode: ReadonlyMap<number, FailureKind> = new Map([
  [ErrorCode.RequestTimeout, 'timed-out'],
  [ErrorCode.MethodNotFound, 'not-torii'],
  [ErrorCode.InvalidParams, 'bad-arguments'],
]);

/** Names the failure behind anything thrown by `fetch` or by the MCP client; its message holds no token. */
export function httpFailure(thrown: unknown, tool: ReadTool | null): ToolFailure {
  const named = namedFailure(thrown, tool);
  return { ...named, message: withoutSecrets(named.message) };
}

function namedFailure(thrown: unknown, tool: ReadTool | null): ToolFailure {
  if (thrown instanceof HttpStatusError) return statusFailure(thrown, tool);
  if (thrown instanceof UnauthorizedError) return failure('needs-sign-in', tool, thrown.message);
  if (thrown instanceof McpError) return failure(kindOfMcpError(thrown), tool, thrown.message);
  if (thrown instanceof StreamableHTTPError) return failure('not-torii', tool, thrown.message);
  if (thrown instanceof SyntaxError || thrown instanceof ZodError) {
    return failure('not-torii', tool, 'The answer is not an MCP message.');
  }
  if (thrown instanceof OAuthError) return failure('unavailable', tool, oauthWords(thrown));
  if (isNamed(thrown, 'TimeoutError')) return failure('timed-out', tool, 'No answer came in time.');
  if (isNamed(thrown, 'AbortError')) return failure('cancelled', tool, 'Stopped before an answer came.');
  return failure('unavailable', tool, reasonOf(thrown));
}

function statusFailure(error: HttpStatusError, tool: ReadTool | null): ToolFailure {
  const kind = kindsByStatus.get(error.status) ?? (error.status >= 500 ? 'unavailable' : 'host-fault');
  const wait = error.retryAfterMs === null ? {} : { retryAfterMs: error.retryAfterMs };
  return failure(kind, tool, error.message, wait);
}

function kindOfMcpError(error: McpError): FailureKind {
  return kindsByCode.get(error.code) ?? 'unavailable';
}

/** A line break or a letter outside ASCII, from copying. */
const UNSENDABLE = 'the token in TORII_MCP_TOKEN holds a sign that cannot be sent; copy it again';

function isNamed(thrown: unknown, name: string): boolean {
  return thrown instanceof Error && thrown.name === name;
}

/** Node hides the useful half in the cause. */
function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const reason = systemReason(thrown);
  if (reason !== null) return reason;
  if (/Headers\.|invalid header value/.test(thrown.message)) return UNSENDABLE;
  return thrown.cause instanceof Error ? thrown.cause.message : thrown.message;
}
