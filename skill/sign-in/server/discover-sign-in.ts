import { discoverOAuthServerInfo } from '@modelcontextprotocol/sdk/client/auth.js';
import { Stop } from '../../node/stop.ts';
import type { Challenge } from './challenge.ts';
import { mayBeAsked, signInFetch } from './sign-in-fetch.ts';
import type { SignInServer } from './sign-in-server.ts';
import { signInStop } from './sign-in-stops.ts';

/** Finds out who signs people in. Stops where the description cannot be read or is not safe to use. */
export async function discoverSignIn(url: URL, challenge: Challenge | null): Promise<SignInServer> {
  const { resourceMetadataUrl = null } = challenge ?? {};
  const known = resourceMetadataUrl === null ? {} : { resourceMetadataUrl };
  const server = await discoverOAuthServerInfo(url, { ...known, fetchFn: signInFetch(url) }).catch(
    (error: unknown) => {
      if (error instanceof Stop) throw error;
      throw signInStop(url, 'what the server says about signing in cannot be read', error);
    },
  );
  for (const address of addressesOf(server)) {
    if (mayBeAsked(new URL(address), url)) continue;
    throw signInStop(url, `it wants people to sign in at ${address}, which is not safe`, null);
  }
  checkIssuer(server, url);
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
    authorizationServerUrl,
    authorization_endpoint,
    token_endpoint,
    ...(registration_endpoint === undefined ? [] : [registration_endpoint]),
  ];
}

/**
 * A server may describe its own sign-in only (RFC 8414, section 3.3): a description in another's name
 * would have people sign in there, and the answer handed over here.
 */
function checkIssuer({ authorizationServerUrl, authorizationServerMetadata }: SignInServer, url: URL): void {
  if (authorizationServerMetadata === undefined) return;
  const { issuer } = authorizationServerMetadata;
  const asked = new URL(authorizationServerUrl).origin;
  if (URL.canParse(issuer) && new URL(issuer).origin === asked) return;
  throw signInStop(url, `${asked} describes the sign-in of ${issuer}, which is not its own`, null);
}
