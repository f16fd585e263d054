import type { Clock } from '../../../skill/torii/bridge.ts';
import type { AppHost } from '../app/app-host.ts';
import { hostFrameOf } from '../app/host-frame.ts';
import { askParent, previewKey, type AskParent } from './ask-parent.ts';
import { isClaudeApi, type ClaudeApi } from './claude-capability.ts';
import type { CoworkApi } from './cowork.ts';
import { withTimeout } from '../base/with-timeout.ts';

export type DetectedHost =
  | { readonly host: 'cowork'; readonly cowork: CoworkApi }
  | { readonly host: 'claude'; readonly claude: ClaudeApi }
  | { readonly host: 'preview'; readonly ask: AskParent }
  | { readonly host: 'mcp-app'; readonly app: AppHost }
  | { readonly host: 'none' };

/** Some hosts add their object after the page's scripts have begun. */
const INJECTION_MS = 300;
const STEP_MS = 50;
/** A preview's parent listens before it loads the page and answers at once. */
const HANDSHAKE_MS = 1_000;
/** The host of an MCP App answers from another process, through a proxy of its own. */
const APP_HANDSHAKE_MS = 4_000;

/**
 * Finds the host by its features, never by a version: the objects first, then a parent that answers the handshake
 * of the preview or of MCP Apps. In a frame without any of them it takes seconds, so nothing may wait for it.
 */
export async function detectHost(window: Window, clock: Clock): Promise<DetectedHost> {
  const injected = injectedHost(window);
  if (injected !== null) return injected;
  const ask = askParent(window);
  const framed = ask === null ? appHost(window, clock) : previewHost(ask, clock);
  return firstFound([lateHost(window, clock), framed]);
}

/** Of a page that has nothing to read: the host of an MCP App shows it only once it has been greeted. */
export function greetAppHost(window: Window): void {
  if (injectedHost(window) === null && previewKey(window) === '') void hostFrameOf(window).meet();
}

/** What is found does not wait for what may still be. */
function firstFound(searches: readonly Promise<DetectedHost | null>[]): Promise<DetectedHost> {
  return new Promise((resolve) => {
    for (const search of searches) void search.then((found) => found !== null && resolve(found));
    void Promise.all(searches).then(() => resolve({ host: 'none' }));
  });
}

function injectedHost(window: object): DetectedHost | null {
  const cowork = 'cowork' in window ? window.cowork : null;
  if (isCoworkApi(cowork)) return { host: 'cowork', cowork };
  const claude = 'claude' in window ? window.claude : null;
  return isClaudeApi(claude) ? { host: 'claude', claude } : null;
}

async function lateHost(window: Window, clock: Clock): Promise<DetectedHost | null> {
  for (let waited = 0; waited < INJECTION_MS; waited += STEP_MS) {
    await clock.sleep(STEP_MS);
    const injected = injectedHost(window);
    if (injected !== null) return injected;
  }
  return null;
}

async function previewHost(ask: AskParent, clock: Clock): Promise<DetectedHost | null> {
  const answer = await withTimeout(ask('hello', []), HANDSHAKE_MS, clock).catch(() => null);
  return answer === 'preview' ? { host: 'preview', ask } : null;
}

/** An answer that comes later is found when a person tries again. */
async function appHost(window: Window, clock: Clock): Promise<DetectedHost | null> {
  const app = await withTimeout(hostFrameOf(window).meet(), APP_HANDSHAKE_MS, clock);
  return app === null ? null : { host: 'mcp-app', app };
}

function isCoworkApi(value: unknown): value is CoworkApi {
  return (
    typeof value === 'object' && value !== null && typeof Reflect.get(value, 'callMcpTool') === 'function'
  );
}
