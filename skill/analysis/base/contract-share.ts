import type { AssessedApp } from './assessed.ts';
import type { Minor } from './contract.ts';
import { allocate } from './money.ts';

/**
 * The part of an app's money that hangs on one of its contracts, in proportion to what the contracts cost a
 * year; null where that is not known of each. An app with one contract gives all of it to that one.
 */
export function contractShare({ binding }: AssessedApp, contractId: number, money: Minor): Minor | null {
  const index = binding.findIndex(({ contract }) => contract.id === contractId);
  if (index < 0) return null;
  if (binding.length === 1) return money;
  const weights = binding.map(({ annual }) => annual?.minor ?? null);
  const known = weights.filter((weight) => weight !== null);
  return known.length < weights.length ? null : (allocate(money, known)[index] ?? null);
}
