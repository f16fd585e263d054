/** What became of a person in the company, and of a person's account in an app. */
import type { JsonObject, JsonValue } from '../../torii/json.ts';
import { fold } from '../base/fold.ts';
import type { AppUser, Person } from '../base/portfolio.ts';
import { invalid, known } from '../base/value.ts';
import { isSet } from './read-truth.ts';
import { unwrapped } from './unwrapped.ts';

export function readLifecycle(raw: JsonValue): Person['lifecycle'] {
  const folded = typeof raw === 'string' ? fold(raw) : '';
  return folded === 'active' || folded === 'offboarding' || folded === 'offboarded'
    ? known(folded)
    : invalid(raw);
}

export function accountStatus(row: JsonObject): AppUser['status'] {
  if (isSet(row.isUserRemovedFromApp)) return 'deleted';
  const raw = unwrapped(row.status ?? null);
  const status = typeof raw === 'string' ? fold(raw) : '';
  return status === 'active' || status === 'deleted' || status === 'managed' ? status : 'unknown';
}
