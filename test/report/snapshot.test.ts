import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyMapping } from '../../skill/mapping/apply/apply.ts';
import { parseSnapshot, snapshotText, takeSnapshot } from '../../skill/report/snapshot/snapshot.ts';
import { recordsOf } from '../../skill/report/snapshot/snapshot-records.ts';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import type { TenantRecords } from '../../skill/torii/base/records.ts';
import { complete, definition, mappingWith, recordsWith } from '../mapping/sample.ts';

const ada = {
  id: 7,
  firstName: 'Ada',
  lastName: 'Example',
  fullName: 'Ada Example',
  email: 'ada@example.com',
};

const records = recordsWith({
  apps: [
    {
      id: 2,
      name: 'Box',
      primaryOwner: 'grace@example.com',
      c_biz_1: 'Grace Hopper-Example',
      addedBy: 'Grace',
    },
    {
      id: 1,
      name: 'Slack',
      description: 'Ask Ada Example, or ada@example.com. Owned by IT.',
      primaryOwner: { ...ada, lifecycleStatus: 'offboarded' },
      appOwners: [ada, { email: 'linus@example.com', fullName: 'Linus Example' }],
      licenses: { summary: {}, types: [{ name: 'Pro', totalAmount: 3 }] },
      category: 'Chat',
    },
  ],
  contracts: [
    {
      id: 5,
      idApp: 1,
      name: 'Slack 2026',
      owner: 'Ada Example',
      c_approver_2: 'Grace',
      notes: 'See ADA EXAMPLE’s note',
    },
  ],
  users: [
    {
      ...ada,
      department: 'Research',
      additionalEmails: 'a@example.com',
      manager: 'Grace Hopper',
      phoneNumber: '123',
    },
    { id: 8, fullName: 'Grace Hopper', email: 'grace@example.com', department: 'Sales' },
  ],
  appUsers: new Map([
    [1, [{ idUser: 7, email: 'ada@example.com', fullName: 'Ada Example', lastVisitTime: null }]],
  ]),
  transactions: [
    { id: 'b', idApp: 1, memo: 'paid by ada@example.com' },
    { id: 'a', idApp: 2 },
  ],
  fields: [
    definition('app', 'c_biz_1', 'Business sponsor', 'usersDropdown'),
    { ...definition('contract', 'c_approver_2', 'Approver'), options: ['Grace Hopper'] },
  ],
  organization: { name: 'Brindle', adminEmail: 'ada@example.com' },
  completeness: [
    {
      ...complete('contracts', 1),
      reason: 'ada@example.com may not see the rest',
      fetchedAt: '2026-11-22T07:00:00Z',
    },
    complete('apps', 2),
  ],
  fingerprint: 'f1',
});

const byId = <T extends { id: number }>(list: readonly T[]): T[] => list.toSorted((a, b) => a.id - b.id);
const turned = (row: JsonObject): JsonObject => Object.fromEntries(Object.entries(row).toReversed());

const personal = /ada\b|example\.com|grace|hopper|linus|"123"/i;

