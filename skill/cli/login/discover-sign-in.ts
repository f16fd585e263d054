import { discoverOAuthServerInfo, type OAuthDiscoveryState } from '@modelcontextprotocol/sdk/client/auth.js';
import { isSafeAddress } from '../url.ts';
import type { Challenge } from './challenge.ts';
import { fetchInTime } from './fetch-in-time.ts';
import { signInStop } from './sign-in-stops.ts';

/** Who signs people in for a server, and where; without metadata the addresses are guessed as of old. */
export type SignInServer = OAuthDiscoveryState;

/** Finds out who signs people in. Stops where the description cannot be read or is not safe to use. */
export async function discoverSignIn(url: URL, challenge: Challenge | null): Promise<SignInServer> {
  const { resourceMetadataUrl = null } = challenge ?? {};
  const known = resourceMetadataUrl === null ? {} : { resourceMetadataUrl };
  const server = await discoverOAuthServerInfo(url, { ...known, fetchFn: fetchInTime }).catch(
    (error: unknown) => {
      throw signInStop(url, 'what the server says about signing in cannot be read', error);
    },
  );
  for (const address of addressesOf(server)) {
    if (isSafeAddress(new URL(address))) continue;
    throw signInStop(url, `it wants people to sign in at ${address}, which is not https`, null);
  }
  return {
    ...server,
    ...(resourceMetadataUrl === null ? {} : { resourceMetadataUrl: resourceMetadataUrl.href }),
  };
}

function addressesOf({
  authorizationServerUrl,
  authorizationServerMetadata: metadata,
}: SignInServer): string[] {
  if (metadata === undefined) return [authorizationServerUrl];
  const { authorization_endpoint, token_endpoint, registration_endpoint } = metadata;
  return [
    authorization_endpoint,
    token_endpoint,
    ...(registration_endpoint === undefined ? [] : [registration_endpoint]),
  ];
}
