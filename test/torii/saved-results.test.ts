import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import type { SavedFile } from '../../skill/torii/saved/saved-file.ts';
import { readSavedResults } from '../../skill/torii/saved/saved-results.ts';
import type { Source } from '../../skill/torii/base/records.ts';
import { appRows, bridgeOver, noLimits, paged, range, text } from './fake-server.ts';
import { readTenant } from '../../skill/torii/read/read-tenant.ts';

const apps = appRows(25);
const contracts = range(5).map((id) => ({
  id,
  idApp: id,
  name: `C${id}`,
  status: 'active',
  endDate: '2027-01-01',
}));
const users = range(4).map((id) => ({ id, email: `${id}@example.com`, lifecycleStatus: 'active' }));
const appUsers = range(3).map((idUser) => ({ idUser, email: `${idUser}@example.com`, status: 'active' }));
const transactions = [{ idApp: 1, transactionDate: '2026-01-01', amount: { value: 100, currency: 'USD' } }];

const file = (name: string, body: unknown): SavedFile => ({
  name,
  text: typeof body === 'string' ? body : JSON.stringify(body),
});

function pagesOf(container: string, rows: readonly unknown[], size: number): JsonObject[] {
  const page = paged(container, rows);
  const cursors = range(Math.max(1, Math.ceil(rows.length / size))).map((index) =>
    String((index - 1) * size),
  );
  return cursors.map((cursor) => page({ cursor, size }));
}

function certificate(files: readonly SavedFile[], source: Source) {
  return readSavedResults(files).records.completeness.find((one) => one.source === source);
}

