/** What people are called in the records of Torii, for the few places that may name them. */
import { expect, it } from 'vitest';
import { personNameIn } from '../../skill/mapping/values/owner-names.ts';
import type { JsonValue } from '../../skill/torii/json.ts';

it.each<readonly [JsonValue, string | null]>([
  [{ id: 1, fullName: 'Ada Hopper', email: 'a@x.example' }, 'Ada Hopper'],
  [{ id: 1, firstName: 'Ada', lastName: 'Hopper' }, 'Ada Hopper'],
  [{ id: 1, email: 'a@x.example' }, 'a@x.example'],
  [[{ id: 1, name: 'Ada' }, 2], 'Ada'],
  ['Ada', 'Ada'],
  ['50073', null],
  [50_073, null],
  [{ id: 1 }, null],
  [null, null],
  [[], null],
])('%j is %s', (raw, name) => {
  expect(personNameIn(raw)).toBe(name);
});
