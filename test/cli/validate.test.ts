/** The three questions, against counts made by hand from the rows of the tenant. */
import { describe, expect, test } from 'vitest';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import type { Tenant } from '../../mocks/tenant/tenant.ts';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import { block, command, fact, plain } from './command.ts';
import { asOf, file, mappingFile, served, tenant } from './served.ts';
import { dayOf } from '../../skill/analysis/base/day.ts';
import { renderDate } from '../../skill/analysis/facts/render.ts';

const endOf = (row: JsonObject): string =>
  typeof row['endDate'] === 'string' ? row['endDate'].slice(0, 10) : '';
const nameOf = (row: JsonObject): string => (typeof row['name'] === 'string' ? row['name'] : '');

const shown = tenant.apps.filter((app) => app['isHidden'] !== true);
const crowded = shown.filter((app) => Number(app['activeUsersCount'] ?? 0) > 100);
const soon = tenant.contracts.filter(
  (row) =>
    endOf(row) >= asOf &&
    endOf(row) <= '2027-01-21' &&
    row['status'] !== 'closed' &&
    row['status'] !== 'pipeline',
);

describe('with an approved mapping', () => {
  test('answers all three, each with its date, source, field and what is unknown', async () => {
    const { url } = await served();
    const { code, out, err } = await command(
      'validate',
      '--url',
      url,
      '--mapping',
      await mappingFile(url),
      '--as-of',
      asOf,
    );
    expect(code).toBe(0);
    expect(err).not.toContain('partial');
    expect(out).toContain(
      'Brindlewick Instruments, USD, as of Nov 22, 2026\nMapping: approved by Demo on Nov 22, 2026',
    );
    expect(out).not.toMatch(/draft/i);
    expect(fact(out, 1, 'count')).toBe(String(crowded.length));
    expect(fact(out, 2, 'count')).toBe(String(soon.length));
    for (const row of crowded) expect(block(out, 1)).toContain(nameOf(row));
    for (const row of soon) expect(block(out, 2)).toContain(renderDate(dayOf(endOf(row))));
    for (const row of soon) expect(block(out, 2)).toContain(nameOf(row).split(' ')[0]);
    for (const number of [1, 2, 3] as const) expect(fact(out, number, 'as of')).toBe('Nov 22, 2026');
    expect(fact(out, 1, 'source')).toMatch(
      /^apps: complete, 40 of 40 rows, read \d{4}-\d\d-\d\d \d\d:\d\d UTC$/,
    );
    expect(fact(out, 2, 'source')).toMatch(/^contracts: complete, 20 of 20 rows/);
    expect(fact(out, 3, 'field')).toBe('"expenses" (minor units)');
    const silent = shown.filter((app) => (app['activeUsersCount'] ?? null) === null);
    expect(fact(out, 1, 'unknown')).toContain(`not stated by ${silent.length} of ${shown.length} apps`);
  });

  test('lists the highest spenders first, to the cent', async () => {
    const { url } = await served();
    const { out } = await command(
      'validate',
      '--url',
      url,
      '--mapping',
      await mappingFile(url),
      '--as-of',
      asOf,
    );
    const spenders = shown
      .filter((app) => typeof app['expenses'] === 'number')
      .toSorted((a, b) => Number(b['expenses']) - Number(a['expenses']))
      .slice(0, 10);
    const lines = (block(out, 3).split('\n\nWhat is not known')[0] ?? '').split('\n').slice(-10);
    expect(lines.map((line) => line.trim().split(/ {2,}/)[0])).toEqual(spenders.map(nameOf));
    const [highest] = spenders;
    expect(Number(/\$([\d,.]+)/.exec(lines[0] ?? '')?.[1]?.replaceAll(',', ''))).toBe(
      Number(highest?.['expenses']) / 100,
    );
  });

  test('says what the answers come to, at least where a record states no amount, and what is not known', async () => {
    const { url } = await served();
    const { out } = await command(
      'validate',
      '--url',
      url,
      '--mapping',
      await mappingFile(url),
      '--as-of',
      asOf,
    );
    const stated = shown.filter((app) => typeof app['expenses'] === 'number');
    const silent = shown.length - stated.length;
    const sum = stated.reduce((all, app) => all + Number(app['expenses']), 0) / 100;
    const written = sum.toLocaleString('en-US', { minimumFractionDigits: sum % 1 === 0 ? 0 : 2 });
    expect(silent).toBeGreaterThan(0);
    expect(fact(out, 3, 'worth')).toMatch(
      new RegExp(`^at least \\$${written} in all: ${silent} of ${shown.length} states? no amount$`),
    );
    expect(fact(out, 2, 'worth')).toMatch(/^\$[\d,.]+ in all$/);
    expect(out.split('What is not known\n')[1]).toMatch(
      /seats of \d+ apps without usage data,\s+which cost\s+\$/,
    );
  });

  test('moves with the date', async () => {
    const { url } = await served();
    const { out } = await command(
      'validate',
      '--url',
      url,
      '--mapping',
      await mappingFile(url),
      '--as-of',
      '2020-01-01',
    );
    expect(fact(out, 2, 'count')).toBe('0');
    expect(fact(out, 2, 'as of')).toBe('Jan 1, 2020');
  });
});

