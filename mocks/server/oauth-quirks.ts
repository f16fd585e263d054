/**
 * Ways in which a sign-in goes wrong, chosen by the query of the server's address (`?oauth=no-refresh,…`),
 * so that each can be tried by hand. An address with `oauth=` requires a sign-in of its own.
 */
export const oauthQuirks = {
  plain: 'nothing is wrong',
  'no-metadata': 'says nowhere how to sign in',
  'other-resource': 'its metadata is that of another resource',
  insecure: 'consent is asked for at an address without https',
  'no-registration': 'registers no clients',
  'registration-refused': 'refuses every client',
  denied: 'the person declines',
  silent: 'the page of consent never returns',
  'state-mismatch': 'returns with another state',
  'wrong-issuer': 'returns in the name of another issuer',
  'no-issuer': 'returns without the name of its issuer, which it promised',
  'other-issuer': 'describes the sign-in of another issuer',
  'code-refused': 'does not exchange its own codes',
  'no-refresh': 'hands out no refresh tokens',
  'refresh-rejected': 'renews nothing',
  'refresh-down': 'is in trouble when asked to renew',
  'short-lived': 'access tokens live for two seconds',
  'scopes-together': 'grants all of its scopes, or none',
  'step-up': 'calls want a scope more than listing',
  'never-enough': 'wants a scope more than it ever grants',
  'no-revocation': 'cannot end a sign-in early',
  repeats: 'its refusals repeat the secrets they were sent',
} as const;

export type OAuthQuirk = keyof typeof oauthQuirks;

function isQuirk(text: string): text is OAuthQuirk {
  return Object.hasOwn(oauthQuirks, text);
}

/** The quirks in a comma-separated list; throws a RangeError that names one that is none. */
export function quirksIn(list: string): ReadonlySet<OAuthQuirk> {
  const names = list.split(',').filter((name) => name !== '');
  const wrong = names.find((name) => !isQuirk(name));
  if (wrong !== undefined) {
    throw new RangeError(`Unknown way to sign in "${wrong}". Known: ${Object.keys(oauthQuirks).join(', ')}.`);
  }
  return new Set(names.filter(isQuirk));
}
