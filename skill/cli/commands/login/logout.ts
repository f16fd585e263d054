/** `logout`: forgets the stored sign-in, and tells the server so where it takes that. */
import { withoutSecretAddresses } from '../../../node/secrets.ts';
import { Command } from 'commander';
import { Stop } from '../../../node/stop.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { forgetLogin, readLogin } from '../../../sign-in/logins.ts';
import { revokeTokens } from '../../../sign-in/sign-in.ts';
import { withServer } from './server-option.ts';

export function logoutCommand(terminal: Terminal): Command {
  return withServer(new Command('logout'))
    .description('Forget the sign-in to Torii, and revoke it where the server can.')
    .addHelpText('after', '\nExample:\n  saas-rationalization logout --url https://api.toriihq.com/mcp')
    .action(({ url }: { readonly url: URL }) => logout(url, terminal));
}

async function logout(url: URL, terminal: Terminal): Promise<void> {
  const login = await readLogin(url).catch((thrown: unknown) => {
    if (!(thrown instanceof Stop)) throw thrown;
    terminal.warn(thrown.message);
    return null;
  });
  const revoked = login === null ? 'not-known' : await revokeTokens(login);
  if (!(await forgetLogin(url)))
    return terminal.result(`There was no sign-in to ${withoutSecretAddresses(url.href)}.`);
  terminal.result(`Signed out of ${withoutSecretAddresses(url.href)}. ${sentences[revoked]}`);
}

const sentences = {
  revoked: 'The server has ended the sign-in too.',
  refused: 'The server did not confirm that it ended the sign-in; its access token will expire on its own.',
  'not-offered': 'The server offers no way to end a sign-in early; its access token will expire on its own.',
  'not-known': 'The server was not told, because the stored sign-in could not be read.',
} as const;
