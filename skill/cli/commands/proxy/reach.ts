/**
 * Reaches the server behind the proxy, and brings the person in where it asks for a sign-in.
 *
 * In: its address, and the person (null if no one may be asked). Out: an open client on which the
 * tools could be listed: some servers greet everybody and ask for a sign-in only then. What goes wrong
 * comes back as a failure. No one is asked for the same wider scope twice, nor for more than two.
 */
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { failure, type ToolFailure } from '../../../torii/failure.ts';
import { Stop } from '../../../node/stop.ts';
import { openClient } from '../../connection/http-connection.ts';
import { httpFailure } from '../../connection/http-failure.ts';
import { accessTo, type Access, withSignIn, type AskPerson } from '../../../sign-in/access.ts';
import { signIn, type SignInPrompts } from '../../../sign-in/sign-in.ts';
import { widerText } from '../../connection/login-lines.ts';
import { readListing } from './listing.ts';

export interface ServerReach {
  open(): Promise<Client | ToolFailure>;
  /** True while the person is at the sign-in. */
  readonly signingIn: boolean;
}

const DEADLINE_MS = 30_000;
/** A server that keeps asking for more would open windows forever. */
const MOST_WIDENED = 2;

export function createReach(url: URL, person: SignInPrompts | null): ServerReach {
  let access: Access | null = null;
  const visits = person === null ? null : createVisits(url, person);
  const ask: AskPerson = (challenge) => visits?.ask(challenge) ?? Promise.resolve(false);
  return {
    get signingIn() {
      return visits?.signingIn ?? false;
    },
    async open() {
      try {
        // What the connection before this one was asked for in the middle of a call.
        const asked = access?.challenge() ?? null;
        if (asked?.wants === 'wider-scope') await ask(asked);
        return await withSignIn(url, attempt, visits === null ? null : ask, async () => {
          access = await accessTo(url, (sentence) => person?.told(sentence));
          return access;
        });
      } catch (thrown) {
        if (thrown instanceof Stop) return failure('needs-sign-in', null, thrown.message);
        return httpFailure(thrown, null);
      }
    },
  };
}

/** The times that the person is sent to the sign-in. */
interface Visits {
  readonly ask: AskPerson;
  readonly signingIn: boolean;
}

function createVisits(url: URL, person: SignInPrompts): Visits {
  let signingIn = false;
  const widened = new Set<string | null>();
  return {
    get signingIn() {
      return signingIn;
    },
    async ask(challenge) {
      const { wants, scope } = challenge;
      if (wants === 'wider-scope') {
        if (widened.has(scope) || widened.size === MOST_WIDENED) return false;
        widened.add(scope);
        person.told(widerText(challenge));
      }
      signingIn = true;
      try {
        await signIn({ url, challenge, client: anyClient, scope: null, port: null, person, shared: true });
        return true;
      } finally {
        signingIn = false;
      }
    },
  };
}

/** Registered by the server itself, unless `login` was given another. */
const anyClient = { id: null, secret: null, metadataUrl: null };

async function attempt(access: Access, url: URL): Promise<Client | ToolFailure> {
  const client = await openClient({ url, access });
  if ('ok' in client) return client;
  try {
    await readListing(client, DEADLINE_MS);
    return client;
  } catch (thrown) {
    await client.close();
    return httpFailure(thrown, null);
  }
}
