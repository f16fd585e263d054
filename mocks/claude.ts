/**
 * The published-artifact host: `window.claude.use('mcp' | 'downloads')`, or the older `window.claude.mcp`,
 * over a real MCP connection.
 *
 * In: the address of the MCP server, the display name of the viewer's connector, the tools declared at
 * publish, other connectors of the viewer, a clock, and faults (mocks/hosts/faults.ts). Out: the object.
 * Every failure rejects with `{code, message, server?, retryable?, retryAfterMs?, result?}`; the listing
 * is the grant cut with what the viewer has and never shows a schema; replies carry `cache.storedAt`.
 */
import { createMcp } from './hosts/claude-mcp.ts';
import type { MockMcp, MockMcpOptions } from './hosts/mock-mcp.ts';
import { createDownloads, type DownloadedFile } from './hosts/downloads.ts';
import { createFaultScript } from './hosts/faults.ts';

export interface ClaudeOptions extends MockMcpOptions {
  readonly faults?: string;
  /** Inject `claude.mcp` instead of offering `claude.use`. */
  readonly older?: boolean;
  readonly onSave?: (file: DownloadedFile) => void;
}

export type ClaudeHost = { readonly use: (name: string) => Promise<unknown> } | { readonly mcp: MockMcp };

/** How long a slow host takes to hand a capability out. */
const LATE_MS = 9_000;

export function createClaude(options: ClaudeOptions): ClaudeHost {
  const script = createFaultScript(options.faults ?? '');
  const mcp = createMcp(options, script);
  if (options.older === true) return Object.freeze({ mcp });
  const downloads = createDownloads(options.onSave ?? (() => {}));
  const arrival = script.stands('late-capability') ? options.clock.sleep(LATE_MS) : Promise.resolve();
  return Object.freeze({
    use: async (name: string) => {
      await arrival;
      if (name === 'downloads') return downloads;
      return name === 'mcp' && !script.stands('no-capability') ? mcp : null;
    },
  });
}

/**
 * Puts the host into a window of a test; the preview installs it over a frame instead.
 * @public
 */
export function installClaude(window: Window, options: ClaudeOptions): void {
  const value = createClaude(options);
  Object.defineProperty(window, 'claude', { value, writable: false, configurable: false, enumerable: true });
}
