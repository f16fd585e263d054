/**
 * Every fault of Torii as the view of our server meets it: the server reads, with a clock that does not wait, and the
 * view shows what the server holds, or why it holds nothing.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { startServer } from '../../mocks/server/server.ts';
import { dashboardPage } from '../../skill/cli/commands/proxy/engine/dashboard-page.ts';
import { createProxy } from '../../skill/cli/commands/proxy/proxy-server.ts';
import { openClient } from '../../skill/cli/connection/http-connection.ts';
import { anonymousAccess } from '../../skill/sign-in/access/access.ts';
import { failure } from '../../skill/torii/base/failure.ts';
import type { Clock } from '../../skill/torii/base/bridge.ts';
import { clientOver, stageOver, type OpenViewOptions } from './app-stage.ts';
import { declareFaults, type FaultOpened } from './fault-cases.ts';
import { AS_OF } from './preview.ts';

const mapping = JSON.stringify(demoMapping(AS_OF));
const tenant = createTenant({ size: 'small', asOf: AS_OF });

/** Longest wait for one answer of Torii: long enough for an honest one on a busy machine. */
const DEADLINE_MS = 3_000;
const START = Date.now();

/** Time passes twenty times as fast, but for the deadline of a call. */
const fastClock: Clock = {
  now: () => START + 20 * (Date.now() - START),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms === 2 * DEADLINE_MS ? ms : ms / 20);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    }),
};

/** Faults of the channel between view and host; all others are Torii's. */
const ofChannel: Readonly<Record<string, NonNullable<OpenViewOptions['onAnswer']>>> = {
  reject: () => Promise.reject(new Error('The window around the view was closed.')),
  undefined: () => Promise.resolve(undefined),
};

declareFaults({
  name: 'view of our server',
  isClaude: false,
  async set() {
    const folder = await mkdtemp(join(tmpdir(), 'saas-rationalization-'));
    const file = join(folder, 'tenant-mapping.json');
    await writeFile(file, mapping);
    const server = await startServer({ tenant });
    const closing: (() => Promise<void>)[] = [];
    return {
      async open(browser, fault) {
        const onAnswer = ofChannel[fault ?? ''];
        const sentinel = onAnswer === undefined ? fault : undefined;
        const url = new URL(server.url);
        // A count of its own for each.
        url.searchParams.set('run', String(closing.length));
        if (sentinel !== undefined) url.searchParams.set('fault', sentinel);
        const ours = await serverBefore(url, file);
        const stage = await stageOver(ours.client, server, () => ours.close());
        closing.push(() => stage.close());
        const modes = ['inline' as const];
        const opened: Omit<FaultOpened, 'hasMet' | 'pass'> = await stage.open(browser, {
          modes,
          width: 900,
          ...(onAnswer && { onAnswer }),
        });
        return {
          ...opened,
          hasMet: () => true,
          pass: () => Promise.resolve(),
          async loseSignIn() {
            await ours.lose();
            await opened.frame.getByRole('button', { name: 'Refresh' }).click();
          },
        };
      },
      async close() {
        await Promise.all(closing.map((close) => close()));
        await server.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  },
});

/** Our server in this process, before a Torii with faults. */
async function serverBefore(url: URL, mappingFile: string) {
  let open: { close(): Promise<void> } | null = null;
  let isLost = false;
  const places = { mapping: mappingFile, tenantPack: null };
  const proxy = createProxy({
    clock: fastClock,
    log: () => {},
    howToSignIn: 'Sign in.',
    deadlineMs: DEADLINE_MS,
    reach: {
      signingIn: false,
      async open() {
        if (isLost) return failure('needs-sign-in', null, 'HTTP 401');
        const client = await openClient({ url, access: anonymousAccess(url) });
        if (!('ok' in client)) open = client;
        return client;
      },
    },
    engine: {
      places,
      asOf: () => AS_OF,
      maxAgeMs: 3_600_000 * 20,
      page: () => dashboardPage(places, AS_OF),
    },
  });
  const [near, far] = InMemoryTransport.createLinkedPair();
  await proxy.server.connect(far);
  return {
    client: await clientOver(near),
    async lose() {
      isLost = true;
      await open?.close();
    },
    close: () => proxy.close(),
  };
}
