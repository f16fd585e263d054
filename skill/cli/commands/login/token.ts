/** `token`: a fresh access token alone on standard output, for programs that bring their own client. */
import { Command } from 'commander';
import { UnauthorizedError } from '@modelcontextprotocol/sdk/client/auth.js';
import { Stop } from '../../../node/stop.ts';
import { httpFailure } from '../../connection/http-failure.ts';
import { stopOnFailure } from '../../connection/stop-on-failure.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { readLogin, expiresSoon, type StoredLogin } from '../../../sign-in/logins.ts';
import { renewLogin } from '../../../sign-in/sign-in.ts';
import { withServer } from './server-option.ts';

/** What a program gets should last for its run. */
const MARGIN_MS = 300_000;

export function tokenCommand(terminal: Terminal): Command {
  return withServer(new Command('token'))
    .description('Print a fresh access token of the stored sign-in, and nothing else.')
    .addHelpText(
      'after',
      '\nExample:\n  TORII_MCP_TOKEN="$(saas-rationalization token)" node your-program.mjs\n\n' +
        'Anyone who has the token can act as you until it expires: keep it out of files and logs.',
    )
    .action(({ url }: { readonly url: URL }) => token(url, terminal));
}

async function token(url: URL, terminal: Terminal): Promise<void> {
  const login = await readLogin(url);
  if (login === null) throw notSignedIn(url);
  const fresh = expiresSoon(login, MARGIN_MS) ? await renewed(url, login, terminal) : login;
  terminal.result(fresh.tokens.access_token);
}

async function renewed(url: URL, login: StoredLogin, terminal: Terminal): Promise<StoredLogin> {
  try {
    return await renewLogin(url, login.tokens.access_token, (sentence) => terminal.note(sentence));
  } catch (thrown) {
    // Some time is left on it: better than nothing, where nothing better can be had.
    if (!expiresSoon(login, 0)) return login;
    if (thrown instanceof Stop) throw thrown;
    throw stopOnFailure(httpFailure(thrown, null), url);
  }
}

/** How every command ends that needs a sign-in and finds none. */
export function notSignedIn(url: URL): Stop {
  return stopOnFailure(httpFailure(new UnauthorizedError('you are not signed in here'), null), url);
}
