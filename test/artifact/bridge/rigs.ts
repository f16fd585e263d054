import { appParent } from './app-parent.ts';
import { askParent } from '../../../artifact/bridge/hosts/ask-parent.ts';
import { claudeBridge } from '../../../artifact/bridge/hosts/claude.ts';
import { calledTools } from '../../../skill/torii/tools/called-tools.ts';
import { coworkBridge } from '../../../artifact/bridge/hosts/cowork.ts';
import { isHello, KEY_NAME, type ParentRequest } from '../../../artifact/bridge/hosts/parent-message.ts';
import { mcpAppBridge } from '../../../artifact/bridge/hosts/mcp-app.ts';
import { openAppHost } from '../../../artifact/bridge/app/app-host.ts';
import { previewBridge } from '../../../artifact/bridge/hosts/preview.ts';
import type { BridgeSettings } from '../../../artifact/bridge/base/settings.ts';
import type { ToolBridge } from '../../../skill/torii/base/bridge.ts';
import type { JsonObject } from '../../../skill/torii/base/json.ts';

/** The server behind a host: an MCP result, or whatever the host makes of a fault. */
export type Server = (tool: string, args: JsonObject, options: { fresh: boolean }) => Promise<unknown>;

/** A host of the contract test, reduced to the way it passes calls on. */
export interface Rig {
  readonly name: string;
  /** What `storedAt` must be after a call at the clock's start; null = the host does not say. */
  readonly storedAt: string | null;
  /** True where the host can be told to skip its cache. */
  readonly refreshes: boolean;
  open(server: Server, settings: BridgeSettings): ToolBridge;
}

const UUID = '3f2b8c1e-0a4d-4c57-9b7e-2d9f6a1c8e42';
const START = '2026-11-22T07:59:00.000Z';
const prefix = `mcp__${UUID}__`;

function bare(fullName: string): string {
  return fullName.replace(prefix, '');
}

const coworkOver = (server: Server) => ({
  callMcpTool: (fullName: string, args: JsonObject) => server(bare(fullName), args, { fresh: false }),
});

/** Rejects on error results and stamps the rest, as the published host does. */
function mcpOver(server: Server): object {
  return {
    listTools: async () => ({
      servers: [{ server: 'Torii', authStatus: 'connected', tools: calledTools.map((name) => ({ name })) }],
    }),
    callTool: async (
      _: string,
      tool: string,
      input: JsonObject,
      options: { cache?: { refresh?: boolean } },
    ) => {
      const result = await server(tool, input, { fresh: options.cache?.refresh === true });
      if (typeof result !== 'object' || result === null) return result;
      if ('isError' in result)
        throw Object.assign(new Error('The tool failed.'), { code: 'tool_error', result });
      return { ...result, cache: { storedAt: Date.parse(START), revalidating: false } };
    },
  };
}

const KEY = 'known-to-both';

/** As much of a document as holds the key; these tests run where there is no other. */
const ownDocument = {
  querySelector: (selector: string) => (selector.includes(KEY_NAME) ? { getAttribute: () => KEY } : null),
};

/** A frame and its parent, joined by messages that arrive later. */
function framed(methods: Record<string, (parameters: readonly unknown[]) => Promise<unknown>>) {
  const parent = {
    postMessage: (hello: unknown, _: string, [port]: readonly MessagePort[]) => {
      if (!isHello(hello, KEY) || port === undefined) return;
      port.addEventListener('message', ({ data }: MessageEvent<ParentRequest>) => {
        const { id, method, parameters } = data;
        const answer = (outcome: string) => (value: unknown) =>
          port.postMessage({ answer: id, outcome, value });
        methods[method]?.(parameters).then(answer('resolved'), answer('rejected'));
      });
      port.start();
    },
  };
  return { parent, document: ownDocument } as unknown as Parameters<typeof askParent>[0];
}

function parentOver(server: Server) {
  return framed({
    tools: async () => calledTools.map((name) => ({ name })),
    call: async ([name, args, options]) => {
      const result = await server(String(name), args as JsonObject, options as { fresh: boolean });
      if (typeof result !== 'object' || result === null) return result;
      return { ...result, cache: { storedAt: Date.parse(START), revalidating: false } };
    },
  });
}

/** A view and its host, which knows of no cache and passes errors of its own on as errors of the protocol. */
function appOver(server: Server): Promise<Awaited<ReturnType<typeof openAppHost>>> {
  const { window } = appParent((method, params) => {
    if (method === 'ui/initialize') return { hostCapabilities: { serverTools: {} }, hostContext: {} };
    return server(params['name'] as string, params['arguments'] as JsonObject, { fresh: false });
  });
  return openAppHost(window, { onContext: () => {}, onOpened: () => {}, onTeardown: () => {} });
}

export const rigs: readonly Rig[] = [
  {
    name: 'mcp app',
    storedAt: null,
    refreshes: false,
    open: (server, settings) => {
      const host = appOver(server);
      const callTool = async (name: string, args: JsonObject, signal?: AbortSignal): Promise<unknown> =>
        (await host).callTool(name, args, signal);
      return mcpAppBridge({ ...settings, app: { callTool } });
    },
  },
  {
    name: 'cowork, by receipt',
    storedAt: null,
    refreshes: false,
    open: (server, settings) =>
      coworkBridge({
        ...settings,
        cowork: coworkOver(server),
        receipt: { tools: calledTools.map((tool) => prefix + tool), servers: ['Torii'] },
      }),
  },
  {
    name: 'cowork, by configuration',
    storedAt: null,
    refreshes: false,
    open: (server, settings) =>
      coworkBridge({ ...settings, prefix, cowork: coworkOver(server), receipt: null }),
  },
  {
    name: 'claude.use',
    storedAt: START,
    refreshes: true,
    open: (server, settings) => claudeBridge({ ...settings, claude: { use: async () => mcpOver(server) } }),
  },
  {
    name: 'older claude.mcp',
    storedAt: START,
    refreshes: true,
    open: (server, settings) => claudeBridge({ ...settings, claude: { mcp: mcpOver(server) } }),
  },
  {
    name: 'preview',
    storedAt: START,
    refreshes: true,
    open: (server, settings) => {
      const ask = askParent(parentOver(server));
      if (ask === null) throw new Error('the page knows the key');
      return previewBridge({ ...settings, ask });
    },
  },
];
