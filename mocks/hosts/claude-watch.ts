import type { Clock } from '../../skill/torii/bridge.ts';
import type { MockMcp } from './mock-mcp.ts';

/** A watched call is repeated at most this often. */
const WATCH_MS = 30_000;

/** Repeats a call until the returned function stops it. */
export function createWatch(callTool: MockMcp['callTool'], clock: Clock): MockMcp['watchTool'] {
  return (server, tool, input, handler) => {
    const stop = new AbortController();
    const repeat = async (): Promise<void> => {
      while (!stop.signal.aborted) {
        const result = await callTool(server, tool, input, { cache: { refresh: true } });
        if (!stop.signal.aborted) handler({ type: 'result', result });
        await clock.sleep(WATCH_MS, stop.signal);
      }
    };
    repeat().catch((error: unknown) => {
      if (!stop.signal.aborted) handler({ type: 'error', error });
    });
    return () => stop.abort();
  };
}
