/** Rows that a model copied count as far as Torii's own totals hold them, and never further. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../skill/torii/base/json.ts';
import type { AnalysisJson } from '../../skill/analysis/base/contract.ts';
import { command, plain } from './command.ts';
import { bodyOf, callsIn, copiedRows, makeCalls, type Slip, type Source } from './copied.ts';
import { savedResults } from './saved-results.ts';
import { asOf, file, folder, sharedMapping } from './served.ts';

const label = /copied, confirmed by 1\d totals/i;

let mapping = '';

beforeAll(async () => {
  mapping = await sharedMapping('https://api.toriihq.com/mcp');
});

afterAll(() => rm(dirname(mapping), { recursive: true }));

function on(name: 'report' | 'brief' | 'digest' | 'validate', path: string, ...more: string[]) {
  return command(name, '--copied', path, '--mapping', mapping, '--as-of', asOf, ...more);
}

/** The copy with every total that an honest copy is asked for. */
async function confirmed(slip?: Slip): Promise<string> {
  const { err } = await on('report', await copiedRows());
  const path = await copiedRows(slip);
  await makeCalls(path, callsIn(err));
  return path;
}

const first = (rows: readonly JsonObject[], field: string): JsonObject => {
  const row = rows.find((one) => one[field] !== undefined && one[field] !== null && one[field] !== '');
  if (row === undefined) throw new Error(`No row has ${field}.`);
  return row;
};

function renewalsIn({ renewals }: AnalysisJson): object[] {
  return renewals.map(({ contractId, annualValue, deadline }) => ({ contractId, annualValue, deadline }));
}

/** Exchanges the cells of two rows that differ. */
function swap(rows: readonly JsonObject[], field: string): void {
  const one = first(rows, field);
  const other = first(
    rows.filter((row) => row[field] !== one[field]),
    field,
  );
  const [left, right] = [one[field] ?? null, other[field] ?? null];
  one[field] = right;
  other[field] = left;
}

describe('copied rows with all the totals that are asked for', () => {
  test('give the figures of saved results, less what nothing confirms, and say so in every format', async () => {
    const path = await confirmed();
    const { code, out, err } = await on('report', path, '--format', 'json');
    expect(code, err).toBe(0);
    const saved = await command(
      'report',
      '--records',
      await savedResults(),
      '--mapping',
      mapping,
      '--as-of',
      asOf,
      '--format',
      'json',
    );
    const ours = JSON.parse(out) as AnalysisJson;
    expect(renewalsIn(ours)).toEqual(renewalsIn(JSON.parse(saved.out) as AnalysisJson));
    expect(ours.renewals.length).toBeGreaterThan(0);
    expect(ours.completeness.map(({ source, copied }) => [source, (copied ?? 0) > 0])).toContainEqual([
      'apps',
      true,
    ]);
    expect(plain(err)).toContain('no total of Torii holds it: sources (40 cells), primaryOwner (27 cells)');
  });

  test.each([
    ['report', []],
    ['report', ['--format', 'csv']],
    ['report', ['--format', 'ics']],
    ['brief', []],
    ['brief', ['--plain']],
    ['digest', []],
    ['validate', []],
  ] as const)('%s %j carries the label', async (name, more) => {
    const { out } = await on(name, await confirmed(), ...more);
    // A calendar folds its lines and escapes its commas.
    expect(plain(out.replaceAll(/\r?\n /g, '').replaceAll('\\,', ','))).toMatch(label);
  });

  test('the page carries the count, from which it makes the label', async () => {
    const { out } = await on('report', await confirmed(), '--format', 'html');
    expect(out).toMatch(/"copied": ?\d+/);
  });

  test('a text of theirs holds its own check', async () => {
    const path = await confirmed();
    const { out } = await on('report', path);
    const checked = await on('report', path, '--check-narrative', await file('own.md', out));
    expect([checked.code, checked.out]).toEqual([
      0,
      expect.stringMatching(/all \d+ figures and dates are facts/),
    ]);
  });

  test('keep the label in a snapshot, and make no baseline', async () => {
    const path = await confirmed();
    const snapshot = join(await folder(), 'snapshot.json');
    await on('report', path, '--save-snapshot', snapshot);
    const again = await command('brief', '--input', snapshot, '--mapping', mapping, '--as-of', asOf);
    expect(again.out).toMatch(/Copied, confirmed by \d+ totals of Torii/);
    const refused = await on('digest', path, '--save-baseline', join(await folder(), 'baseline.json'));
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('--copied keeps no baseline')]);
  });
});

