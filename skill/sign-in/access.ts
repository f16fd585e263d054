/**
 * Access to a server for every connection that is made below: anonymous, by a token, or by a stored sign-in.
 * In: the server's address. Out: the `fetch` to use and what the server asked for. A person is asked at most three times.
 */
export { type Access, accessTo, anonymousAccess, storedAccessTo } from './access/access.ts';
export { type AskPerson, withSignIn } from './access/with-sign-in.ts';
export type { Challenge } from './server/challenge.ts';
