/**
 * `proxy`: a read-only MCP server on standard input and output, in front of Torii's own.
 *
 * Standard output carries the protocol and nothing else; what a person may want to know goes to
 * standard error. It ends when standard input does, or when it is told to.
 */
import { once } from 'node:events';
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { Command } from 'commander';
import { failure, type ToolFailure } from '../../torii/failure.ts';
import { systemClock } from '../clock.ts';
import { Stop } from '../exit.ts';
import { openClient } from '../http-connection.ts';
import { accessTo } from '../login/access.ts';
import type { Terminal } from '../terminal.ts';
import { urlOf } from '../url.ts';
import { createProxy, type Proxy } from './proxy-server.ts';
import { withoutSecrets } from './words.ts';

const TORII = 'https://api.toriihq.com/mcp';

export function proxyCommand(terminal: Terminal): Command {
  return new Command('proxy')
    .description(
      'Offer the read tools of Torii, and nothing else, as an MCP server on standard input and output.',
    )
    .option('--url <url>', 'MCP server to read from', urlOf, urlOf(TORII))
    .addHelpText(
      'after',
      '\nExample, as the command of a local MCP server in Claude Desktop:\n' +
        `  saas-rationalization proxy --url ${TORII}`,
    )
    .action(({ url }: { readonly url: URL }) => serve(url, terminal));
}

/** Long enough to end in order; then the process ends anyway, whatever still waits for an answer. */
const GRACE_MS = 2_000;

async function serve(url: URL, terminal: Terminal): Promise<void> {
  const log = (line: string) => terminal.note(withoutSecrets(`proxy: ${line}`));
  const open = () => reach(url);
  const proxy = createProxy({ open, clock: systemClock, log });
  const over = Promise.race([closed(proxy), clientGone(), toldToEnd()]);
  await proxy.server.connect(new StdioServerTransport());
  log(`Reading only, from ${url.href}`);
  log(`Ending: ${await over}.`);
  setTimeout(() => process.exit(), GRACE_MS).unref();
  await proxy.close();
}

/** A stored sign-in that cannot be used is one more reason why Torii cannot be read. */
async function reach(url: URL): Promise<Client | ToolFailure> {
  try {
    return await openClient({ url, access: await accessTo(url) });
  } catch (thrown) {
    if (thrown instanceof Stop) return failure('needs-sign-in', null, thrown.message);
    throw thrown;
  }
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
