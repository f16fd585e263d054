/** What is said in a table of fields reaches everything that is made from it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../skill/analysis/base/contract.ts';
import { factIn, factValue } from '../../skill/analysis/facts/facts.ts';
import { recordToJson, toJson } from '../../skill/analysis/facts/to-json.ts';
import { analysisFields } from '../../skill/analysis/records/analysis.ts';
import { appFields } from '../../skill/analysis/records/app.ts';
import {
  namesOf,
  pickFields,
  type Decimal,
  type FieldTable,
  type Minor,
  type RecordField,
  type RecordOf,
} from '../../skill/analysis/records/field.ts';
import { findingFields } from '../../skill/analysis/records/finding.ts';
import { ledgerRowFields } from '../../skill/analysis/records/ledger-row.ts';
import { renewalFields } from '../../skill/analysis/records/renewal.ts';
import { totalsFields } from '../../skill/analysis/records/totals.ts';
import { recordSchema } from '../../skill/report/snapshot/field-schema.ts';
import { analyzed, readDemo } from '../report/demo-reading.ts';

let analysis: Analysis;

beforeAll(async () => {
  analysis = analyzed(await readDemo());
});

/** A record with a field of every kind, nested ones too. */
const sampleFields = {
  contractId: { kind: 'id' },
  name: { kind: 'text' },
  owner: { kind: 'person', nullable: true },
  price: { kind: 'money', per: 'year', nullable: true },
  signedOn: { kind: 'date' },
  share: { kind: 'share' },
  percent: { kind: 'number' },
  assumed: { kind: 'flag' },
  reason: { kind: 'enum', values: ['blank', 'unreadable'] },
  hidden: { kind: 'text', fact: false },
  note: { kind: 'text', optional: true },
  ifMissed: {
    kind: 'record',
    nullable: true,
    fields: {
      committedUntil: { kind: 'date' },
      committedAmount: { kind: 'money' },
      seats: { kind: 'count' },
      spare: { kind: 'count' },
    },
  },
  unreadable: {
    kind: 'list',
    of: { kind: 'record', fields: { field: { kind: 'text' }, worth: { kind: 'money', nullable: true } } },
  },
  native: {
    kind: 'record',
    fields: { amount: { kind: 'money', currency: 'currency' }, currency: { kind: 'text' } },
  },
} as const satisfies FieldTable;

const sample: RecordOf<typeof sampleFields, Minor> = {
  contractId: 7,
  name: 'Figma',
  owner: { id: '12' },
  price: 1_200_50,
  signedOn: '2026-03-01',
  share: 0.5,
  percent: -5,
  assumed: true,
  reason: 'blank',
  hidden: 'not cited',
  ifMissed: { committedUntil: '2027-03-01', committedAmount: 99_00, seats: 3, spare: 4 },
  unreadable: [
    { field: 'amount', worth: 1_00 },
    { field: 'end', worth: null },
  ],
  native: { amount: 1_200, currency: 'JPY' },
};

describe('a field in a table', () => {
  const json: RecordOf<typeof sampleFields, Decimal> = {
    ...sample,
    price: '1200.50',
    ifMissed: { committedUntil: '2027-03-01', committedAmount: '99.00', seats: 3, spare: 4 },
    unreadable: [
      { field: 'amount', worth: '1.00' },
      { field: 'end', worth: null },
    ],
    native: { amount: '1200', currency: 'JPY' },
  };
  const schema = recordSchema(sampleFields);

  it('leaves as JSON, money as decimal text in its own currency', () => {
    const convert = recordToJson(sampleFields);
    expect(convert?.(sample, 'USD')).toStrictEqual(json);
    expect(convert?.({ ...sample, price: null, ifMissed: null }, 'USD')).toMatchObject({
      price: null,
      ifMissed: null,
    });
    expect(recordToJson(pickFields(sampleFields, 'name', 'owner'))).toBeNull();
  });

  it('is in the schema, of its kind', () => {
    expect(schema.parse(json)).toStrictEqual(json);
    expect(schema.safeParse({ ...json, owner: null, price: null, ifMissed: null }).success).toBe(true);
    expect(schema.safeParse({ ...json, note: 'optional' }).success).toBe(true);
  });

  it.each([
    ['price', 1200.5],
    ['contractId', '7'],
    ['contractId', null],
    ['signedOn', 'soon'],
    ['share', 1.5],
    ['reason', 'other'],
    ['ifMissed', { committedUntil: '2027-03-01' }],
    ['unreadable', [{ field: 'amount' }]],
    ['misspelt', 1],
  ])('is refused by the schema where %s is %j', (name, value) => {
    expect(schema.safeParse({ ...json, [name]: value }).success).toBe(false);
  });

  it.each([
    ['name', { kind: 'text', text: 'Figma' }],
    ['owner', { kind: 'text', text: '12' }],
    ['price', { kind: 'money', minor: 1_200_50, currency: 'USD' }],
    ['signedOn', { kind: 'date', date: '2026-03-01' }],
    ['share', { kind: 'share', share: 0.5 }],
    ['reason', { kind: 'text', text: 'blank' }],
    ['ifMissed/committedAmount', { kind: 'money', minor: 99_00, currency: 'USD' }],
    ['ifMissed/seats', { kind: 'count', count: 3 }],
    ['native/amount', { kind: 'money', minor: 1_200, currency: 'JPY' }],
  ])('can be cited: %s', (path, fact) => {
    expect(factIn(sampleFields, sample, path.split('/'), 'USD')).toEqual(fact);
  });

  it.each(['contractId', 'hidden', 'ifMissed', 'unreadable', 'misspelt', 'name/more', 'ifMissed/misspelt'])(
    'cannot be cited: %s',
    (path) => {
      expect(factIn(sampleFields, sample, path.split('/'), 'USD')).toBeNull();
    },
  );

  it('of a record that is not there is unknown', () => {
    const path = ['ifMissed', 'committedAmount'];
    expect(factIn(sampleFields, { ...sample, ifMissed: null }, path, 'USD')).toEqual({ kind: 'unknown' });
  });

  it('that sums others is a fact, and unknown where one of them is', () => {
    const table: FieldTable = {
      ...sampleFields.ifMissed.fields,
      together: { kind: 'count', sumOf: ['seats', 'spare'] },
    };
    expect(factIn(table, { seats: 3, spare: 4 }, ['together'], 'USD')).toEqual({ kind: 'count', count: 7 });
    expect(factIn(table, { seats: 3, spare: null }, ['together'], 'USD')).toEqual({ kind: 'unknown' });
  });

  it('does not compile when it is misspelt or its value is of another kind', () => {
    // @ts-expect-error no such field
    expect(sample.prise).toBeUndefined();
    // @ts-expect-error a name is no number
    const wrong: RecordOf<typeof sampleFields, Minor> = { ...sample, contractId: 'seven' };
    expect(schema.safeParse(wrong).success).toBe(false);
  });
});