describe('a snapshot without people', () => {
  const text = snapshotText(takeSnapshot(records));

  it('has no name and no e-mail anywhere, however deep', () => {
    expect(text).not.toMatch(personal);
    expect(text).toMatch(/"people":false/);
  });

  it('keeps ids, and everything that is no person', () => {
    const [slack] = takeSnapshot(records).apps;
    expect(slack).toMatchObject({
      id: 1,
      name: 'Slack',
      category: 'Chat',
      primaryOwner: { id: 7, lifecycleStatus: 'offboarded' },
      licenses: { types: [{ name: 'Pro', totalAmount: 3 }] },
      description: expect.stringMatching(
        /^Ask person-[0-9a-f]{16}, or person-[0-9a-f]{16}\. Owned by IT\.$/,
      ) as string,
    });
    expect(takeSnapshot(records).users[0]).toMatchObject({ id: 7, department: 'Research' });
    expect(takeSnapshot(records).appUsers[0]?.users[0]).toEqual({ idUser: 7, lastVisitTime: null });
  });

  it('gives the same portfolio as the live records', () => {
    const mapping = mappingWith({
      organizationalView: { label: 'Department', entity: 'user', key: 'department' },
      fields: { app: { owner: { key: 'primaryOwner' }, category: { key: 'category' } }, contract: {} },
    });
    const live = applyMapping(records, mapping);
    const parsed = parseSnapshot(JSON.parse(text));
    if (!parsed.ok) throw new Error('a snapshot can be read');
    const stored = applyMapping(recordsOf(parsed.snapshot), mapping);
    expect(byId(stored.apps)).toEqual(byId(live.apps));
    expect(stored.contracts).toEqual(live.contracts);
    expect(stored.people).toEqual(byId(live.people));
    expect(stored.appUsers).toEqual(live.appUsers);
  });

  it('keeps them when asked to', () => {
    const kept = takeSnapshot(records, { withPeople: true });
    expect(snapshotText(kept)).toContain('ada@example.com');
    expect(kept.people).toBe(true);
    expect(kept.contracts).toEqual(records.contracts);
  });

  it('finds a person in any text field', () => {
    const place = fc.constantFrom('description', 'tags', 'notes', 'c_any_1', 'memo');
    const around = fc.string({ unit: fc.constantFrom('x', ' ', ',', '(', '.', '-', '\n'), maxLength: 8 });
    fc.assert(
      fc.property(place, around, around, (key, before, after) => {
        const apps = [{ id: 1, [key]: `${before} Ada Example ${after} <ada@example.com>` }];
        const taken = snapshotText(takeSnapshot({ ...recordsWith({ apps }), users: records.users }));
        expect(taken).not.toMatch(/ada|example/i);
      }),
    );
  });
});

describe('bytes', () => {
  it('do not depend on the order of rows, of keys, or of sources', () => {
    const other: TenantRecords = {
      ...records,
      apps: records.apps.map(turned).toReversed(),
      users: records.users.toReversed(),
      transactions: records.transactions.toReversed(),
      fields: records.fields.toReversed(),
      completeness: records.completeness.toReversed(),
    };
    expect(snapshotText(takeSnapshot(other))).toBe(snapshotText(takeSnapshot(records)));
  });

  it('survive being read and taken again', () => {
    const text = snapshotText(takeSnapshot(records));
    const parsed = parseSnapshot(JSON.parse(text));
    expect(parsed.ok && snapshotText(takeSnapshot(recordsOf(parsed.snapshot)))).toBe(text);
  });

  it('say when the oldest part was fetched', () => {
    expect(takeSnapshot(records).fetchedAt).toBe('2026-11-22T07:00:00Z');
    expect(takeSnapshot(recordsWith()).fetchedAt).toBeNull();
  });
});

describe('a file that is no snapshot of this version', () => {
  const snapshot = JSON.parse(snapshotText(takeSnapshot(records))) as JsonObject;

  it.each<[string, unknown, string, RegExp]>([
    [
      'a later version',
      { ...snapshot, schemaVersion: 2 },
      'schemaVersion',
      /version 2; this release reads version 1/,
    ],
    ['a mapping', { schemaVersion: 1, tenant: {}, fields: {} }, 'kind', /needs "kind"/],
    ['rows that are no records', { ...snapshot, apps: [7] }, 'apps.0', /an object/],
    ['a list', [], '(file)', /object/],
    ['nothing', null, '(file)', /object/],
    ['a misspelt part', { ...snapshot, app: [] }, 'app', /nearest is "apps"/],
  ])('%s', (_name, json, path, message) => {
    const parsed = parseSnapshot(json);
    const found = parsed.ok ? undefined : parsed.problems.find((problem) => problem.path === path);
    expect(found?.message).toMatch(message);
    expect(found?.remedy).not.toBe('');
  });
});
