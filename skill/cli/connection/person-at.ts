import openInBrowser from 'open';
import type { Terminal } from '../terminal/terminal.ts';
import type { SignInPrompts } from '../../sign-in/sign-in.ts';

export interface PersonOptions {
  /** Whether a browser on this machine may be opened; otherwise the address is printed. */
  readonly browser: boolean;
  readonly patienceMs: number;
}

/** Long enough to find a password, short enough not to leave a port open for the night. */
export const PATIENCE_MS = 300_000;

/** The person at this terminal. */
export function personAt(terminal: Terminal, { browser, patienceMs }: PersonOptions): SignInPrompts {
  return {
    patienceMs,
    async browse({ href }) {
      if (browser && (await opened(href))) {
        return terminal.note('Waiting for the sign-in in the browser. If none came up, open:\n' + href);
      }
      terminal.note(`Sign in here:\n${href}`);
      terminal.note('Where the browser cannot return to this machine, paste the address it ends at:');
    },
    told: (sentence) => terminal.note(sentence),
    typed: (signal) => terminal.readLine(signal).then((line) => (line === '' ? null : line)),
  };
}

async function opened(address: string): Promise<boolean> {
  try {
    await openInBrowser(address);
    return true;
  } catch {
    return false;
  }
}
