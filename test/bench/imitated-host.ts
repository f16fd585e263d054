/**
 * Runs in the page before its own scripts: a live artifact's host that passes calls to the bench and
 * hands answers over after a fixed latency, with a record of every call and of every paint.
 */
import type { JsonObject } from '../../skill/torii/base/json.ts';

/** Instants in milliseconds of the page's own clock. */
export interface Call {
  readonly tool: string;
  readonly from: number;
  readonly to: number;
  /** Asks for Torii's own count of what the pages held. */
  readonly counts: boolean;
}

interface Watched {
  readonly calls: Call[];
  readonly paints: number[];
}

declare global {
  var latencyMs: number;
  /** Latency of Torii's own counts, which may be held back to see what is painted without them. */
  var countMs: number;
  var watched: Watched;
  var answerFromTorii: (tool: string, args: JsonObject) => Promise<unknown>;
}

const watched: Watched = { calls: [], paints: [] };
globalThis.watched = watched;

async function callMcpTool(fullName: string, args: JsonObject): Promise<unknown> {
  const from = performance.now();
  const tool = fullName.slice(fullName.lastIndexOf('__') + 2);
  const answer = await globalThis.answerFromTorii(tool, args);
  const counts = 'aggs' in args;
  const left = from + (counts ? globalThis.countMs : globalThis.latencyMs) - performance.now();
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  watched.calls.push({ tool, from, to: performance.now(), counts });
  return answer;
}

Object.assign(window, { cowork: Object.freeze({ callMcpTool }) });

// A frame callback runs before its paint; the message it posts is taken up right after.
const afterFrame = new MessageChannel();
afterFrame.port1.addEventListener('message', () => {
  watched.paints.push(performance.now());
});
afterFrame.port1.start();
const painted = (): void => void requestAnimationFrame(() => afterFrame.port2.postMessage(null));
new MutationObserver(painted).observe(document, { subtree: true, childList: true, characterData: true });
