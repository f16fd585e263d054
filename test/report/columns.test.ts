/** A field in a table is a column of the files, without a word about it anywhere else. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../skill/analysis/base/contract.ts';
import { appFields } from '../../skill/analysis/records/app.ts';
import type { FieldTable } from '../../skill/analysis/records/field.ts';
import { findingFields } from '../../skill/analysis/records/finding.ts';
import { ledgerRowFields } from '../../skill/analysis/records/ledger-row.ts';
import { renewalFields } from '../../skill/analysis/records/renewal.ts';
import { columnOrder, columnsOf } from '../../skill/report/base/columns.ts';
import { appsCsv } from '../../skill/report/files/apps-csv.ts';
import { fieldColumns } from '../../skill/report/workbook/field-columns.ts';
import {
  appColumns,
  findingColumns,
  planColumns,
  renewalColumns,
} from '../../skill/report/workbook/layout.ts';
import { analyzed, readDemo } from './demo-reading.ts';

let analysis: Analysis;

beforeAll(async () => {
  analysis = analyzed(await readDemo());
});

const added = {
  signedOn: { kind: 'date', nullable: true },
  listPrice: { kind: 'money', per: 'year', nullable: true },
  setup: { kind: 'money', label: 'setup cost' },
  isFrozen: { kind: 'flag', label: 'frozen' },
  tags: { kind: 'list', of: { kind: 'text' } },
  ifLate: {
    kind: 'record',
    nullable: true,
    label: 'if late',
    fields: { committed: { kind: 'money' }, until: { kind: 'date' } },
  },
  owner: { kind: 'person' },
  leftOut: { kind: 'list', of: { kind: 'record', fields: { raw: { kind: 'text' } } } },
} as const satisfies FieldTable;

const row = {
  signedOn: '2026-03-01',
  listPrice: null,
  setup: 99_50,
  isFrozen: true,
  tags: ['a', 'b'],
  ifLate: { committed: 1_00, until: '2027-01-01' },
  owner: { id: '1' },
  leftOut: [{ raw: 'x' }],
};

describe('a field that is added to a table', () => {
  const table = { ...renewalFields, ...added };
  const names = ['signedOn', 'listPrice', 'setup', 'isFrozen', 'tags', 'ifLate/committed', 'ifLate/until'];

  it('comes after the columns that have a place, people and lists of records excepted', () => {
    const order = columnOrder(table, ['name', 'daysLeft'], ['appId']);
    expect(order.slice(0, 2)).toEqual(['name', 'daysLeft']);
    expect(order.slice(-names.length)).toEqual(names);
    expect(order).not.toContain('appId');
    expect(new Set(order).size).toBe(order.length);
  });

  it('has a header with its unit and a cell of its kind', () => {
    const columns = fieldColumns(added, 'USD');
    expect(
      Object.entries(columns).map(([name, { header, cell }]) => [name, header, cell(row, 3).value]),
    ).toEqual([
      ['signedOn', 'Signed on', 46_082],
      ['listPrice', 'List price, USD a year', null],
      ['setup', 'Setup cost, USD', 99.5],
      ['isFrozen', 'Frozen', 'yes'],
      ['tags', 'Tags', 'a; b'],
      ['ifLate/committed', 'Committed if late, USD', 1],
      ['ifLate/until', 'Until if late', 46_388],
    ]);
  });

  it('of a record that is not there leaves its cells empty', () => {
    const { 'ifLate/committed': committed, 'ifLate/until': until } = fieldColumns(added, 'USD');
    const none = { ...row, ifLate: null };
    expect([committed.cell(none, 3).value, until.cell(none, 3).value]).toEqual([null, null]);
  });
});

/** Fields that a sheet shows in another way, or not at all. */
const elsewhere = {
  apps: [/^(stateClass|unusableMoney)$/, /^native\//, /^seats\/(basis|exempt|grace|lowerTier|overAssigned)$/],
  csv: [/^unusableMoney$/, /^native\//, /^seats\/(exempt|grace|lowerTier|active|overAssigned)$/],
  renewals: [/^appId$/],
  plan: [/^supersededBy$/],
  findings: [/^appId$/],
};

function missing(table: FieldTable, columns: readonly string[], known: readonly RegExp[]): string[] {
  const names = columnsOf(table).map(({ name }) => name);
  return names.filter((name) => !columns.includes(name) && !known.some((one) => one.test(name)));
}

describe('every field of a record', () => {
  it('is a column of its sheet', () => {
    expect(missing(appFields, appColumns, elsewhere.apps)).toEqual([]);
    expect(missing(renewalFields, renewalColumns, elsewhere.renewals)).toEqual([]);
    expect(missing(ledgerRowFields, planColumns, elsewhere.plan)).toEqual([]);
    expect(missing(findingFields, findingColumns, elsewhere.findings)).toEqual([]);
  });

  it('of an app is a column of the CSV', () => {
    const header =
      appsCsv(analysis)
        .split('\r\n')
        .find((line) => line.startsWith('id,')) ?? '';
    const written = header.split(',');
    const columns = columnsOf(appFields).map(({ name }) => name);
    const shown = columns.filter((name) => !elsewhere.csv.some((one) => one.test(name)));
    expect(written).toEqual(
      shown.map((name) => {
        if (name === 'seats/basis') return 'seatsBasis';
        return name === 'seats/unknown' ? 'unknownUsage' : name.replace('seats/', '');
      }),
    );
  });

  it('is missed where it has no column', () => {
    expect(missing({ ...appFields, ...added }, appColumns, elsewhere.apps)).toContain('signedOn');
  });
});
