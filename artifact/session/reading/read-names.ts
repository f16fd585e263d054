/**
 * Who uses one app, by name: read again when a person asks, handed to that screen and kept nowhere else.
 *
 * In: a connection and the app. Out: each account with a name to call it by, and why the list is not whole,
 * if it is not. Never rejects.
 */
import { appUserOf, type AppUser } from '../../../skill/mapping/portfolio.ts';
import type { ToolFailure } from '../../../skill/torii/failure.ts';
import type { JsonObject } from '../../../skill/torii/json.ts';
import { readAppRows, type AppRows } from './read-app-rows.ts';

export interface NamedUser extends AppUser {
  readonly name: string;
}

export interface Names {
  readonly users: readonly NamedUser[];
  readonly failure: ToolFailure | null;
}

export async function readNames(reading: AppRows, appId: number): Promise<Names> {
  const users: NamedUser[] = [];
  const end = await readAppRows(reading, appId, (row) => {
    const user = appUserOf(row, appId);
    if (user !== null) users.push({ ...user, name: nameOf(row) });
  });
  return { users, failure: end.failure };
}

/** An account without a name is called by its address, and one without either by its number. */
function nameOf({ fullName, email, idUser }: JsonObject): string {
  const said = [fullName, email].find((text) => typeof text === 'string' && text.trim() !== '');
  return typeof said === 'string' ? said.trim() : `Account ${JSON.stringify(idUser)}`;
}
