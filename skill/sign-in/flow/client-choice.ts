/** Which client a server knows us as: one that a person was given, one that describes itself, or one we registered. */
import type { OAuthClientInformationMixed } from '@modelcontextprotocol/sdk/shared/auth.js';
import { isPortFree } from './free-port.ts';
import type { StoredLogin } from '../store/stored-login.ts';

export interface ClientChoice {
  /** Registered by an administrator beforehand. */
  readonly id: string | null;
  /** Its secret, from the environment: command lines end up in histories. */
  readonly secret: string | null;
  /** Where the client describes itself, for servers that take that as an id. */
  readonly metadataUrl: string | null;
}

/** The client to begin with; null leaves it to a metadata document or a new registration. */
export function clientFor(
  choice: ClientChoice,
  before: StoredLogin | null,
  redirectUrl: string,
): OAuthClientInformationMixed | null {
  if (choice.id !== null) {
    return { client_id: choice.id, ...(choice.secret === null ? {} : { client_secret: choice.secret }) };
  }
  if (choice.metadataUrl !== null || before === null) return null;
  const redirects = redirectsOf(before.client);
  // A registration is good for the addresses it names, and has to be made again for another; a client that was
  // given names none.
  return redirects.length === 0 || redirects.includes(redirectUrl) ? before.client : null;
}

/** The port for the browser to return to: as asked, as registered before if it is free, or any. */
export async function portFor(
  asked: number | null,
  choice: ClientChoice,
  before: StoredLogin | null,
): Promise<number> {
  if (asked !== null) return asked;
  const [redirect] = before === null || choice.id !== null ? [] : redirectsOf(before.client);
  const port = redirect === undefined ? 0 : Number(new URL(redirect).port);
  return (await isPortFree(port)) ? port : 0;
}

function redirectsOf(client: OAuthClientInformationMixed): readonly string[] {
  return 'redirect_uris' in client ? client.redirect_uris : [];
}
