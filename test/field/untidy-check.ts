/** A situation of a tenant, and what the published JSON and the report must say of it. */
import { expect } from 'vitest';
import { contract, placeIn, told, type Row, type Untidy } from './untidy-tenant.ts';

export interface Situation extends Untidy {
  readonly situation: string;
  /** Places in the JSON, and what is there. */
  readonly is: Readonly<Record<string, unknown>>;
  /** Types of findings that there must be, and that there must not be. */
  readonly finds?: readonly string[];
  readonly spares?: readonly string[];
  readonly says?: readonly string[];
  readonly never?: readonly string[];
}

export function checkSituation(tenant: Situation): void {
  const { is, finds = [], spares = [], says = [], never = [] } = tenant;
  const { json, report } = told(tenant);
  const found = Object.fromEntries(Object.keys(is).map((place) => [place, placeIn(json, place)]));
  expect(found).toEqual(is);
  for (const type of finds) expect(placeIn(json, `findings[type=${type}].type`)).toBe(type);
  for (const type of spares) expect(placeIn(json, `findings[type=${type}]`)).toBeUndefined();
  for (const words of says) expect(report).toContain(words);
  for (const words of never) expect(report).not.toContain(words);
  expect(placeIn(json, 'selfAudit[ok=false]')).toBeUndefined();
}

/** Contracts 1, 2, … of app 9. */
export function of9(...parts: readonly Row[]): Row[] {
  return parts.map((part, index) => contract(index + 1, 9, part));
}

export const rates = { asOf: '2026-06-01', source: 'x', perUnit: { EUR: '1.10' } };
export const cost = 'apps[id=9].costAnnual';
export const whole = 'apps[id=9].costComplete';

/** A field of a renewal, and of a contract that the cost leaves out. */
export function one(field: string, id = 1): string {
  return `renewals[contractId=${id}].${field}`;
}

export function left(field: string, id = 2): string {
  return `apps[id=9].leftOut[contractId=${id}].${field}`;
}
