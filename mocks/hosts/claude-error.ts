import { ConnectorError } from './connector.ts';
import { isErrorReply } from './reply.ts';

export interface ClaudeErrorDetail {
  readonly server?: string;
  readonly retryable?: boolean;
  readonly retryAfterMs?: number;
  /** The server's own reply, for `tool_error`. */
  readonly result?: unknown;
}

/** How every failure of the published host looks to a page. */
export class ClaudeError extends Error {
  readonly code: string;
  declare readonly server?: string;
  declare readonly retryable?: boolean;
  declare readonly retryAfterMs?: number;
  declare readonly result?: unknown;

  constructor(code: string, message: string, detail: ClaudeErrorDetail = {}) {
    super(message);
    this.code = code;
    Object.assign(this, detail);
  }
}

/** A server's failure in the host's codes. */
export function claudeErrorOf(thrown: unknown, server: string): ClaudeError {
  if (thrown instanceof ClaudeError) return thrown;
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return new ClaudeError('cancelled', 'The call was cancelled.', { server });
  }
  const error = thrown instanceof ConnectorError ? thrown : new ConnectorError(String(thrown), null);
  const { code, retryable } = codeOf(error.status);
  const wait = error.retryAfterMs;
  return new ClaudeError(code, error.message, {
    server,
    retryable,
    ...(wait !== null && { retryAfterMs: wait }),
  });
}

/** A result that says it is an error rejects, with the result inside. */
export function rejectErrorReply(reply: unknown, server: string): unknown {
  if (!isErrorReply(reply)) return reply;
  throw new ClaudeError('tool_error', 'The tool answered with an error.', { server, result: reply });
}

function codeOf(status: number | null): { code: string; retryable: boolean } {
  if (status === 401) return { code: 'needs_reauth', retryable: false };
  if (status === 400) return { code: 'bad_request', retryable: false };
  if (status === 429) return { code: 'rate_limited', retryable: true };
  if (status === 0 || (status !== null && status >= 500))
    return { code: 'server_unavailable', retryable: true };
  return { code: 'upstream_error', retryable: false };
}
