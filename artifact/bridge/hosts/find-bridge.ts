/**
 * Finds the host of this page and opens the bridge to Torii through it.
 *
 * In: the window and the settings of the page. Out: a `ToolBridge` for the host that was found, or
 * `none`, where demo data or a snapshot is shown. What goes wrong with a call is the call's own
 * failure; finding never fails and may be repeated, which starts from nothing.
 */
import type { ToolBridge } from '../../../skill/torii/bridge.ts';
import { heldSource, type HeldSource } from '../app/held-source.ts';
import { claudeBridge } from './claude.ts';
import { coworkBridge } from './cowork.ts';
import { detectHost } from './detect.ts';
import { mcpAppBridge } from './mcp-app.ts';
import { previewBridge } from './preview.ts';
import { readReceipt, type Receipt } from '../base/receipt.ts';
import type { BridgeSettings } from '../base/settings.ts';

export type FoundBridge =
  | {
      readonly host: 'cowork' | 'claude' | 'preview' | 'mcp-app';
      readonly bridge: ToolBridge;
      /** Only live artifacts carry one. */
      readonly receipt: Receipt | null;
      /** Records that the server of a view may hold for it. */
      readonly held?: HeldSource;
    }
  | { readonly host: 'none' };

export async function findBridge(window: Window, settings: BridgeSettings): Promise<FoundBridge> {
  const found = await detectHost(window, settings.clock);
  if (found.host === 'none') return found;
  if (found.host === 'claude') {
    return { host: 'claude', bridge: claudeBridge({ ...settings, claude: found.claude }), receipt: null };
  }
  if (found.host === 'preview') {
    return { host: 'preview', bridge: previewBridge({ ...settings, ask: found.ask }), receipt: null };
  }
  if (found.host === 'mcp-app') {
    const { app } = found;
    const held = heldSource(app, settings.clock);
    return { host: 'mcp-app', bridge: mcpAppBridge({ ...settings, app }), receipt: null, held };
  }
  const receipt = readReceipt(window.document);
  const bridge = coworkBridge({ ...settings, cowork: found.cowork, receipt });
  return { host: 'cowork', bridge, receipt };
}
