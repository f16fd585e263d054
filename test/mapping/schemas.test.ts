import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { assets } from '../../skill/assets/assets.ts';
import { checkAssets } from '../../skill/assets/check-assets.ts';
import { parseMapping } from '../../skill/mapping/files/check.ts';
import { parseDecisions } from '../../skill/mapping/files/decisions-file.ts';
import { parseBaseline } from '../../skill/report/snapshot/baseline.ts';
import { parseSnapshot, takeSnapshot } from '../../skill/report/snapshot/snapshot.ts';
import { acceptsAsPublished, schemaFolder } from './published.ts';
import { complete, definition, mappingInput, recordsWith } from './sample.ts';

const field = { key: 'x' };
const money = { key: 'x', unit: 'minor' };
const fieldsOf = (app: object, contract: object = {}) => ({ fields: { app, contract } });

/** Parts that make a right mapping wrong, all of them expressible in JSON Schema. */
const wrongMappings: object[] = [
  { schemaVersion: 2 },
  { schemaVersion: '1' },
  { tenant: null },
  { tenant: { name: '', currency: 'USD' } },
  { tenant: { name: 'A', currency: 'usd' } },
  { tenant: { name: 'A', currency: 'USD', fiscalYearStart: 'January' } },
  { tenant: { name: 'A', currency: 'USD', size: 3 } },
  { status: 'final' },
  { status: 'approved' },
  { status: 'approved', approval: { by: 'Ada' } },
  { approval: { by: 'Ada', at: 'today' } },
  { unknown: 1 },
  fieldsOf({ spend12m: { key: 'expenses' } }),
  fieldsOf({ spend12m: { ...money, unit: 'cents' } }),
  fieldsOf({ spend12m: { ...money, window: 'year' } }),
  fieldsOf({ owner: { key: '' } }),
  fieldsOf({ owner: 'primaryOwner' }),
  fieldsOf({ spend: money }),
  fieldsOf({}, { annualValue: field }),
  fieldsOf({}, { unitPrice: money }),
  fieldsOf({}, { termEnd: { key: 'endDate', unit: 'minor' } }),
  { fields: { app: {} } },
  { organizationalView: { label: 'D', entity: 'users', key: 'd' } },
  { organizationalView: { label: 'D', entity: 'user' } },
  { organizationalView: 'department' },
  { states: { Parked: 'paused' } },
  { thresholds: { inactiveDays: -1 } },
  { thresholds: { inactiveDays: 1.5 } },
  { thresholds: { overlapContainment: 0 } },
  { thresholds: { perApp: { 7: {} } } },
  { rightSizing: { policy: 'guess' } },
  { rightSizing: { perApp: { 7: { seats: -1 } } } },
  { defaults: { noticeDays: '30' } },
  { rates: { asOf: '2026-11-01', source: 'x', perUnit: { EUR: 1.08 } } },
  { rates: { asOf: '2026-11-01', source: 'x', perUnit: { euro: '1.08' } } },
  { suites: [{ appId: 1 }] },
  { exempt: [{ idUser: 1 }] },
  { exempt: [{ idUser: 'ada', reason: 'x' }] },
  { exclude: { hidden: 'yes' } },
  { connector: { uuid: 7 } },
];

const rightMappings: object[] = [
  {},
  { status: 'approved', approval: { by: 'Ada', at: '2026-11-22' } },
  fieldsOf({ spend12m: { ...money, window: 'fiscalYear', confirmed: true }, owner: field }),
  fieldsOf({}, { unitPrice: { ...money, period: 'month' }, termEnd: field }),
  { organizationalView: { label: 'D', entity: 'user', key: 'd', sourceIdApp: 7, values: { Eng: 'E' } } },
  { rates: { asOf: '2026-11-01', source: 'ECB', perUnit: { EUR: '1.08' } } },
  { thresholds: { perApp: { 7: { inactiveDays: 180, reason: 'seasonal' } } } },
];

describe('the schema of a mapping', () => {
  it.each(wrongMappings)('refuses %j, as the code does', (part) => {
    const json = { ...mappingInput(), ...part };
    expect(parseMapping(json).ok).toBe(false);
    expect(acceptsAsPublished('tenant-mapping', json)).toBe(false);
  });

  it.each(rightMappings)('accepts %j, as the code does', (part) => {
    const json = { ...mappingInput(), ...part };
    expect(parseMapping(json).ok).toBe(true);
    expect(acceptsAsPublished('tenant-mapping', json)).toBe(true);
  });

  it('accepts the template, and so does the code', () => {
    const template: unknown = JSON.parse(
      readFileSync(join(schemaFolder, 'tenant-mapping-template.json'), 'utf8'),
    );
    expect(acceptsAsPublished('tenant-mapping', template)).toBe(true);
    expect(parseMapping(template).ok).toBe(true);
  });
});