interface Published {
  readonly properties?: Readonly<Record<string, Published>>;
  readonly required?: readonly string[];
  readonly items?: Published;
  readonly anyOf?: readonly Published[];
}

const published = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../skill/assets/analysis.schema.json'), 'utf8'),
) as Published;

/** Paths of a table that its published schema lacks. */
function unpublished(table: FieldTable, schema: Published, path = ''): string[] {
  return Object.entries(table).flatMap(([name, field]) => {
    const here = schema.properties?.[name];
    const isRequired = schema.required?.includes(name) ?? false;
    if (here === undefined || isRequired === (field.optional ?? false)) return [`${path}/${name}`];
    return unpublishedIn(field, here, `${path}/${name}`);
  });
}

function unpublishedIn(field: RecordField, schema: Published, path: string): string[] {
  const own = field.nullable === true ? (schema.anyOf?.[0] ?? {}) : schema;
  if (field.kind === 'record') return unpublished(field.fields, own, path);
  return field.kind === 'list' ? unpublishedIn(field.of, own.items ?? {}, path) : [];
}

describe('the tables of an analysis', () => {
  it('are published field by field', () => {
    expect(unpublished(analysisFields, published)).toEqual([]);
  });

  it('are missed where the published schema has one field less', () => {
    const more = { kind: 'record', fields: { ...totalsFields, added: { kind: 'money' } } } as const;
    expect(unpublished({ ...analysisFields, totals: more }, published)).toEqual(['/totals/added']);
  });

  it.each([
    ['totals', totalsFields, () => 'totals'],
    ['app', appFields, () => `app/${analysis.apps[0]?.id}`],
    ['renewal', renewalFields, () => `renewal/${analysis.renewals[0]?.contractId}`],
    ['finding', findingFields, () => `finding/${analysis.findings[0]?.id}`],
    ['ledger', ledgerRowFields, () => `ledger/${analysis.ledger[0]?.id}`],
  ] satisfies [string, FieldTable, () => string][])(
    'give every %s its facts',
    (_, table: FieldTable, address) => {
      const kinds = ['money', 'count', 'share', 'date', 'text', 'enum', 'person'];
      const names = namesOf(table).filter((name) => factValue(analysis, `${address()}/${name}`) !== null);
      const citable = namesOf(table).filter(
        (name) => table[name]?.fact !== false && kinds.includes(table[name]?.kind ?? ''),
      );
      expect(names).toEqual(citable);
      expect(citable.length).toBeGreaterThan(5);
    },
  );

  it('hold no more and no less than the records of an analysis', () => {
    const { apps, renewals, findings, ledger, totals } = toJson(analysis);
    const records: [FieldTable, readonly object[]][] = [
      [analysisFields, [analysis]],
      [totalsFields, [totals]],
      [appFields, apps],
      [renewalFields, renewals],
      [findingFields, findings],
      [ledgerRowFields, ledger],
    ];
    for (const [table, rows] of records) {
      expect(rows.length).toBeGreaterThan(0);
      const always = namesOf(table).filter((name) => table[name]?.optional !== true);
      for (const row of rows) {
        const names = Object.keys(row);
        expect(names.filter((name) => !namesOf(table).includes(name))).toEqual([]);
        expect(always.filter((name) => !names.includes(name))).toEqual([]);
      }
    }
  });
});
