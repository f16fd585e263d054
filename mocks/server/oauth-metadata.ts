import { oauthScope, type OAuthState } from './oauth-state.ts';

/** Metadata of the authorization server (RFC 8414). */
export function authorizationServer({ issuer, quirks }: OAuthState): object {
  return {
    issuer: quirks.has('other-issuer') ? 'https://other.example' : issuer,
    authorization_endpoint: quirks.has('insecure') ? 'http://torii.example/authorize' : `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    ...(!quirks.has('no-registration') && { registration_endpoint: `${issuer}/register` }),
    ...(!quirks.has('no-revocation') && { revocation_endpoint: `${issuer}/revoke` }),
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
    scopes_supported: oauthScope.split(' '),
    authorization_response_iss_parameter_supported: true,
  };
}

/** Metadata of the protected resource (RFC 9728). */
export function protectedResource({ issuer, resource, quirks }: OAuthState): object {
  return {
    resource: quirks.has('other-resource') ? 'https://other.example/mcp' : resource,
    authorization_servers: [issuer],
    scopes_supported: oauthScope.split(' '),
  };
}
