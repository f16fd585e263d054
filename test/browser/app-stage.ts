/** The built server on standard input and output, and its view in a host made of the official library. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import type { Browser, Frame, Page } from 'playwright-core';
import { build } from 'vite';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { startServer, type RunningServer } from '../../mocks/server/server.ts';
import type { ViewOptions } from './app-host-page.ts';
import { AS_OF } from './preview.ts';
import { watch, type Watch } from './watch.ts';

const built = fileURLToPath(new URL('../../dist/cli.mjs', import.meta.url));
const hostPage = fileURLToPath(new URL('app-host-page.ts', import.meta.url));

export interface AppStage {
  readonly server: RunningServer;
  /** The document that the server hands out as its view. */
  readonly html: string;
  open(browser: Browser, options?: OpenViewOptions): Promise<OpenedView>;
  close(): Promise<void>;
}

export interface OpenViewOptions extends Partial<Omit<ViewOptions, 'html'>> {
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

export async function setAppStage(size: 'small' | 'medium' = 'small'): Promise<AppStage> {
  const server = await startServer({ tenant: createTenant({ size, asOf: AS_OF }) });
  const place = await mkdtemp(join(tmpdir(), 'saas-rationalization-'));
  const mapping = join(place, 'tenant-mapping.json');
  await writeFile(mapping, JSON.stringify({ ...demoMapping(AS_OF), connector: { url: server.url } }));
  const client = new Client({ name: 'test host', version: '0' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [built, 'proxy', '--engine', '--url', server.url, '--mapping', mapping, '--as-of', AS_OF],
      env: { PATH: process.env['PATH'] ?? '' },
      stderr: 'ignore',
    }),
  );
  const [html, script] = await Promise.all([viewOf(client), bundled()]);
  return {
    server,
    html,
    open: (browser, options) => open(browser, { client, html, script }, options),
    async close() {
      await client.close();
      await server.close();
      await rm(place, { recursive: true, force: true });
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
    onAnswer,
  } = options;
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
  await page.evaluate((view) => window.openView(view), { html, theme, width, variables, modes, refuses });
  const element = await page.waitForSelector('iframe', { state: 'attached' });
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('The host shows no frame.');
  return { page, frame, seen };
}
