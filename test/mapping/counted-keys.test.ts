import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { appUserOf } from '../../skill/mapping/apply/app-user.ts';
import { countedKeys } from '../../skill/torii/base/counted-keys.ts';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import { rowId } from '../../skill/torii/reply/row-identity.ts';

const whole: JsonObject = {
  idUser: 7,
  id: 70,
  email: 'ada@example.com',
  status: 'active',
  lastVisitTime: '2026-09-03T08:01:00.000Z',
  lastUsageTime: '2026-09-02T08:01:00.000Z',
  creationTimeInApp: '2025-05-19T09:00:00.000Z',
  isExternal: false,
  isDeletedInIdentitySources: false,
  isUserRemovedFromApp: false,
  lifecycleStatus: 'active',
  licenses: [{ name: 'E3', status: 'active' }],
  role: 'Member',
  score: 20,
};

/** Every key that mapping a row and telling it from others asks for. */
function keysRead(row: JsonObject): Set<string> {
  const asked = new Set<string>();
  const watched = new Proxy(row, {
    get(target, key) {
      asked.add(String(key));
      return target[String(key)];
    },
  });
  appUserOf(watched, 1);
  rowId('appUsers', watched);
  return asked;
}

it('every key that is read of an account goes into the hash of its source, and no other does', () => {
  const counted = countedKeys.appUsers ?? new Set<string>();
  const met = new Set<string>();
  fc.assert(
    fc.property(fc.subarray(Object.keys(whole)), (present) => {
      const row = Object.fromEntries(present.map((key) => [key, whole[key] ?? null]));
      for (const key of keysRead(row)) {
        expect(counted).toContain(key);
        met.add(key);
      }
    }),
    { seed: 17, examples: [[[]], [Object.keys(whole)]] },
  );
  expect(met).toEqual(new Set(counted));
});
