/**
 * What a client is told while its call is under way, where it asked for that: the server's own progress, and while
 * nothing comes from there, for how long.
 */
import type { RequestHandlerExtra } from '@modelcontextprotocol/sdk/shared/protocol.js';
import type { Progress, ServerNotification, ServerRequest } from '@modelcontextprotocol/sdk/types.js';

export type CallExtra = RequestHandlerExtra<ServerRequest, ServerNotification>;

export interface CallProgress {
  /** Absent where the client did not ask: then none is asked of the server behind either. */
  readonly onProgress?: (progress: Progress) => void;
  end(): void;
}

/** A step that no real progress is as small as: numbers may only grow. */
const STEP = 1e-6;

export function progressOf({ _meta, sendNotification }: CallExtra, tickMs: number): CallProgress {
  const progressToken = _meta?.progressToken;
  if (progressToken === undefined) return { end: () => {} };
  let last = 0;
  const begun = Date.now();
  let heard = begun;
  const send = (progress: Progress) => {
    if (progress.progress <= last) return;
    last = progress.progress;
    const params = { ...progress, progressToken };
    // A client that is gone needs no progress; its going ends the proxy elsewhere.
    sendNotification({ method: 'notifications/progress', params }).catch(() => {});
  };
  const ticking = setInterval(() => {
    const silent = Math.round((Date.now() - heard) / 1000);
    if (Date.now() - heard >= tickMs)
      send({ progress: last + STEP, message: `No answer from Torii for ${silent} s.` });
  }, tickMs);
  ticking.unref();
  return {
    onProgress(progress) {
      heard = Date.now();
      send(progress);
    },
    end: () => clearInterval(ticking),
  };
}
