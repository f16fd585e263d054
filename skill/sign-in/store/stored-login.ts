/**
 * What a sign-in leaves behind, one per server address: the client the server knows us as, the tokens,
 * and where they are renewed.
 *
 * In: the JSON of a file that may have been damaged. Out: a `StoredLogin`, or null when it is none. Parts
 * that the official client wrote are checked by the official client's own schemas.
 */
import {
  OAuthClientInformationFullSchema,
  OAuthClientInformationSchema,
  OAuthMetadataSchema,
  OAuthTokensSchema,
  OpenIdProviderDiscoveryMetadataSchema,
} from '@modelcontextprotocol/sdk/shared/auth.js';
import { z } from 'zod';

const storedLogin = z.object({
  format: z.literal(1),
  /** The address of the MCP server, as given. */
  server: z.url(),
  client: z.union([OAuthClientInformationFullSchema, OAuthClientInformationSchema]),
  tokens: OAuthTokensSchema,
  /** When the tokens came, in milliseconds since the epoch. */
  obtainedAt: z.number(),
  /** The scope asked for; a server that grants just that need not repeat it. */
  scope: z.nullable(z.string()),
  authorizationServer: z.string(),
  metadata: z.nullable(z.union([OAuthMetadataSchema, OpenIdProviderDiscoveryMetadataSchema])),
  /** The resource indicator, verbatim; null where the server names none. */
  resource: z.nullable(z.string()),
});

export type StoredLogin = z.infer<typeof storedLogin>;

export function parseLogin(json: unknown): StoredLogin | null {
  const parsed = storedLogin.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** When the access token ends, in milliseconds since the epoch; null where the server did not say. */
export function expiryOf({ tokens, obtainedAt }: StoredLogin): number | null {
  const seconds = tokens.expires_in;
  return seconds === undefined ? null : obtainedAt + seconds * 1000;
}

/** A token this close to its end may not survive what it is wanted for. */
const MARGIN_MS = 60_000;

/** Whether the token is to be renewed first; tokens that live shortly are used for half their life. */
export function expiresSoon(login: StoredLogin, margin: number = MARGIN_MS): boolean {
  const expiry = expiryOf(login);
  const half = ((login.tokens.expires_in ?? 0) * 1000) / 2;
  return expiry !== null && expiry - Date.now() < Math.min(margin, half);
}

/** The scopes granted. */
export function scopesOf({ tokens, scope }: StoredLogin): readonly string[] {
  return (tokens.scope ?? scope ?? '').split(' ').filter((one) => one !== '');
}
