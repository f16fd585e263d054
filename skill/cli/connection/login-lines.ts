/** A stored sign-in in sentences; none of them holds a secret. */
import type { Challenge } from '../../sign-in/access.ts';
import { saysItChanges } from '../../sign-in/sign-in.ts';
import { expiryOf, scopesOf, type StoredLogin } from '../../sign-in/logins.ts';

export function grantedText(login: StoredLogin): string {
  const scopes = scopesOf(login);
  if (scopes.length === 0) return 'Scopes: the server names none.';
  const changing = scopes.filter(saysItChanges);
  const kept = scopes.filter((scope) => !changing.includes(scope));
  const advice =
    changing.length === 0
      ? ''
      : ` This product only reads and never uses ${changing.join(', ')}` +
        (kept.length === 0 ? '.' : `; consider login --scope "${kept.join(' ')}".`);
  return `Scopes: ${scopes.join(' ')}.${advice}`;
}

export function expiryText(login: StoredLogin): string {
  const expiry = expiryOf(login);
  const renewal =
    login.tokens.refresh_token === undefined ? 'then sign in again' : 'renewed automatically when needed';
  if (expiry === null) return `Expires: the server does not say; ${renewal}.`;
  const at = `${new Date(expiry).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return expiry > Date.now() ? `Expires: ${at}; ${renewal}.` : `Expired: ${at}; ${renewal}.`;
}

/** What a person is told before they are asked to consent to more. */
export function widerText({ scope }: Challenge): string {
  const changing = (scope ?? '').split(' ').filter(saysItChanges);
  const warning =
    changing.length === 0
      ? ''
      : ` By its name, ${changing.join(', ')} allows changes; this product only reads, so consider declining.`;
  return `The server asks for more than it granted: ${scope ?? 'it does not say what'}.${warning}`;
}
