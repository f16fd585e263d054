/** `status`: who is signed in to a server, what their role hides, and how long it lasts. */
import { withoutSecretAddresses } from '../../../node/secrets.ts';
import { Command } from 'commander';
import { renderCounted } from '../../../analysis/facts.ts';
import { jsonText } from '../../../assets/json-text.ts';
import { auditTools } from '../../../torii/catalog.ts';
import { connectAndList, type OpenConnection } from '../../connection/open-connection.ts';
import { stopOnFailure } from '../../connection/stop-on-failure.ts';
import { withJson } from '../../terminal/json-option.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { tokenFromEnvironment } from '../../../node/secrets.ts';
import { accessTo } from '../../../sign-in/access.ts';
import { expiryOf, readLogin, scopesOf, type StoredLogin } from '../../../sign-in/logins.ts';
import { expiryText, grantedText } from '../../connection/login-lines.ts';
import { organizationOf } from './organization.ts';
import { hiddenFrom, type Hidden } from './role-limits.ts';
import { withServer } from './server-option.ts';
import { notSignedIn } from './token.ts';

interface StatusOptions {
  readonly url: URL;
  readonly json?: boolean;
}

export function statusCommand(terminal: Terminal): Command {
  const command = withServer(new Command('status'))
    .description('Show the signed-in user, what their Torii role hides, and when the sign-in expires.')
    .addHelpText('after', '\nExample:\n  saas-rationalization status --url https://api.toriihq.com/mcp')
    .action((options: StatusOptions) => status(options, terminal));
  return withJson(command, {
    url: 'address of the server',
    server: 'name and version that it gives itself',
    organization: 'its name in Torii',
    signedInBy: 'environment, login or none',
    scopes: 'what the sign-in allows',
    expiresAt: 'when it ends, in UTC',
    callable: 'how many tools that read may be called',
    refused: 'how many others are never called',
    notOffered: 'of each tool that is missing: tool, without',
    hidden: 'of each tool that the role hides: tool, without',
  });
}

/** What there is to say of a server and the sign-in to it. */
interface Status {
  readonly url: string;
  readonly server: string;
  readonly organization: string | null;
  readonly signedInBy: 'environment' | 'login' | 'none';
  readonly login: StoredLogin | null;
  readonly callable: number;
  readonly refused: number;
  readonly notOffered: readonly Hidden[];
  readonly hidden: readonly Hidden[];
}

async function status({ url, json }: StatusOptions, terminal: Terminal): Promise<void> {
  const fromEnvironment = tokenFromEnvironment() !== null;
  const connection = await connectAndList(
    url,
    await accessTo(url, (sentence) => terminal.note(sentence)),
    terminal,
  );
  if ('ok' in connection) {
    const nobody = connection.kind === 'needs-sign-in' && !fromEnvironment && (await readLogin(url)) === null;
    throw nobody ? notSignedIn(url) : stopOnFailure(connection, url);
  }
  try {
    const found = await statusAt(connection, url, fromEnvironment);
    if (json === true) terminal.result(jsonText(statusJson(found)));
    else terminal.page(statusLines(found));
  } finally {
    await connection.close();
  }
}

async function statusAt(
  { bridge, server, offered }: OpenConnection,
  url: URL,
  fromEnvironment: boolean,
): Promise<Status> {
  const organization = await organizationOf(bridge);
  // Read after the connection, which may have renewed it.
  const login = fromEnvironment ? null : await readLogin(url);
  const { callable, refused, missing } = auditTools(offered);
  return {
    url: withoutSecretAddresses(url.href),
    server,
    organization: typeof organization === 'string' ? organization : null,
    signedInBy: fromEnvironment ? 'environment' : login === null ? 'none' : 'login',
    login,
    callable: callable.length,
    refused: refused.length,
    notOffered: missing.map(({ tool, without }) => ({ tool, without })),
    hidden: await hiddenFrom(bridge),
  };
}

/** No secret of the sign-in is in it. */
function statusJson({ login, ...found }: Status): object {
  const expiry = login === null ? null : expiryOf(login);
  return {
    ...found,
    scopes: login === null ? null : scopesOf(login),
    expiresAt: expiry === null ? null : new Date(expiry).toISOString(),
  };
}

function statusLines(found: Status): string {
  const { url, server, organization, callable, refused, notOffered, hidden } = found;
  return [
    `Connected to ${server} at ${url}.`,
    `Organization: ${organization ?? 'not known'}.`,
    signInText(found),
    `Tools: ${callable} that read may be called, ${renderCounted(refused, 'other is', 'others are')} never called.`,
    ...notOffered.map(({ tool, without }) => `Not offered: ${tool}. ${without}`),
    ...hidden.map(({ tool, without }) => `Hidden by the role: ${tool}. ${without}`),
  ].join('\n');
}

function signInText({ signedInBy, login }: Status): string {
  if (login !== null) return `${grantedText(login)}\n${expiryText(login)}`;
  return signedInBy === 'environment'
    ? 'By the token in TORII_MCP_TOKEN, which is not renewed automatically.'
    : 'The server asks for no sign-in.';
}
