/**
 * What the official client needs to know of us during one sign-in, and what it hands back.
 *
 * It is offered no token: a sign-in that a person was asked for must not end in a quiet renewal with the
 * scopes of before.
 */
import { randomBytes } from 'node:crypto';
import type { OAuthClientProvider } from '@modelcontextprotocol/sdk/client/auth.js';
import type {
  OAuthClientInformationMixed,
  OAuthClientMetadata,
  OAuthTokens,
} from '@modelcontextprotocol/sdk/shared/auth.js';
import { version } from '../../node/version.ts';
import type { Callback } from './callback.ts';
import type { ClientChoice } from './client-choice.ts';
import type { SignInServer } from '../server/sign-in-server.ts';

export interface Provider extends OAuthClientProvider {
  /** The page where the person consents, once it is known. */
  request(): { readonly address: URL; readonly state: string; readonly asked: string | null };
  /** What proves that the code is ours; a secret until the code is spent. */
  verifier(): string;
  /** Client and tokens, once they are known. */
  outcome(): { readonly client: OAuthClientInformationMixed; readonly tokens: OAuthTokens };
}

interface ProviderOptions {
  readonly server: SignInServer;
  readonly callback: Pick<Callback, 'redirectUrl'>;
  readonly client: OAuthClientInformationMixed | null;
  readonly choice: ClientChoice;
}

export function createProvider({ server, callback, client: known, choice }: ProviderOptions): Provider {
  const { redirectUrl } = callback;
  const state = randomBytes(24).toString('base64url');
  let client = known;
  let tokens: OAuthTokens | null = null;
  let verifier = '';
  let address: URL | null = null;
  return {
    redirectUrl,
    clientMetadata: metadataOf(redirectUrl),
    ...(choice.metadataUrl === null ? {} : { clientMetadataUrl: choice.metadataUrl }),
    discoveryState: () => server,
    state: () => state,
    clientInformation: () => client ?? undefined,
    saveClientInformation: (given) => void (client = given),
    // The server has forgotten a client that it registered itself; one that a person was given stays.
    invalidateCredentials: (what) => void (what === 'all' && choice.id === null && (client = null)),
    tokens: () => undefined,
    saveTokens: (given) => void (tokens = given),
    saveCodeVerifier: (given) => void (verifier = given),
    codeVerifier: () => verifier,
    redirectToAuthorization: (given) => void (address = given),
    request: () => {
      if (address === null) throw new Error('The client did not ask for consent.');
      return { address, state, asked: address.searchParams.get('scope') };
    },
    verifier: () => verifier,
    outcome: () => {
      if (client === null || tokens === null) throw new Error('The client did not hand over its tokens.');
      return { client, tokens };
    },
  };
}

/** What we say of ourselves where a server registers clients. */
function metadataOf(redirectUrl: string): OAuthClientMetadata {
  return {
    client_name: 'SaaS rationalization (read-only)',
    redirect_uris: [redirectUrl],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
    software_id: 'saas-rationalization-dashboard',
    software_version: version,
  };
}
