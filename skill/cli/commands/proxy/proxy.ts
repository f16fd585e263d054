/**
 * `proxy`: a read-only MCP server on standard input and output, in front of Torii's own.
 *
 * Standard output carries the protocol and nothing else; what a person may want to know goes to
 * standard error. It ends when standard input does, or when it is told to.
 */
import { once } from 'node:events';
import { resolve } from 'node:path';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { Command, InvalidArgumentError } from 'commander';
import openInBrowser from 'open';
import { failure } from '../../../torii/failure.ts';
import { localDate, systemClock } from '../../../node/clock.ts';
import { failureRemedy } from '../../connection/failure-words.ts';
import { PATIENCE_MS } from '../../connection/person-at.ts';
import type { SignInPrompts } from '../../../sign-in/sign-in.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { tokenFromEnvironment } from '../../../node/secrets.ts';
import { urlOf } from '../../../node/addresses.ts';
import { withoutSecrets } from '../../../node/secrets.ts';
import { calendarDate } from '../../inputs/as-of.ts';
import { createProxy, type Proxy, type ProxyOptions } from './proxy-server.ts';
import { dashboardPage } from './engine/dashboard-page.ts';
import type { EngineFolder } from './engine/pack-folder.ts';
import { createReach } from './reach.ts';
import { version } from '../../../node/version.ts';
import { configurationFolder } from '../../../node/stop.ts';

const TORII = 'https://api.toriihq.com/mcp';

interface ProxyCommandOptions {
  readonly url: URL;
  readonly browser: boolean;
  readonly engine?: boolean;
  readonly mapping?: string;
  readonly tenantPack?: string;
  readonly asOf?: string;
  readonly maxAge: number;
  readonly share: boolean;
}

export function proxyCommand(terminal: Terminal): Command {
  return new Command('proxy')
    .description(
      'Offer the read tools of Torii, and nothing else, as an MCP server on standard input and output.',
    )
    .option('--url <url>', 'MCP server to read from', urlOf, urlOf(TORII))
    .option('--no-browser', 'open no browser for a sign-in; say how it is done instead')
    .option('--engine', 'answer with computed figures too, and show the dashboard where the client can')
    .option(
      '--mapping <file>',
      'with --engine: tenant-mapping.json; without one a draft is discovered',
      given,
    )
    .option(
      '--tenant-pack <folder>',
      'with --engine: folder of tenant-mapping.json and decisions.json; written to only when a person says so',
      given,
    )
    .option('--as-of <date>', 'with --engine: date the figures are for (default: today here)', givenDate)
    .option('--max-age <minutes>', 'with --engine: read Torii again when a reading is older', minutes, 60)
    .option(
      '--no-share',
      'with --engine: do not take over what another of these servers of yours has just read',
    )
    .addHelpText(
      'after',
      '\nExample, as the command of a local MCP server in Claude Desktop:\n' +
        `  saas-rationalization proxy --url ${TORII}\n` +
        'The same with computed answers:\n' +
        `  saas-rationalization proxy --engine --tenant-pack ./tenant --url ${TORII}`,
    )
    .action((options: ProxyCommandOptions) => serve(options, terminal));
}

/** A host hands over a setting that nobody filled in as nothing, or as the name of the setting: nothing, then. */
function given(text: string): string {
  return /^\$\{[\w.]+\}$/.test(text.trim()) ? '' : text.trim();
}

function givenDate(text: string): string {
  return given(text) === '' ? '' : calendarDate(text);
}

/** The library knows no option without a value, so that an empty one is absent. */
function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}

function minutes(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new InvalidArgumentError('It must be a whole number of minutes, such as 60.');
}

/** What the engine needs beside the connection; null where it was not asked for. */
function engineOptions(options: ProxyCommandOptions): Pick<ProxyOptions, 'engine'> {
  if (options.engine !== true) return {};
  const asOf = orNull(options.asOf);
  const places = { mapping: orNull(options.mapping), tenantPack: orNull(options.tenantPack) };
  return {
    engine: {
      places,
      asOf: () => asOf ?? localDate(),
      maxAgeMs: options.maxAge * 60_000,
      sharedBy: options.share ? sharedBy(options, places, asOf) : null,
      page: () => dashboardPage(places, asOf),
    },
  };
}

/** Two servers with all of this in common would read the very same. */
function sharedBy(
  { url }: ProxyCommandOptions,
  { mapping, tenantPack }: EngineFolder,
  asOf: string | null,
): readonly (string | null)[] {
  const files = [mapping, tenantPack].map((file) => (file === null ? null : resolve(file)));
  return [version, url.href, ...files, asOf, tokenFromEnvironment(), configurationFolder()];
}

/** Clients wait about two seconds before they kill; what still waits for an answer then is left behind. */
const GRACE_MS = 250;

async function serve(options: ProxyCommandOptions, terminal: Terminal): Promise<void> {
  const { url, browser } = options;
  const log = (line: string) => terminal.note(withoutSecrets(`proxy: ${line}`));
  const reach = createReach(url, browser ? personInBrowser(log) : null);
  const proxy = createProxy({
    reach,
    clock: systemClock,
    log,
    howToSignIn: howToSignIn(url, browser),
    ...engineOptions(options),
  });
  const over = Promise.race([closed(proxy), clientGone(), toldToEnd()]);
  await proxy.server.connect(new StdioServerTransport());
  log(`Reading only, from ${url.href}`);
  log(`Ending: ${await over}.`);
  setTimeout(() => process.exit(), GRACE_MS).unref();
  await proxy.close();
}

/** The person has a browser but no terminal: standard input belongs to the protocol. */
function personInBrowser(log: (line: string) => void): SignInPrompts {
  return {
    patienceMs: PATIENCE_MS,
    told: log,
    typed: () => Promise.resolve(null),
    async browse({ href }) {
      await openInBrowser(href).catch(() => {});
      log(`Waiting for the sign-in in the browser. If none came up, open: ${href}`);
    },
  };
}

function howToSignIn(url: URL, browser: boolean): string {
  const remedy = failureRemedy(failure('needs-sign-in', null, ''), url);
  return browser && tokenFromEnvironment() === null
    ? `Consider asking again: the browser then opens for the sign-in. ${remedy}`
    : remedy;
}

/** The transport closes itself when what comes in is no protocol. */
function closed({ server }: Proxy): Promise<string> {
  return new Promise((resolve) => {
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the SDK has no other way to listen
    server.onclose = () => resolve('the connection is closed');
  });
}

async function clientGone(): Promise<string> {
  await Promise.race([once(process.stdin, 'end'), once(process.stdin, 'close')]).catch(() => {});
  return 'the client is gone';
}

async function toldToEnd(): Promise<string> {
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  return 'told to';
}
