/** What the records hold that cannot be read, as it is written there. */
import type { App, Contract, LicenseLine, Licenses, Value } from '../../mapping/portfolio.ts';
import type { Unreadable } from './contract.ts';

export const readAppFields = [
  'state',
  'category',
  'vendor',
  'owner',
  'spend12m',
  'activeUsers',
  'lastUsedAt',
  'usageSource',
  'licenses',
] as const satisfies readonly (keyof App)[];

export const readLicenseFields = [
  'purchased',
  'active',
  'inactive',
  'unassigned',
  'annualCost',
] as const satisfies readonly (keyof Licenses & keyof LicenseLine)[];

/** Fields of a contract that may hold what cannot be read, named as in the mapping. */
export const readContractFields = [
  'status',
  'owner',
  'termStart',
  'termEnd',
  'noticeDays',
  'cancelBy',
  'autoRenew',
  'renewalTermMonths',
  'annualValue',
  'totalValue',
  'seats',
  'commitSeats',
  'unitPrice',
] as const satisfies readonly (keyof Contract)[];

const none: readonly Unreadable[] = [];

/** Most apps can be read; they share one empty list. A field of several license lines is listed for each. */
export function unreadableOf(app: App): readonly Unreadable[] {
  if (app.licenses.kind !== 'known' && isRead(app)) return none;
  const found: Unreadable[] = [];
  for (const field of readAppFields) note(field, app[field], found);
  if (app.licenses.kind === 'known') {
    const { lines } = app.licenses.value;
    for (const record of [app.licenses.value, ...lines]) {
      for (const field of readLicenseFields) note(`licenses.${field}`, record[field], found);
    }
  }
  return found.length === 0 ? none : found;
}

function isRead(app: App): boolean {
  for (const field of readAppFields) if (app[field].kind === 'invalid') return false;
  return true;
}

function note(field: string, value: Value<unknown>, found: Unreadable[]): void {
  if (value.kind === 'invalid') found.push({ field, raw: value.raw });
}
