/** Runs inside the frame before the page: the live-artifact host's object, its calls passed to the parent. */
import { requireParent } from './require-parent.ts';

const ask = requireParent(window);

const cowork = Object.freeze({
  callMcpTool: (fullName: string, args: object) => ask('callMcpTool', [fullName, args]),
  askClaude: (prompt: string, data: readonly unknown[]) => ask('askClaude', [prompt, data]),
  runScheduledTask: (id: string) => ask('runScheduledTask', [id]),
});

Object.defineProperty(window, 'cowork', {
  value: cowork,
  writable: false,
  configurable: false,
  enumerable: true,
});
