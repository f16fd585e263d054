import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TenantMappingInput } from '../../skill/mapping/base/mapping.ts';
import { readMapping } from '../../skill/mapping/files/mapping-file.ts';
import type { RecordField } from '../../skill/analysis/records/field.ts';
import { totalsFields } from '../../skill/analysis/records/totals.ts';
import { parseBaseline } from '../../skill/report/snapshot/baseline.ts';
import { parseDecisions } from '../../skill/mapping/files/decisions-file.ts';
import { parseSnapshot, takeSnapshot } from '../../skill/report/snapshot/snapshot.ts';
import type { JsonObject, JsonValue } from '../../skill/torii/base/json.ts';
import { acceptsAsPublished } from './published.ts';
import { complete, definition, mappingInput, recordsWith } from './sample.ts';

/** Every kind of entry once, so that a change can hit any of them. */
const full: TenantMappingInput = mappingInput({
  approval: { by: 'Ada', at: '2026-11-22', note: 'checked' },
  connector: {
    uuid: 'x',
    tools: { capturedAt: '2026-11-22', offered: [{ name: 'a', args: ['b'], style: 'older' }] },
  },
  organizationalView: {
    label: 'D',
    entity: 'user',
    key: 'd',
    sourceIdApp: 7,
    values: { Eng: 'Engineering' },
  },
  fields: {
    app: {
      spend12m: { key: 'expenses', unit: 'minor', window: 'fiscalYear' },
      owner: { key: 'o', confirmed: true },
    },
    contract: { unitPrice: { key: 'p', unit: 'major', period: 'month' }, seats: { key: 's' } },
  },
  states: { Parked: 'closing' },
  thresholds: { perApp: { 7: { inactiveDays: 180, reason: 'seasonal' } } },
  rightSizing: { perApp: { 7: { policy: 'seats', seats: 3 } } },
  rates: { asOf: '2026-11-01', source: 'ECB', perUnit: { EUR: '1.08' } },
  suites: [{ appId: 1, includes: [2] }],
  exempt: [{ idUser: 1, reason: 'x' }],
  exclude: { appIds: [3] },
});

function pathsIn(value: JsonValue, path: readonly string[] = []): (readonly string[])[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [path, ...inner.flatMap(([key, child]) => pathsIn(child, [...path, key]))];
}

/** The value with one place replaced, or taken out where there is nothing to put in. */
function changed(
  value: JsonValue,
  [key, ...rest]: readonly string[],
  put: JsonValue | undefined,
): JsonValue | undefined {
  if (key === undefined) return put;
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      String(index) === key ? (changed(item, rest, put) ?? []) : [item],
    );
  }
  const object: JsonObject = { ...(value as JsonObject) };
  const inner = changed(object[key] ?? null, rest, put);
  delete object[key];
  return inner === undefined ? object : { ...object, [key]: inner };
}

const asJson = (value: unknown) => JSON.parse(JSON.stringify(value)) as JsonObject;

const odd = fc.constantFrom<JsonValue>(
  '',
  'x',
  'USD',
  'user',
  '2026-11-22',
  0,
  -1,
  1.5,
  1e300,
  null,
  true,
  [],
  {},
  [1],
  { a: 1 },
  { key: 'x' },
);
const replacement = fc.option(fc.oneof(odd, fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>), {
  nil: undefined,
});

const by = { by: 'Ada', at: '2026-11-22' };
const amount = '10.00';

const decisions = {
  schemaVersion: 1,
  tenant: 'Brindle',
  decisions: [
    { appId: 1, verdict: 'snoozed-until', until: '2027-01-01', reason: 'later', ...by },
    { finding: 'departed:app-1:x', verdict: 'accepted', ...by },
  ],
  edits: [
    { appId: 1, action: 'replaceBy', survivorId: 2, oneTime: amount, note: 'x', ...by },
    { appId: 3, action: 'keep', seatTarget: 4, tierPrice: amount, pricePercent: 5, ...by },
  ],
};

/** A value of the kind that a field of the totals has. */
function sampleOf(field: RecordField): unknown {
  if (field.kind === 'enum') return field.values[0];
  if (field.kind !== 'record') return field.kind === 'money' ? amount : field.kind === 'flag' ? true : 3;
  return Object.fromEntries(Object.entries(field.fields).map(([name, part]) => [name, sampleOf(part)]));
}

const baseline = {
  schemaVersion: 1,
  tenant: 'Brindle',
  asOf: '2026-11-22',
  currency: 'USD',
  inputs: 'h',
  totals: sampleOf({ kind: 'record', fields: totalsFields }),
  apps: [
    {
      id: 1,
      name: 'Box',
      stateClass: 'sanctioned',
      costAnnual: amount,
      costBasis: 'contract',
      costComplete: 'whole',
      purchased: 3,
    },
  ],
  renewals: [
    { contractId: 2, appId: 1, name: 'Box', termEnd: '2027-01-01', deadline: null, annualValue: null },
  ],
  findings: [{ id: 'x:1:y', appId: null, amount: null }],
};

const snapshot = takeSnapshot(
  recordsWith({
    apps: [{ id: 1, name: 'Box' }],
    fields: [definition('app', 'name', 'Name')],
    completeness: [complete('apps', 1)],
  }),
);

/** A right file of each kind, and the code that reads it. */
const files: readonly (readonly [string, JsonObject, (json: unknown) => boolean])[] = [
  ['tenant-mapping', asJson(full), (json) => readMapping(json).ok],
  ['decisions', asJson(decisions), (json) => parseDecisions(json).ok],
  ['baseline', asJson(baseline), (json) => parseBaseline(json).ok],
  ['snapshot', asJson(snapshot), (json) => parseSnapshot(json).ok],
];

describe.each(files)('the published schema of %s', (name, whole, reads) => {
  it('and the code accept the same files, whatever one place of them holds', () => {
    expect(reads(whole)).toBe(true);
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...pathsIn(whole)), replacement, (path, put) => {
        const json = changed(whole, path, put) ?? null;
        refused += reads(json) ? 0 : 1;
        expect(acceptsAsPublished(name, json), JSON.stringify(json)).toBe(reads(json));
      }),
      { numRuns: 1500 },
    );
    expect(refused).toBeGreaterThan(100);
  });
});

describe('reading a mapping', () => {
  it('hands out defaults that are shared with no other mapping', () => {
    const [one, other] = [readMapping(mappingInput()), readMapping(mappingInput())];
    if (!one.ok || !other.ok) throw new Error('the mapping is right');
    expect(one.value.states).not.toBe(other.value.states);
    expect(one.value.suites).not.toBe(other.value.suites);
  });

  it('leaves what it was given as it was', () => {
    const given = structuredClone(mappingInput());
    readMapping(given);
    expect(given).toEqual(mappingInput());
  });
});
