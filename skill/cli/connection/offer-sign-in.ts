import type { Terminal } from '../terminal/terminal.ts';
import { widerText } from './login-lines.ts';
import { PATIENCE_MS, personAt } from './person-at.ts';
import { signIn } from '../../sign-in/sign-in.ts';
import type { AskPerson } from '../../sign-in/access.ts';

/** Offers the sign-in that a server asks for to a person who wanted something else of it. */
export function offerSignIn(url: URL, terminal: Terminal): AskPerson {
  return async (challenge) => {
    terminal.note(
      challenge.wants === 'sign-in' ? `${url.href} wants a sign-in.` : `${url.href}: ${widerText(challenge)}`,
    );
    terminal.note('Open the browser for it? [Y/n]');
    const answer = await terminal.readLine();
    if (answer === null || /^n/i.test(answer)) return false;
    const person = personAt(terminal, { browser: true, patienceMs: PATIENCE_MS });
    await signIn({
      url,
      challenge,
      client: { id: null, secret: null, metadataUrl: null },
      scope: null,
      port: null,
      person,
    });
    return true;
  };
}
