/**
 * The built dashboard in a real browser, inside each host, on the demo tenant behind a real MCP server.
 */
import type { Browser, Frame, Page } from 'playwright-core';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { startServer, type RunningServer } from '../../mocks/server/server.ts';
import { openPreview, type OpenPreview } from '../../skill/cli/commands/preview/open-preview.ts';
import { watch, type Watch } from './watch.ts';

export const AS_OF = '2026-11-22';

/** Every way a page can meet Claude, by the address of its preview. */
export const hosts = {
  'live artifact': 'cowork',
  'published artifact': 'claude',
  'published artifact, older form': 'claude?form=older',
  'view of a server': 'mcp-app',
  'sandboxed page': 'sandboxed',
} as const;
export type HostLabel = keyof typeof hosts;
export const hostLabels = Object.keys(hosts) as HostLabel[];

export interface Stage {
  readonly server: RunningServer;
  readonly preview: OpenPreview;
  open(browser: Browser, host: HostLabel, options?: OpenOptions): Promise<Opened>;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Sentinel of mocks/hosts/faults.ts. */
  readonly fault?: string;
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  /** Time stands still but for what the test lets pass. */
  readonly clock?: boolean;
  /** A file of the published page that was left out. */
  readonly without?: string;
  /** Plain name at the end of the link. */
  readonly name?: string;
}

export interface Opened {
  readonly page: Page;
  /** The frame in which the dashboard runs. */
  readonly frame: Frame;
  readonly seen: Watch;
}

export interface StageOptions {
  readonly size?: 'small' | 'medium' | 'large';
  /** Content of the mapping; null = the page discovers a draft. */
  readonly mapping?: unknown;
}

export async function setStage({
  size = 'small',
  mapping = demoMapping(AS_OF),
}: StageOptions = {}): Promise<Stage> {
  const server = await startServer({ tenant: createTenant({ size, asOf: AS_OF }) });
  const upstream = { url: new URL(server.url), fetch, takesQuery: true };
  const preview = await openPreview({ mapping, asOf: AS_OF, source: 'demo tenant' }, upstream, 0);
  return {
    server,
    preview,
    open: (browser, host, options) => open(preview, browser, host, options),
    async close() {
      await preview.close();
      await server.close();
    },
  };
}

async function open(
  preview: OpenPreview,
  browser: Browser,
  host: HostLabel,
  { fault, width = 900, scheme = 'light', clock = false, without, name = '' }: OpenOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
  const page = await context.newPage();
  const seen = await watch(page);
  if (clock) await page.clock.install();
  if (without !== undefined) await page.route(`**/${without}`, (route) => route.fulfill({ status: 404 }));
  const address = new URL(hosts[host], `${preview.url}/`);
  if (fault !== undefined) address.searchParams.set('fault', fault);
  address.hash = name;
  await page.goto(address.href);
  const element = await page.waitForSelector('iframe');
  const frame = await element.contentFrame();
  if (frame === null) throw new Error('The preview shows no frame.');
  // In a conversation it is a card at first.
  if (host === 'view of a server') await frame.getByRole('button', { name: 'Open full screen' }).click();
  return { page, frame, seen };
}
