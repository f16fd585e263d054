import { extractWWWAuthenticateParams } from '@modelcontextprotocol/sdk/client/auth.js';

/** What a server asked for when it refused a request: a sign-in, or a wider scope than the one granted. */
export interface Challenge {
  readonly wants: 'sign-in' | 'wider-scope';
  readonly scope: string | null;
  /** Where the server says who signs people in for it (RFC 9728); null leaves the well-known place. */
  readonly resourceMetadataUrl: URL | null;
}

/** The challenge in a response; null where it is none. */
export function challengeIn(response: Response): Challenge | null {
  if (response.status !== 401 && response.status !== 403) return null;
  const { scope, error, resourceMetadataUrl } = extractWWWAuthenticateParams(response);
  if (response.status === 403 && error !== 'insufficient_scope') return null;
  return {
    wants: response.status === 401 ? 'sign-in' : 'wider-scope',
    scope: scope ?? null,
    resourceMetadataUrl: resourceMetadataUrl ?? null,
  };
}
