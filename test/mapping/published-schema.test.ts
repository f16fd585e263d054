import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mappingSchema, type TenantMappingInput } from '../../skill/mapping/base/mapping.ts';
import { readMapping } from '../../skill/mapping/files/mapping-file.ts';
import { checkAgainst } from '../../skill/mapping/files/published-schema.ts';
import type { JsonObject, JsonValue } from '../../skill/torii/base/json.ts';
import { mappingInput } from './sample.ts';

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

const whole = JSON.parse(JSON.stringify(full)) as JsonObject;
const places = fc.constantFrom(...pathsIn(whole));
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

describe('the published schema', () => {
  it('accepts and fills in exactly what zod does', () => {
    fc.assert(
      fc.property(places, replacement, (path, put) => {
        const json = changed(whole, path, put);
        const zod = mappingSchema.safeParse(json);
        const ours = readMapping(json);
        expect(ours.ok ? ours.mapping : null).toEqual(zod.success ? zod.data : null);
      }),
      { numRuns: 3000 },
    );
  });

  it('hands out defaults that nobody else holds', () => {
    const [one, other] = [readMapping(mappingInput()), readMapping(mappingInput())];
    if (!one.ok || !other.ok) throw new Error('the mapping is right');
    expect(one.mapping.states).not.toBe(other.mapping.states);
    expect(one.mapping.suites).not.toBe(other.mapping.suites);
  });

  it('leaves what it was given as it was', () => {
    const given = structuredClone(mappingInput());
    readMapping(given);
    expect(given).toEqual(mappingInput());
  });

  it.each([
    [{ type: 'number', maximum: 3 }, 4, '4 is not a number of at most 3.'],
    [{ type: 'number', exclusiveMinimum: 0 }, 0, '0 is not a number above 0.'],
    [{ type: 'string', pattern: '^a+$' }, 'b', '"b" is not a text like ^a+$.'],
    [{ type: ['string', 'null'] }, 3, '3 is not a text in quotes.'],
    [{ anyOf: [{ type: 'integer' }, { type: 'null' }] }, 'x', '"x" is not a whole number.'],
  ])('%j says of %j what it should be', (schema, json, message) => {
    expect(checkAgainst(schema, json).problems.map((problem) => problem.message)).toEqual([message]);
  });
});
