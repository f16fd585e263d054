/**
 * Tries something on a server, and brings a person in when the server asks for a sign-in or a wider scope.
 *
 * In: the attempt, how a person is asked (null if no one can be), and where access comes from after so
 * many sign-ins. Out: what the last attempt gave.
 * The same question is never asked twice in a row, nor more than three times.
 */
import type { ToolFailure } from '../../torii/failure.ts';
import { accessTo, type Access } from './access.ts';
import type { Challenge } from '../server/challenge.ts';

/** Signs the person in; false when they would rather not. */
export type AskPerson = (challenge: Challenge) => Promise<boolean>;

export type Attempt<Result> = (access: Access, url: URL) => Promise<Result | ToolFailure>;

/** A sign-in, and two scopes that turn out to be wanted on top. */
const MOST_ASKED = 3;

export async function withSignIn<Result extends object>(
  url: URL,
  attempt: Attempt<Result>,
  ask: AskPerson | null,
  accessFor: (asked: number) => Promise<Access> = () => accessTo(url),
): Promise<Result | ToolFailure> {
  let before: Challenge | null = null;
  for (let asked = 0; ; asked += 1) {
    const access = await accessFor(asked);
    const result = await attempt(access, url);
    const challenge = access.challenge();
    if (!('ok' in result) || result.kind !== 'needs-sign-in') return result;
    if (challenge === null || ask === null || asked === MOST_ASKED) return result;
    if (isSame(challenge, before) || !(await ask(challenge))) return result;
    before = challenge;
  }
}

function isSame(now: Challenge, before: Challenge | null): boolean {
  return before !== null && now.wants === before.wants && now.scope === before.scope;
}