describe('saved tool results', () => {
  it('are matched by shape, whatever the names', () => {
    const { records, files } = readSavedResults([
      file('1.txt', { apps, total: 25, nextCursor: null }),
      file('2.txt', { contracts, total: 5 }),
      file('3.txt', { users, total: 4 }),
      file('app-users-12.json', { users: appUsers, total: 3 }),
      file('4.txt', { transactions, total: 1 }),
      file('5.txt', { fields: [{ name: 'Owner', systemKey: 'primaryOwner', type: 'user' }] }),
      file('6.txt', { fields: [{ name: 'End', systemKey: 'endDate', type: 'datePicker' }] }),
      file('7.txt', { fields: [{ name: 'Department', key: 'department', type: 'singleLine' }] }),
      file('8.txt', { org: { name: 'Acme' } }),
    ]);
    expect(files.filter(({ problem }) => problem !== null)).toEqual([]);
    expect(records.apps).toHaveLength(25);
    expect(records.contracts).toHaveLength(5);
    expect(records.users).toHaveLength(4);
    expect([...records.appUsers]).toEqual([[12, appUsers]]);
    expect(records.transactions).toHaveLength(1);
    expect(records.fields.map(({ entity, key }) => `${entity} ${key}`)).toEqual([
      'app primaryOwner',
      'contract endDate',
      'user department',
    ]);
    expect(records.organization).toEqual({ name: 'Acme' });
    expect(records.completeness.every(({ status }) => status === 'complete')).toBe(true);
  });

  it('in every wrapping that tools and shells put around them', () => {
    const body = { apps, total: 25 };
    const json = JSON.stringify(body, null, 2);
    const wrapped = [
      json,
      JSON.stringify(text(body)),
      JSON.stringify([{ type: 'text', text: json }]),
      JSON.stringify({ jsonrpc: '2.0', id: 3, result: text(body) }),
      `<persisted-output>\nOutput too large (57.4KB). Full output saved to: /home/x/r.txt\n\n${json}\n</persisted-output>`,
      `Here is the list:\n\`\`\`json\n${json}\n\`\`\``,
      JSON.stringify({ data: apps, total: 25 }),
      JSON.stringify({ result: body }),
      JSON.stringify(apps),
      apps.map((row) => JSON.stringify(row)).join('\n'),
    ];
    for (const content of wrapped) {
      const { records, files } = readSavedResults([file('x', content)]);
      expect(files).toMatchObject([{ source: 'apps', rows: 25, problem: null }]);
      expect(records.apps).toEqual(apps);
    }
  });

  it('give the same records and hash as a live reading, for any split into files in any order', async () => {
    const { bridge, clock } = bridgeOver(({ args }) => text(paged('apps', apps)(args)));
    const live = await readTenant(bridge, { clock, limits: noLimits, sources: ['apps'] });
    const hash = live.completeness[0]?.hash;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
        (size, keys) => {
          const pages = pagesOf('apps', apps, size);
          const files = pages.map((page, index) => file(`${keys[index]}-${index}.json`, page));
          const { records } = readSavedResults([...files.toReversed(), file('again.json', pages[0])]);
          expect(records.apps).toEqual(live.apps);
          expect(records.completeness[0]).toMatchObject({ status: 'complete', rows: 25, total: 25, hash });
        },
      ),
      { numRuns: 40, seed: 2 },
    );
  });

  it('are partial when a page is missing, by total or by cursor', () => {
    const pages = pagesOf('apps', apps, 10);
    expect(
      certificate(
        pages.slice(0, 2).map((page, index) => file(`${index}`, page)),
        'apps',
      ),
    ).toMatchObject({ rows: 20, total: 25, status: 'partial' });
    const bare = pages.map(({ apps: rows, nextCursor }) => ({ apps: rows, nextCursor }) as JsonObject);
    expect(
      certificate(
        bare.map((page, index) => file(`${index}`, page)),
        'apps',
      ),
    ).toMatchObject({ rows: 25, status: 'complete' });
    expect(
      certificate(
        bare.slice(0, 2).map((page, index) => file(`${index}`, page)),
        'apps',
      ),
    ).toMatchObject({ rows: 20, status: 'partial' });
  });

  it('are possibly capped at exactly 1,000 rows without total and cursor', () => {
    expect(certificate([file('a', { apps: appRows(1000) })], 'apps')).toMatchObject({
      status: 'possibly-capped',
    });
    expect(
      certificate(
        [file('a', { apps: appRows(1000) }), file('b', { apps: [], aggregations: 5, total: 1400 })],
        'apps',
      ),
    ).toMatchObject({ status: 'partial', total: 1400 });
  });

  it('that cannot be used say why, and nothing of them is kept', () => {
    const cut = JSON.stringify({ apps }).slice(0, 300);
    const bad = [
      ['cut.json', cut, /stops in the middle/],
      [
        'preview.txt',
        `<persisted-output>\nPreview (first 2KB):\n${JSON.stringify([{ type: 'text', text: cut }]).slice(0, 250)}`,
        /stops in the middle/,
      ],
      ['error.txt', 'HTTP error! status: 403 Response: {"message":"Forbidden"}', /role/],
      ['notes.md', '# Notes on the tenant', /No list/],
      ['users.json', { users: appUsers }, /which/],
      ['search_apps.json', { apps: [{ id: 1000, name: 'Salesforce', imageUrl: 'x' }] }, /No list/],
      ['tenant-mapping.json', { schemaVersion: 1, fields: { app: {}, contract: {} } }, /No list/],
    ] as const;
    for (const [name, body, problem] of bad) {
      const { records, files } = readSavedResults([file(name, body)]);
      expect(files).toMatchObject([{ name, source: null, rows: 0, problem: expect.stringMatching(problem) }]);
      expect(records.apps).toEqual([]);
      expect(records.completeness.every(({ status }) => status === 'not-read')).toBe(true);
    }
  });

  it('never throw, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: fc.string(), text: fc.oneof(fc.string(), fc.json()) })),
        (files) => {
          expect(readSavedResults(files).files).toHaveLength(files.length);
        },
      ),
      { numRuns: 500, seed: 4 },
    );
  });
});
