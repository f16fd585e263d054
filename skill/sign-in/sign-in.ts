/**
 * Signing a person in by OAuth: discovery, registration, the browser and back, tokens, revocation.
 * In: a server's address and how a person is reached. Out: a stored sign-in. Throws `Stop` with a sentence for the person.
 */
export type { SignInPrompts } from './flow/person.ts';
export { signIn, type SignInRequest } from './flow/sign-in.ts';
export { oauthWords } from './server/oauth-words.ts';
export { renewLogin } from './server/renew-login.ts';
export { revokeTokens } from './server/revoke.ts';
export { saysItChanges } from './server/scope-words.ts';
