/** The server on standard input and output or in this process, and its view in a host made of the official library. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import type { Browser, Frame, Page } from 'playwright-core';
import { build } from 'vite';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { createTenant, type Tenant } from '../../mocks/tenant/tenant.ts';
import { startServer, type RunningServer } from '../../mocks/server/server.ts';
import type { ViewOptions } from './app-host-page.ts';
import { AS_OF } from './preview.ts';
import { watch, type Watch } from './watch.ts';

const built = fileURLToPath(new URL('../../dist/cli.mjs', import.meta.url));
const hostPage = fileURLToPath(new URL('app-host-page.ts', import.meta.url));

export interface AppStage {
  readonly server: RunningServer;
  /** The client of the host, as a model calls through it. */
  readonly client: Client;
  /** The document that the server hands out as its view. */
  readonly html: string;
  open(browser: Browser, options?: OpenViewOptions): Promise<OpenedView>;
  close(): Promise<void>;
}

export interface OpenViewOptions extends Partial<Omit<ViewOptions, 'html' | 'opening'>> {
  /** Arguments of the call that opens the view. */
  readonly asked?: Record<string, unknown>;
  /** Viewport of the host. */
  readonly viewport?: { readonly width: number; readonly height: number };
  /** What happens to an answer of the server on its way to the view. */
  readonly onAnswer?: (name: string, args: object, answer: () => Promise<unknown>) => Promise<unknown>;
}

export interface OpenedView {
  readonly page: Page;
  readonly frame: Frame;
  readonly seen: Watch;
}

export interface AppStageOptions {
  readonly size?: 'small' | 'medium' | 'large';
  readonly tenant?: Tenant;
  /** Sentinel of mocks/torii/faults.ts. */
  readonly fault?: string;
  /** False = the server discovers a draft. */
  readonly isMapped?: boolean;
}

export async function setAppStage({
  size = 'small',
  tenant = createTenant({ size, asOf: AS_OF }),
  fault,
  isMapped = true,
}: AppStageOptions = {}): Promise<AppStage> {
  const server = await startServer({ tenant });
  const place = await mkdtemp(join(tmpdir(), 'saas-rationalization-'));
  const mapping = join(place, 'tenant-mapping.json');
  await writeFile(mapping, JSON.stringify({ ...demoMapping(AS_OF), connector: { url: server.url } }));
  const url = fault === undefined ? server.url : `${server.url}?fault=${encodeURIComponent(fault)}`;
  const given = isMapped ? ['--mapping', mapping] : [];
  const client = await clientOver(
    new StdioClientTransport({
      command: process.execPath,
      args: [built, 'proxy', '--engine', '--url', url, ...given, '--as-of', AS_OF],
      env: { PATH: process.env['PATH'] ?? '' },
      stderr: 'ignore',
    }),
  );
  return stageOver(client, server, async () => {
    await server.close();
    await rm(place, { recursive: true, force: true });
  });
}

export async function clientOver(transport: Transport): Promise<Client> {
  const client = new Client({ name: 'test host', version: '0' });
  await client.connect(transport);
  return client;
}

/** Any client of the server, with the view that it hands out. */
export async function stageOver(
  client: Client,
  server: RunningServer,
  close: () => Promise<void>,
): Promise<AppStage> {
  const [html, script] = await Promise.all([viewOf(client), hostScript()]);
  return {
    server,
    client,
    html,
    open: (browser, options) => open(browser, { client, html, script }, options),
    async close() {
      await client.close();
      await close();
    },
  };
}

/** As a host comes to it: the tool names the resource, the resource is read. */
async function viewOf(client: Client): Promise<string> {
  const { tools } = await client.listTools();
  const { _meta: meta } = tools.find(({ name }) => name === 'open_dashboard') ?? {};
  const opening = meta?.['ui'];
  const uri = typeof opening === 'object' && opening !== null ? Reflect.get(opening, 'resourceUri') : null;
  const [contents] = (await client.readResource({ uri: String(uri) })).contents;
  if (contents?.mimeType !== 'text/html;profile=mcp-app' || !('text' in contents)) {
    throw new Error('The server hands out no view.');
  }
  return contents.text;
}

let bundle: Promise<string> | null = null;

/** Bundled once a process. */
function hostScript(): Promise<string> {
  return (bundle ??= bundled());
}

async function bundled(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry: hostPage, formats: ['iife'], name: 'host' } },
  });
  const [first] = Array.isArray(made) ? made : [];
  const chunk = first?.output[0];
  if (chunk === undefined) throw new Error('The host page was not built.');
  return chunk.code;
}

interface Parts {
  readonly client: Client;
  readonly html: string;
  readonly script: string;
}

async function open(
  browser: Browser,
  { client, html, script }: Parts,
  options: OpenViewOptions = {},
): Promise<OpenedView> {
  const {
    theme = 'light',
    width = 420,
    variables = {},
    modes = ['inline', 'fullscreen'],
    refuses = false,
    asked = {},
    onAnswer,
  } = options;
  // A view that cannot be told of an answer opens all the same.
  const result = (await client.callTool({ name: 'open_dashboard', arguments: asked })) as CallToolResult;
  const opening = { args: asked, result };
  const viewport = options.viewport ?? { width: 1280, height: 900 };
  const context = await browser.newContext({ viewport, colorScheme: 'light' });
  const page = await context.newPage();
  const seen = await watch(page);
  await page.exposeFunction('callServer', (name: string, args: Record<string, unknown>) => {
    const answer = (): Promise<unknown> => client.callTool({ name, arguments: args });
    return onAnswer ? onAnswer(name, args, answer) : answer();
  });
  await page.route('http://host.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><title>host</title><body style="margin:0">',
    }),
  );
  await page.goto('http://host.example/');
  await page.addScriptTag({ content: script });
  const view = { html, theme, width, variables, modes, refuses, opening };
  await page.evaluate((given) => window.openView(given), view);
  const element = await page.waitForSelector('iframe', { state: 'attached' });
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('The host shows no frame.');
  return { page, frame, seen };
}
