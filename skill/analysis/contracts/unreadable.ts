import type { Contract } from '../../mapping/portfolio.ts';
import type { Unreadable } from '../base/contract.ts';

/** Fields of a contract that may hold what cannot be read, named as in the mapping. */
const readFields = [
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

/** Most contracts can be read; they share this. */
const nothing: readonly Unreadable[] = [];

export function unreadableIn(contract: Contract): readonly Unreadable[] {
  if (readFields.every((field) => contract[field].kind !== 'invalid')) return nothing;
  return readFields.flatMap((field) => {
    const value = contract[field];
    return value.kind === 'invalid' ? [{ field, raw: value.raw }] : [];
  });
}
