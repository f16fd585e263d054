/**
 * `preview`: the live dashboard in a browser, in a page that simulates Claude.
 *
 * Without --url it runs on the synthetic demo tenant behind a local MCP server, so that nothing but the
 * data differs from the real thing.
 */
import { Command, InvalidArgumentError, Option } from 'commander';
import open from 'open';
import { startServer } from '../../../../mocks/server/server.ts';
import { demoMapping } from '../../../../mocks/tenant/demo-mapping.ts';
import { createTenant } from '../../../../mocks/tenant/tenant.ts';
import type { TenantMappingInput } from '../../../mapping/mapping.ts';
import type { OfferedTool } from '../../../torii/bridge.ts';
import { captureDialect } from '../../../torii/catalog.ts';
import { builtFile } from '../../files/built-file.ts';
import { openConnection } from '../../connection/open-connection.ts';
import { localDate } from '../../../node/clock.ts';
import { readMappingFile } from '../../inputs/read-mapping.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { urlOf } from '../../../node/addresses.ts';
import type { PreviewHost } from '../../../../mocks/hosts/preview-hosts.ts';
import { hostNames } from './files.ts';
import { openPreview } from './open-preview.ts';
import type { Upstream } from './relay.ts';

interface PreviewOptions {
  readonly url?: URL;
  readonly mapping?: string;
  readonly host: PreviewHost;
  readonly tenant: 'small' | 'medium' | 'large';
  readonly seed: number;
  readonly port: number;
  readonly open: boolean;
}

export function previewCommand(terminal: Terminal): Command {
  return new Command('preview')
    .description('Open the live dashboard in a browser: on demo data, or on Torii with --url.')
    .option('--url <url>', 'MCP server to read, with TORII_MCP_TOKEN or your stored sign-in', urlOf)
    .option('--mapping <file>', 'tenant mapping to use; without one, a draft is discovered')
    .addOption(new Option('--host <host>', 'the host to imitate').choices(hostNames).default('cowork'))
    .addOption(
      new Option('--tenant <size>', 'size of the demo tenant')
        .choices(['small', 'medium', 'large'])
        .default('medium'),
    )
    .option('--seed <number>', 'seed of the demo tenant', wholeNumber, 1)
    .option('--port <number>', 'port to listen on; 0 takes any free one', portNumber, 0)
    .option('--no-open', 'print the address without opening a browser')
    .addHelpText('after', '\nExample:\n  saas-rationalization preview --url https://api.toriihq.com/mcp')
    .action((options: PreviewOptions) => preview(options, terminal));
}

async function preview(options: PreviewOptions, terminal: Terminal): Promise<void> {
  // Pages are read when a browser asks; what is not there at all is better said before it opens.
  await builtFile('hosts/host.js');
  const chosen = options.mapping === undefined ? null : await readMappingFile(options.mapping, terminal);
  const source =
    options.url === undefined ? await demoSource(options) : await liveSource(options.url, terminal);
  const page = { mapping: chosen ?? source.mapping, asOf: null, source: source.label };
  const server = await openPreview(page, source.upstream, options.port, options.host).catch(
    async (error: unknown) => {
      await source.close();
      throw error;
    },
  );
  const address = `${server.url}/${options.host}`;
  terminal.note(`Reading ${source.name}.`);
  terminal.note('The dashboard is at:');
  terminal.result(`  ${address}`);
  terminal.note('Stop with Ctrl-C.');
  if (options.open)
    await open(address).catch(() => terminal.warn('No browser could be opened; use the address.'));
  await interrupted();
  await Promise.all([server.close(), source.close()]);
}

interface PreviewSource {
  readonly name: string;
  /** The same in a few words, for the bar above the page. */
  readonly label: string;
  /** What the page uses when the person gives no mapping; null = a discovered draft. */
  readonly mapping: unknown;
  readonly upstream: Upstream;
  close(): Promise<void>;
}

async function demoSource({ tenant: size, seed }: PreviewOptions): Promise<PreviewSource> {
  const asOf = localDate();
  const server = await startServer({ tenant: createTenant({ size, seed, asOf }) });
  return {
    name: `the demo tenant (${size}, seed ${seed}) through a local MCP server at ${server.url}`,
    label: 'demo tenant',
    mapping: withDialect(demoMapping(asOf), server.torii.tools()),
    upstream: { url: new URL(server.url), fetch, takesQuery: true },
    close: () => server.close(),
  };
}

/** Connects once before anything is shown, so that a wrong address is named in the terminal. */
async function liveSource(url: URL, terminal: Terminal): Promise<PreviewSource> {
  const connection = await openConnection(url, terminal);
  await connection.close();
  return {
    name: `${connection.server} at ${url.origin}`,
    label: url.host,
    mapping: null,
    upstream: { url, fetch: connection.access.fetch, takesQuery: false },
    close: () => Promise.resolve(),
  };
}

/** As `discover` does: a page is shown no schemas, so its mapping carries what the tools take. */
function withDialect(mapping: TenantMappingInput, offered: readonly OfferedTool[]): TenantMappingInput {
  const tools = { capturedAt: localDate(), offered: captureDialect(offered) };
  return { ...mapping, connector: { ...mapping.connector, tools } };
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

function portNumber(text: string): number {
  const value = wholeNumber(text);
  if (value > 65_535) throw new InvalidArgumentError('It must be a port, from 0 to 65535.');
  return value;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('It must be a whole number.');
  return value;
}