const slips: Record<string, Slip> = {
  'a digit of an amount': ({ contracts }) => {
    const row = first(contracts, 'c_yearlyCost_4');
    row['c_yearlyCost_4'] = Number(row['c_yearlyCost_4']) + 1000;
  },
  'a digit of an amount with its currency': ({ contracts }) => {
    const row = contracts.find(({ amount }) => typeof amount === 'object' && amount !== null);
    const amount = row?.['amount'] as JsonObject;
    amount['value'] = Number(amount['value']) + 100;
  },
  'a digit of spend': ({ apps }) => {
    const row = first(apps, 'expenses');
    row['expenses'] =
      typeof row['expenses'] === 'object' ? { ...(row['expenses'] as JsonObject), value: 1 } : 1;
  },
  'a day of a date': ({ contracts }) => {
    const row = first(contracts, 'endDate');
    const { endDate } = row;
    row['endDate'] = typeof endDate === 'string' ? endDate.replace(/-(\d)\d/, '-$19') : 0;
  },
  'a number where Torii has none': ({ contracts }) => {
    const row = contracts.find((one) => (one['c_seats_5'] ?? null) === null);
    if (row) row['c_seats_5'] = 0;
  },
  'nothing where Torii has a number': ({ apps }) => {
    first(apps, 'activeUsersCount')['activeUsersCount'] = null;
  },
  'a dropped app': ({ apps }) => void apps.splice(3, 1),
  'a dropped contract': ({ contracts }) => void contracts.splice(3, 1),
  'an invented contract': ({ contracts }) => void contracts.push({ ...contracts[0], id: 1 }),
  'an id': ({ apps }) => void Object.assign(apps[0] ?? {}, { id: 1 }),
  'swapped names': ({ apps }) => swap(apps, 'name'),
  'swapped amounts': ({ contracts }) => swap(contracts, 'c_yearlyCost_4'),
  'swapped spend': ({ apps }) => swap(apps, 'expenses'),
  'swapped apps of contracts': ({ contracts }) => swap(contracts, 'idApp'),
  'swapped dates': ({ contracts }) => swap(contracts, 'endDate'),
  'swapped columns of a row': ({ contracts }) => {
    const row = first(contracts, 'c_seats_5');
    [row['c_seats_5'], row['c_minSeats_8']] = [row['c_minSeats_8'] ?? null, row['c_seats_5'] ?? null];
  },
};

describe('a copy that differs from Torii is refused', () => {
  test.each(Object.entries(slips))('%s', async (_, slip) => {
    const { code, out, err } = await on('report', await confirmed(slip));
    expect([code, out], err).toEqual([5, '']);
    expect(err).toContain('Torii disagrees with what was copied');
  });

  test('and no cell that is changed at random moves a figure', async () => {
    const { err } = await on('report', await copiedRows());
    const calls = callsIn(err);
    const honest = await on('report', await confirmed());
    const cell = fc.record({
      source: fc.constantFrom<Source>('apps', 'contracts'),
      row: fc.nat(19),
      column: fc.nat(40),
      value: fc.oneof(fc.nat(), fc.constantFrom<JsonValue>(null, 'x', '2027-03-04', true, 0)),
    });
    await fc.assert(
      fc.asyncProperty(cell, async ({ source, row: index, column, value }) => {
        const path = await copiedRows((rows) => {
          const row = rows[source][index] ?? {};
          const keys = Object.keys(row);
          row[keys[column % keys.length] ?? 'id'] = value;
        });
        await makeCalls(path, calls);
        const { code, out } = await on('report', path);
        expect([code, out]).toEqual(code === 0 ? [0, honest.out] : [5, '']);
      }),
      { numRuns: 40, seed: 13 },
    );
  });
});

