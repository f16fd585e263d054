/** What an OAuth server remembers: its clients, and the codes and tokens that it gave out. */
import { randomBytes } from 'node:crypto';
import type { OAuthQuirk } from './oauth-quirks.ts';

export interface AuthorizationCode extends TokenGrant {
  readonly redirect: string;
  readonly challenge: string;
  readonly expires: number;
}

export interface TokenGrant {
  readonly client: string;
  readonly scope: string;
}

export interface OAuthState {
  readonly issuer: string;
  readonly resource: string;
  readonly consent: 'given' | 'denied';
  readonly quirks: ReadonlySet<OAuthQuirk>;
  /** Seconds an access token lives. */
  readonly tokenSeconds: number;
  /** Client → addresses that it may be sent back to. */
  readonly clients: Map<string, readonly string[]>;
  readonly codes: Map<string, AuthorizationCode>;
  readonly access: Map<string, TokenGrant & { readonly expires: number }>;
  readonly refresh: Map<string, TokenGrant>;
}

/** All scopes there are but the wider one. */
export const oauthScope = 'torii.read torii.write';

/** The client of servers that register none by themselves. */
export const GIVEN_CLIENT = 'given-by-an-administrator';

export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}
