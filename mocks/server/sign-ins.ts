/**
 * The sign-ins of one server: the one at its root, where it requires one, and one for each `oauth=` in the
 * query of its address, so that a sign-in that goes wrong is found like one that does not: from the 401.
 */
import { createOAuth } from './oauth.ts';
import type { OAuth, OAuthOptions } from './oauth.ts';
import { quirksIn } from './oauth-quirks.ts';

export interface SignIns {
  readonly atRoot: OAuth | null;
  /** The one that lets into the address of a request; null = everybody may enter. */
  at(request: Request): OAuth | null;
  /** Where a 401 sends people; none where nothing is said. */
  metadataOf(request: Request): string[];
  /** Answers a request to one of the sign-ins; null when it is for none of them. */
  handle(request: Request): Promise<Response> | null;
}

const WELL_KNOWN = '/.well-known/oauth-protected-resource';

/** The query names it at the resource, the path at the sign-in itself. */
function nameIn({ searchParams, pathname }: URL): string {
  const inPath = /^\/(?:\.well-known\/oauth-authorization-server\/)?oauth\/([^/]+)/.exec(pathname)?.[1];
  return searchParams.get('oauth') ?? (inPath === undefined ? '' : decodeURIComponent(inPath));
}

/** `options` are those of the sign-in at the root; null = none there. */
export function createSignIns(origin: string, resource: string, options: OAuthOptions | null): SignIns {
  const atRoot = options === null ? null : createOAuth(origin, resource, options);
  const named = new Map<string, OAuth>();

  function oauthOf(url: URL): OAuth | null {
    const name = nameIn(url);
    if (name === '') return atRoot;
    const known = named.get(name);
    if (known !== undefined) return known;
    const path = `/oauth/${encodeURIComponent(name)}`;
    const made = createOAuth(origin, resource, { ...options, quirks: quirksIn(name), path });
    named.set(name, made);
    return made;
  }

  return {
    atRoot,
    at: (request) => oauthOf(new URL(request.url)),
    metadataOf(request) {
      const url = new URL(request.url);
      if (oauthOf(url) === null || quirksIn(nameIn(url)).has('no-metadata')) return [];
      const name = nameIn(url);
      const query = name === '' ? '' : `?oauth=${encodeURIComponent(name)}`;
      return [`${origin}${WELL_KNOWN}${new URL(resource).pathname}${query}`];
    },
    handle: (request) => oauthOf(new URL(request.url))?.handle(request) ?? null,
  };
}