describe('without a mapping', () => {
  test('says draft beside each figure that rests on one', async () => {
    const { url } = await served();
    const { code, out } = await command('validate', '--url', url, '--as-of', asOf);
    expect(code).toBe(0);
    expect(out).toContain('Mapping: DRAFT, discovered just now');
    expect(fact(out, 1, 'count')).toBe(String(crowded.length));
    for (const number of [1, 2, 3] as const) expect(fact(out, number, 'field')).toContain('draft');
    expect(fact(out, 3, 'field')).toContain('Torii expenses, window unconfirmed');
  });

  test('tells a draft in a file from one that was found on the spot', async () => {
    const { url } = await served();
    const { approval: _approval, ...mapping } = demoMapping(asOf);
    const draft = await file('draft.json', { ...mapping, status: 'draft' });
    const { out } = await command('validate', '--url', url, '--mapping', draft, '--as-of', asOf);
    expect(out).toContain('Mapping: DRAFT, not approved by anybody yet');
  });
});

describe('a question that cannot be answered', () => {
  const cases = [
    [
      'role=no-contracts',
      2,
      'The Torii role of the signed-in person may not see contracts. Ask the Torii administrator',
    ],
    ['missing=list_contracts', 2, 'This server offers no tool that lists contracts. Run "audit-tools"'],
    ['role=no-expenses', 3, 'Torii defines "expenses", but no app record carries it: the role hides it.'],
    [
      'role=no-expenses&missing=get_app_fields',
      3,
      'No app record carries "expenses". Check the key in fields.app.spend12m',
    ],
  ] as const;

  test.each(cases)('%s', async (query, number, sentence) => {
    const { url } = await served();
    const mapping = await mappingFile(`${url}?${query}`);
    const { code, out, err } = await command(
      'validate',
      '--url',
      `${url}?${query}`,
      '--mapping',
      mapping,
      '--as-of',
      asOf,
    );
    expect(fact(out, number, 'count')).toBe('cannot be answered');
    expect(plain(block(out, number))).toContain(sentence);
    expect(fact(out, 1, 'count')).toBe(String(crowded.length));
    expect(code).toBe(5);
    expect(err).toContain('1 of 3 questions cannot be answered.');
  });

  test.each(['no-expenses', 'no-contracts'])(
    'is told from a field that was not found: %s, discovered',
    async (role) => {
      const { url } = await served();
      const { out } = await command('validate', '--url', `${url}?role=${role}`, '--as-of', asOf);
      expect(plain(out)).toMatch(/the role hides it|may not see contracts/);
    },
  );

  test.each(['no-licenses', 'no-users'])(
    'is none where the role only hides what nobody asked: %s',
    async (role) => {
      const { url } = await served();
      const { code, out } = await command('validate', '--url', `${url}?role=${role}`, '--as-of', asOf);
      expect([code, fact(out, 1, 'count'), fact(out, 2, 'count')]).toEqual([
        0,
        `${crowded.length}`,
        `${soon.length}`,
      ]);
    },
  );

  test('names the field that the mapping leaves out, and the key that would fit', async () => {
    const { url } = await served();
    const { activeUsers: _left, ...app } = demoMapping(asOf).fields.app;
    const mapping = await mappingFile(url, { fields: { ...demoMapping(asOf).fields, app } });
    const { code, out } = await command('validate', '--url', url, '--mapping', mapping, '--as-of', asOf);
    expect(code).toBe(5);
    expect(fact(out, 1, 'field')).toBe('none mapped to fields.app.activeUsers');
    expect(plain(block(out, 1))).toContain(
      'The mapping names no field for it (fields.app.activeUsers). Add fields.app.activeUsers to the mapping; Torii\'s own key for it is "activeUsersCount".',
    );
  });

  test('names the key that no record carries', async () => {
    const { url } = await served();
    const { fields } = demoMapping(asOf);
    const contract = { ...fields.contract, termEnd: { key: 'c_ends_77' } };
    const mapping = await mappingFile(url, { fields: { ...fields, contract } });
    const { out } = await command('validate', '--url', url, '--mapping', mapping, '--as-of', asOf);
    expect(plain(block(out, 2))).toContain(
      'No contract record carries "c_ends_77", and Torii defines no such field.',
    );
  });
});

