/** `login`: signs a person in to an MCP server by OAuth, and keeps what the other commands need. */
import { withoutSecretAddresses } from '../../../node/secrets.ts';
import { Command, InvalidArgumentError } from 'commander';
import type { ToolFailure } from '../../../torii/failure.ts';
import { connectAndList, type OpenConnection } from '../../connection/open-connection.ts';
import { stopOnFailure } from '../../connection/stop-on-failure.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { tokenFromEnvironment } from '../../../node/secrets.ts';
import { isSafeAddress, urlOf } from '../../../node/addresses.ts';
import { anonymousAccess, storedAccessTo, type Access, withSignIn } from '../../../sign-in/access.ts';
import { signIn, type SignInRequest } from '../../../sign-in/sign-in.ts';
import { readLogin } from '../../../sign-in/logins.ts';
import { organizationOf } from './organization.ts';
import { PATIENCE_MS, personAt } from '../../connection/person-at.ts';
import { withServer } from './server-option.ts';
import { expiryText, grantedText, widerText } from '../../connection/login-lines.ts';

interface LoginOptions {
  readonly url: URL;
  readonly browser: boolean;
  readonly port?: number;
  readonly clientId?: string;
  readonly clientMetadataUrl?: URL;
  readonly scope?: string;
  readonly timeout: number;
}

export function loginCommand(terminal: Terminal): Command {
  return withServer(new Command('login'))
    .description('Sign in to Torii in the browser; the other commands then act as you.')
    .option('--no-browser', 'print the address to open, for a machine without a browser')
    .option('--port <number>', 'port of this machine to which the browser returns', portOf)
    .option('--client-id <id>', 'a client that an administrator registered; its secret: TORII_CLIENT_SECRET')
    .option('--client-metadata-url <url>', 'where the client describes itself (https)', metadataUrlOf)
    .option('--scope <scopes>', 'ask for these scopes instead of those the server suggests')
    .option('--timeout <seconds>', 'how long to wait for the answer', secondsOf, PATIENCE_MS / 1000)
    .addHelpText('after', '\nExample:\n  saas-rationalization login --url https://api.toriihq.com/mcp')
    .action((options: LoginOptions) => login(options, terminal));
}

async function login(options: LoginOptions, terminal: Terminal): Promise<void> {
  const { url } = options;
  let asked = false;
  const opened = await withSignIn(
    url,
    (access, at) => connectAndAsk(access, at, terminal),
    async (challenge) => {
      if (challenge.wants === 'wider-scope') terminal.note(widerText(challenge));
      await signIn({ ...requestOf(options, terminal), challenge });
      asked = true;
      return true;
    },
    async (times) => (times === 0 ? anonymousAccess(url) : storedAccessTo(url)),
  );
  if ('ok' in opened) throw stopOnFailure(opened, url);
  await opened.connection.close();
  if (!asked)
    return terminal.result(
      `${opened.connection.server} at ${withoutSecretAddresses(url.href)} asks for no sign-in.`,
    );
  await report(url, opened, terminal);
}

interface Reached {
  readonly connection: OpenConnection;
  readonly organization: string | null;
}

/** Asks for the organization and one app: some servers ask for a wider scope at the first call only. */
async function connectAndAsk(access: Access, url: URL, terminal: Terminal): Promise<Reached | ToolFailure> {
  const connection = await connectAndList(url, access, terminal);
  if ('ok' in connection) return connection;
  const organization = await organizationOf(connection.bridge);
  const apps = await connection.bridge.call('list_apps', { size: 1 });
  if (apps.ok || apps.kind !== 'needs-sign-in') {
    return { connection, organization: typeof organization === 'string' ? organization : null };
  }
  await connection.close();
  return apps;
}

async function report(url: URL, { connection, organization }: Reached, terminal: Terminal): Promise<void> {
  const who = organization === null ? '' : `, organization ${organization}`;
  terminal.result(`Signed in to ${connection.server} at ${withoutSecretAddresses(url.href)}${who}.`);
  const stored = await readLogin(url);
  if (stored === null) return;
  terminal.note(grantedText(stored));
  terminal.note(expiryText(stored));
  if (tokenFromEnvironment() !== null) {
    terminal.warn('While TORII_MCP_TOKEN is set, commands use it instead of this sign-in.');
  }
}

function requestOf(options: LoginOptions, terminal: Terminal): Omit<SignInRequest, 'challenge'> {
  const { url, browser, port, clientId, clientMetadataUrl, scope, timeout } = options;
  const secret = process.env['TORII_CLIENT_SECRET']?.trim();
  return {
    url,
    client: {
      id: clientId ?? null,
      secret: secret === undefined || secret === '' ? null : secret,
      metadataUrl: clientMetadataUrl?.href ?? null,
    },
    scope: scope ?? null,
    port: port ?? null,
    person: personAt(terminal, { browser, patienceMs: timeout * 1000 }),
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('It must be a port between 0 and 65535.');
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (seconds > 0 && seconds <= 3600) return seconds;
  throw new InvalidArgumentError('It must be a number of seconds, an hour at most.');
}

/** What the specification asks of such an address; servers fetch it themselves. */
function metadataUrlOf(text: string): URL {
  const url = urlOf(text);
  if (url.protocol === 'https:' && url.pathname !== '/' && isSafeAddress(url)) return url;
  throw new InvalidArgumentError('It must be an https address with a path.');
}
