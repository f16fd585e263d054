/**
 * Runs in the page before its own scripts: a live artifact's host that passes calls to the bench and
 * hands answers over after a fixed latency, with a record of every call and of the last paint.
 */
import type { JsonObject } from '../../skill/torii/json.ts';

/** Instants in milliseconds of the page's own clock. */
export interface Call {
  readonly tool: string;
  readonly from: number;
  readonly to: number;
}

interface Watched {
  readonly calls: Call[];
  lastPaint: number;
}

declare global {
  var latencyMs: number;
  var watched: Watched;
  var answerFromTorii: (tool: string, args: JsonObject) => Promise<unknown>;
}

const watched: Watched = { calls: [], lastPaint: 0 };
globalThis.watched = watched;

async function callMcpTool(fullName: string, args: JsonObject): Promise<unknown> {
  const from = performance.now();
  const tool = fullName.slice(fullName.lastIndexOf('__') + 2);
  const answer = await globalThis.answerFromTorii(tool, args);
  const left = from + globalThis.latencyMs - performance.now();
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  watched.calls.push({ tool, from, to: performance.now() });
  return answer;
}

Object.assign(window, { cowork: Object.freeze({ callMcpTool }) });

// A frame callback runs before its paint; the message it posts is taken up right after.
const afterFrame = new MessageChannel();
afterFrame.port1.addEventListener('message', () => {
  watched.lastPaint = performance.now();
});
afterFrame.port1.start();
const painted = (): void => void requestAnimationFrame(() => afterFrame.port2.postMessage(null));
new MutationObserver(painted).observe(document, { subtree: true, childList: true, characterData: true });
