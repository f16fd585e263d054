import type { Clock } from '../../../skill/torii/bridge.ts';
import { askParent, type AskParent } from './ask-parent.ts';
import { isClaudeApi, type ClaudeApi } from './claude-capability.ts';
import type { CoworkApi } from './cowork.ts';
import { withTimeout } from '../base/with-timeout.ts';

export type DetectedHost =
  | { readonly host: 'cowork'; readonly cowork: CoworkApi }
  | { readonly host: 'claude'; readonly claude: ClaudeApi }
  | { readonly host: 'preview'; readonly ask: AskParent }
  | { readonly host: 'none' };

/** Some hosts add their object after the page's scripts have begun. */
const INJECTION_MS = 300;
const STEP_MS = 50;
/** A preview's parent listens before it loads the page and answers at once. */
const HANDSHAKE_MS = 1_000;

/**
 * Finds the host by its features, never by a version: the objects first, then a parent that answers
 * the preview's handshake. Takes up to a second where there is none, so nothing may wait for it.
 */
export async function detectHost(window: Window, clock: Clock): Promise<DetectedHost> {
  const injected = injectedHost(window);
  if (injected !== null) return injected;
  const [late, preview] = await Promise.all([lateHost(window, clock), previewHost(window, clock)]);
  return late ?? preview ?? { host: 'none' };
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

async function previewHost(window: Window, clock: Clock): Promise<DetectedHost | null> {
  const ask = askParent(window);
  if (ask === null) return null;
  const answer = await withTimeout(ask('hello', []), HANDSHAKE_MS, clock).catch(() => null);
  return answer === 'preview' ? { host: 'preview', ask } : null;
}

function isCoworkApi(value: unknown): value is CoworkApi {
  return (
    typeof value === 'object' && value !== null && typeof Reflect.get(value, 'callMcpTool') === 'function'
  );
}