describe('the other schemas', () => {
  const by = { by: 'Ada', at: '2026-11-22' };
  const decision = { verdict: 'accepted', ...by };
  const file = { schemaVersion: 1, tenant: 'Brindle' };

  it.each<[object, boolean]>([
    [{ decisions: [{ ...decision, appId: 1 }] }, true],
    [{ edits: [{ appId: 1, action: 'replaceBy', survivorId: 2, ...by }] }, true],
    [{ decisions: [decision] }, false],
    [{ decisions: [{ ...decision, appId: 1, finding: 'x' }] }, false],
    [{ decisions: [{ ...decision, appId: 1, verdict: 'snoozed-until' }] }, false],
    [{ edits: [{ appId: 1, action: 'replaceBy', ...by }] }, false],
    [{ edits: [{ appId: 1, action: 'keep', ...by, tierPrice: 1.5 }] }, false],
    [{ edits: [{ appId: 1, action: 'keep', at: '2026-11-22' }] }, false],
  ])('decisions %j: %s', (part, right) => {
    expect(parseDecisions({ ...file, ...part }).ok).toBe(right);
    expect(acceptsAsPublished('decisions', { ...file, ...part })).toBe(right);
  });

  it('agree on a snapshot', () => {
    const snapshot = takeSnapshot(
      recordsWith({
        apps: [{ id: 1, name: 'Box' }],
        fields: [definition('app', 'name', 'Name')],
        completeness: [complete('apps', 1)],
      }),
    );
    const wrong: unknown[] = [
      { ...snapshot, kind: 'other' },
      { ...snapshot, schemaVersion: 2 },
      { ...snapshot, apps: [1] },
      { ...snapshot, apps: undefined },
      { ...snapshot, completeness: [{ ...complete('apps', 1), status: 'fine' }] },
      { ...snapshot, appUsers: [{ users: [] }] },
      { ...snapshot, extra: 1 },
    ];
    for (const json of [snapshot, ...wrong].map((value): unknown => JSON.parse(JSON.stringify(value)))) {
      expect(acceptsAsPublished('snapshot', json)).toBe(parseSnapshot(json).ok);
    }
    expect(parseSnapshot(snapshot).ok).toBe(true);
    expect(wrong.some((json) => parseSnapshot(json).ok)).toBe(false);
  });

  it('agree on a baseline', () => {
    const wrong = {
      schemaVersion: 1,
      tenant: 'A',
      asOf: '2026-11-22',
      currency: 'USD',
      inputs: 'h',
      totals: {},
    };
    expect(parseBaseline(wrong).ok).toBe(false);
    expect(acceptsAsPublished('baseline', wrong)).toBe(false);
  });

  it('say what they are', () => {
    for (const { file: name, text } of assets().filter((asset) => asset.file.endsWith('.schema.json'))) {
      const schema = JSON.parse(text) as Record<string, unknown>;
      expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
      expect(schema['$id']).toContain(name.replace('.schema.json', ''));
      expect(schema['title']).toBeTruthy();
      expect(schema['description']).toBeTruthy();
    }
  });
});

describe('the check of generated files', () => {
  const copy = mkdtempSync(join(tmpdir(), 'assets-'));
  afterAll(() => rmSync(copy, { recursive: true }));

  it('passes on the committed files', () => {
    expect(checkAssets(assets(), schemaFolder)).toEqual({ ok: true, checked: 8, stale: [] });
  });

  it('fails on drift, on a missing file, and when there is nothing to check', () => {
    const [first, second] = assets();
    if (!first || !second) throw new Error('there are assets');
    writeFileSync(join(copy, first.file), first.text);
    expect(checkAssets([first], copy).ok).toBe(true);
    expect(checkAssets([first, second], copy)).toEqual({ ok: false, checked: 2, stale: [second.file] });
    writeFileSync(join(copy, first.file), `${first.text} `);
    expect(checkAssets([first], copy).stale).toEqual([first.file]);
    expect(checkAssets([], copy).ok).toBe(false);
  });
});