describe('a tenant of another kind', () => {
  test('without a single record is an answer of zero, and says so', async () => {
    const { url } = await served();
    const { code, out } = await command('validate', '--url', `${url}?fault=*:empty`, '--as-of', asOf);
    expect([code, fact(out, 1, 'count'), fact(out, 2, 'count'), fact(out, 3, 'count')]).toEqual([
      0,
      '0',
      '0',
      '0',
    ]);
    expect(plain(block(out, 1))).toContain('Torii holds no apps at all.');
    expect(plain(block(out, 2))).toContain('Torii holds no contracts at all.');
  });

  test.each([
    'contracts=1.0',
    'contracts=1.1',
    'fields=149',
    'structured=on',
    'reply=sse',
    'sessions=on',
    'tools=5',
  ])('gives the same answers: %s', async (query) => {
    const { url } = await served();
    const { code, out } = await command('validate', '--url', `${url}?${query}`, '--as-of', asOf);
    expect([code, fact(out, 1, 'count'), fact(out, 2, 'count')]).toEqual([
      0,
      `${crowded.length}`,
      `${soon.length}`,
    ]);
    expect(fact(out, 3, 'count')).toBe('37');
  });

  test('of the older kind is answered too; where it cuts at 1,000 rows, its own count gives it away', async () => {
    const { url } = await served();
    const older = await command('validate', '--url', `${url}?style=older`, '--as-of', asOf);
    expect([older.code, fact(older.out, 1, 'count'), fact(older.out, 2, 'count')]).toEqual([
      0,
      `${crowded.length}`,
      `${soon.length}`,
    ]);

    const many = await served({ tenant: withApps(1200), style: 'older' });
    const capped = await command('validate', '--url', many.url, '--as-of', asOf);
    expect(capped.err).toContain("apps: partial. Torii's own count is 1200; 1000 were read.");
    expect(fact(capped.out, 1, 'count')).toContain('PARTIAL');
    expect(fact(capped.out, 1, 'source')).toContain('partial, 1,000 ');
    expect(plain(block(capped.out, 1))).toContain('Only part of the apps was read.');
    expect(fact(capped.out, 2, 'count')).toBe(String(soon.length));
  });

  test('spends in a currency without a rate: left out by name, never added', async () => {
    const apps = tenant.apps.map((app, index) =>
      index < 3 ? { ...app, expenses: { value: 100_000, currency: 'CHF' } } : app,
    );
    const { url } = await served({ tenant: { ...tenant, apps } });
    const { out } = await command(
      'validate',
      '--url',
      url,
      '--mapping',
      await mappingFile(url),
      '--as-of',
      asOf,
    );
    expect(plain(block(out, 3))).toContain(
      'Spend in CHF is left out: no rate to USD is known. Add a dated rate for CHF',
    );
  });
});

function withApps(count: number): Tenant {
  const apps = Array.from({ length: count }, (_, index) => ({
    ...tenant.apps[index % 40],
    id: 50_000 + index,
  }));
  return { ...tenant, apps };
}
