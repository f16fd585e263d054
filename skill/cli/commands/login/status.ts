/** `status`: who is signed in to a server, what their role hides, and how long it lasts. */
import { withoutSecretAddresses } from '../../../node/secrets.ts';
import { Command } from 'commander';
import { auditTools } from '../../../torii/catalog.ts';
import { connectAndList, type OpenConnection } from '../../connection/open-connection.ts';
import { stopOnFailure } from '../../connection/stop-on-failure.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { tokenFromEnvironment } from '../../../node/secrets.ts';
import { accessTo } from '../../../sign-in/access.ts';
import { readLogin } from '../../../sign-in/logins.ts';
import { expiryText, grantedText } from '../../connection/login-lines.ts';
import { organizationOf } from './organization.ts';
import { hiddenFrom } from './role-limits.ts';
import { withServer } from './server-option.ts';
import { notSignedIn } from './token.ts';

export function statusCommand(terminal: Terminal): Command {
  return withServer(new Command('status'))
    .description('Show the signed-in user, what their Torii role hides, and when the sign-in expires.')
    .addHelpText('after', '\nExample:\n  saas-rationalization status --url https://api.toriihq.com/mcp')
    .action(({ url }: { readonly url: URL }) => status(url, terminal));
}

async function status(url: URL, terminal: Terminal): Promise<void> {
  const fromEnvironment = tokenFromEnvironment() !== null;
  const connection = await connectAndList(url, await accessTo(url, (sentence) => terminal.note(sentence)));
  if ('ok' in connection) {
    const nobody = connection.kind === 'needs-sign-in' && !fromEnvironment && (await readLogin(url)) === null;
    throw nobody ? notSignedIn(url) : stopOnFailure(connection, url);
  }
  try {
    terminal.result(await whoLines(connection, url));
    // Read after the connection, which may have renewed it.
    const login = fromEnvironment ? null : await readLogin(url);
    terminal.result(
      fromEnvironment ? ENVIRONMENT : login === null ? OPEN : `${grantedText(login)}\n${expiryText(login)}`,
    );
    terminal.result(await roleLines(connection));
  } finally {
    await connection.close();
  }
}

const ENVIRONMENT = 'By the token in TORII_MCP_TOKEN, which is not renewed automatically.';
const OPEN = 'The server asks for no sign-in.';

async function whoLines({ bridge, server }: OpenConnection, url: URL): Promise<string> {
  const organization = await organizationOf(bridge);
  const name = typeof organization === 'string' ? organization : 'not known';
  return `Connected to ${server} at ${withoutSecretAddresses(url.href)}.\nOrganization: ${name}.`;
}

async function roleLines({ bridge, offered }: OpenConnection): Promise<string> {
  const { callable, refused, missing } = auditTools(offered);
  const lines = [
    `Tools: ${callable.length} that read may be called, ${refused.length} others are never called.`,
    ...missing.map(({ tool, without }) => `Not offered: ${tool}. ${without}`),
    ...(await hiddenFrom(bridge)).map(({ tool, without }) => `Hidden by the role: ${tool}. ${without}`),
  ];
  return lines.join('\n');
}
