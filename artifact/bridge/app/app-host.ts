/**
 * A host that shows this page as the view of an MCP server's tool: the handshake, and what a view may ask for.
 *
 * In: a framed window. Out: the host once it has answered. Whatever the parent is, it learns nothing before that
 * but the name of this page. What the host does not offer is never asked for.
 */
import { name, version } from '../../../package.json' with { type: 'json' };
import { isJsonObject, type JsonObject } from '../../../skill/torii/json.ts';
import { openAppChannel, type AppChannel, type AppWindow } from './app-channel.ts';
import { notOpened, openingOf, type Opening } from './opening.ts';
import { hostContextOf, type DisplayMode, type ViewPlace } from './host-context.ts';

const PROTOCOL_VERSION = '2026-01-26';

const appInfo = { name, title: 'SaaS rationalization', version };
const appCapabilities = { availableDisplayModes: ['inline', 'fullscreen'] };

export interface AppFile {
  readonly name: string;
  readonly type: string;
  /** The text, or the bytes in base64. */
  readonly text?: string;
  readonly blob?: string;
}

/** What a host may offer a view beside the tools of its server. */
export type HostOffer = 'message' | 'downloadFile' | 'openLinks' | 'updateModelContext';

export interface AppHost {
  readonly offers: (offer: HostOffer) => boolean;
  readonly callTool: (name: string, args: JsonObject, signal?: AbortSignal) => Promise<unknown>;
  /** Each of these says whether the host did it, and never rejects. */
  readonly sayToClaude: (text: string) => Promise<boolean>;
  readonly download: (file: AppFile) => Promise<boolean>;
  readonly openLink: (url: string) => Promise<boolean>;
  readonly showModel: (text: string) => Promise<boolean>;
  readonly show: (mode: DisplayMode) => Promise<boolean>;
  readonly tellSize: (width: number, height: number) => void;
}

export interface AppHostEvents {
  /** Also as soon as the host has answered. */
  readonly onContext: (context: ViewPlace) => void;
  /** What the tool that opened the view was asked and answered, as much as has arrived. */
  readonly onOpened: (opening: Opening) => void;
  /** The host takes the page down: nothing is asked for from here on. */
  readonly onTeardown: () => void;
}

/** Resolves when the host has answered; with a parent that is no such host, never. */
export async function openAppHost(window: AppWindow, events: AppHostEvents): Promise<AppHost> {
  let said: JsonObject = {};
  let opened: Opening = notOpened;
  const hear = (more: JsonObject): void => {
    said = { ...said, ...more };
    events.onContext(hostContextOf(said));
  };
  const channel = openAppChannel(window, {
    onAsked(method) {
      if (method === 'ui/resource-teardown') events.onTeardown();
      return method === 'ui/resource-teardown' || method === 'ping' ? {} : null;
    },
    onTold(method, params) {
      if (method === 'ui/notifications/host-context-changed') hear(params);
      if (method in openingOf) {
        opened = { ...opened, ...openingOf[method]?.(params) };
        events.onOpened(opened);
      }
    },
  });
  const parameters = { appInfo, appCapabilities, protocolVersion: PROTOCOL_VERSION };
  const result = await channel.ask('ui/initialize', parameters).catch((refused: unknown) => {
    channel.close();
    throw refused;
  });
  const { hostCapabilities, hostContext } = isJsonObject(result) ? result : {};
  // Until this the host keeps the frame hidden.
  channel.tell('ui/notifications/initialized', {});
  hear(isJsonObject(hostContext) ? hostContext : {});
  return hostOver(channel, isJsonObject(hostCapabilities) ? hostCapabilities : {});
}

function textContent(text: string): JsonObject[] {
  return [{ type: 'text', text }];
}

function hostOver(channel: AppChannel, capabilities: JsonObject): AppHost {
  const offers = (offer: HostOffer): boolean => isJsonObject(capabilities[offer]);
  const tryTo = async (offer: HostOffer, method: string, params: JsonObject): Promise<boolean> => {
    if (!offers(offer)) return false;
    const result = await channel.ask(method, params).catch(() => null);
    return isJsonObject(result) && result['isError'] !== true;
  };
  return {
    offers,
    callTool: (tool, args, signal) => channel.ask('tools/call', { name: tool, arguments: args }, signal),
    sayToClaude: (text) => tryTo('message', 'ui/message', { role: 'user', content: textContent(text) }),
    download: ({ name: file, type, ...data }) =>
      tryTo('downloadFile', 'ui/download-file', {
        contents: [{ type: 'resource', resource: { uri: `file:///${file}`, mimeType: type, ...data } }],
      }),
    openLink: (url) => tryTo('openLinks', 'ui/open-link', { url }),
    showModel: (text) =>
      tryTo('updateModelContext', 'ui/update-model-context', { content: textContent(text) }),
    async show(mode) {
      const result = await channel.ask('ui/request-display-mode', { mode }).catch(() => null);
      return isJsonObject(result) && result['mode'] === mode;
    },
    tellSize: (width, height) => channel.tell('ui/notifications/size-changed', { width, height }),
  };
}