describe('what nothing confirms', () => {
  test('is refused where not even a count is there, with the calls to make', async () => {
    const { code, out, err } = await on('report', await copiedRows());
    expect([code, out]).toEqual([5, '']);
    expect(err).toContain("No count of Torii's confirms the copied apps and contracts");
    expect(callsIn(err).length).toBeGreaterThan(5);
  });

  test('is left out cell by cell: a plain sum does not say whose amount it is', async () => {
    const path = await copiedRows();
    const aggs = { field: 'expenses', aggregationType: 'metric', options: { metricFunction: 'sum' } };
    const counted = { field: 'id', aggregationType: 'groupBy', options: { size: 100 } };
    await makeCalls(path, [
      { tool: 'list_apps', input: { size: 1, aggs } },
      { tool: 'list_apps', input: { size: 1, aggs: JSON.stringify(counted) } },
      { tool: 'list_contracts', input: { size: 1, aggs: counted } },
    ]);
    const { code, out, err } = await on('report', path, '--format', 'json');
    expect(code, err).toBe(0);
    const { totals, apps } = JSON.parse(out) as AnalysisJson;
    expect([totals.pricedApps, apps[0]?.name]).toEqual([0, expect.stringMatching(/^App \d+$/)]);
    expect(err).toContain('"field":"expenses"');
  });

  test('does not become confirmed by a part, or by what cannot be compared', async () => {
    const path = await copiedRows();
    const aggs = { field: 'id', aggregationType: 'groupBy', options: { size: 100 } };
    const average = { field: 'expenses', aggregationType: 'metric', options: { metricFunction: 'avg' } };
    await makeCalls(path, [
      {
        tool: 'list_apps',
        input: { size: 1, aggs, filters: [{ key: 'state', op: 'equals', value: 'Closed' }] },
      },
      { tool: 'list_apps', input: { size: 1, aggs: average } },
    ]);
    const { code, err } = await on('report', path);
    expect(code).toBe(5);
    expect(err).toContain('counts a part of the list');
    expect(err).toContain('cannot be compared');
  });

  test('may still show which fields there are', async () => {
    const path = await copiedRows();
    const out = join(await folder(), 'tenant-mapping.json');
    const { code } = await command('discover', '--copied', path, '--out', out);
    expect(code).toBe(0);
    expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({ status: 'draft' });
  });

  test('people are left out, no matter who copied them', async () => {
    const path = await confirmed();
    await writeFile(
      join(path, 'users.json'),
      JSON.stringify({ users: [{ id: 1, email: 'a@b.c', lifecycleStatus: 'active' }] }),
    );
    const { out } = await on('report', path, '--format', 'json');
    const { completeness } = JSON.parse(out) as AnalysisJson;
    expect(completeness.find(({ source }) => source === 'users')).toMatchObject({
      status: 'not-read',
      rows: 0,
    });
  });
});

test('copied files are no records, and records are not copied ones', async () => {
  const path = await copiedRows();
  const rows = await bodyOf(path, 'apps.json');
  const call = await file('call.json', { tool: 'list_apps', input: {}, reply: rows });
  const { code, err } = await command('report', '--records', dirname(call), '--mapping', mapping);
  expect([code, err]).toEqual([2, expect.stringContaining('holds no saved result of list_apps')]);
  const both = await command('report', '--copied', path, '--records', path);
  expect([both.code, both.err]).toEqual([2, expect.stringContaining('only one')]);
});
