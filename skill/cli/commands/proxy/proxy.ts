/**
 * `proxy`: a read-only MCP server on standard input and output, in front of Torii's own.
 *
 * Standard output carries the protocol and nothing else; what a person may want to know goes to
 * standard error. It ends when standard input does, or when it is told to.
 */
import { once } from 'node:events';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { Command } from 'commander';
import openInBrowser from 'open';
import { failure } from '../../../torii/failure.ts';
import { systemClock } from '../../../node/clock.ts';
import { failureRemedy } from '../../connection/failure-words.ts';
import { PATIENCE_MS } from '../../connection/person-at.ts';
import type { SignInPrompts } from '../../../sign-in/sign-in.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { tokenFromEnvironment } from '../../../node/secrets.ts';
import { urlOf } from '../../../node/addresses.ts';
import { withoutSecrets } from '../../../node/secrets.ts';
import { createProxy, type Proxy } from './proxy-server.ts';
import { createReach } from './reach.ts';

const TORII = 'https://api.toriihq.com/mcp';

interface ProxyCommandOptions {
  readonly url: URL;
  readonly browser: boolean;
}

export function proxyCommand(terminal: Terminal): Command {
  return new Command('proxy')
    .description(
      'Offer the read tools of Torii, and nothing else, as an MCP server on standard input and output.',
    )
    .option('--url <url>', 'MCP server to read from', urlOf, urlOf(TORII))
    .option('--no-browser', 'open no browser for a sign-in; say how it is done instead')
    .addHelpText(
      'after',
      '\nExample, as the command of a local MCP server in Claude Desktop:\n' +
        `  saas-rationalization proxy --url ${TORII}`,
    )
    .action((options: ProxyCommandOptions) => serve(options, terminal));
}

/** Clients wait about two seconds before they kill; what still waits for an answer then is left behind. */
const GRACE_MS = 250;

async function serve({ url, browser }: ProxyCommandOptions, terminal: Terminal): Promise<void> {
  const log = (line: string) => terminal.note(withoutSecrets(`proxy: ${line}`));
  const reach = createReach(url, browser ? personInBrowser(log) : null);
  const proxy = createProxy({ reach, clock: systemClock, log, howToSignIn: howToSignIn(url, browser) });
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
