/**
 * Runs inside the frame before the page: the published host's object, its calls passed to the parent.
 * The root's `data-host-form="older"` asks for the form that had `mcp` injected instead of `use`.
 */
import { requireParent } from './require-parent.ts';
import type { MockCallOptions } from './mock-mcp.ts';

const ask = requireParent(window);

const mcp = Object.freeze({
  callTool: (server: string, tool: string, input: object = {}, options: MockCallOptions = {}) => {
    const { signal, ...rest } = options;
    return ask('callTool', [server, tool, input, rest], signal);
  },
  listTools: () => ask('listTools', []),
  invalidate: () => ask('invalidate', []),
});
const downloads = Object.freeze({ save: (file: object) => ask('save', [file]) });

const capabilities = new Map<string, Promise<unknown>>();

function use(name: string): Promise<unknown> {
  const known = capabilities.get(name);
  if (known !== undefined) return known;
  const capability = name === 'mcp' ? mcp : downloads;
  const asked = ask('use', [name]).then((given) => (given === true ? capability : null));
  capabilities.set(name, asked);
  return asked;
}

const older = document.documentElement.dataset['hostForm'] === 'older';
const value = Object.freeze(older ? { mcp } : { use });
Object.defineProperty(window, 'claude', { value, writable: false, configurable: false, enumerable: true });
