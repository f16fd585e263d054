import type { Contract } from '../../mapping/portfolio.ts';
import type { Unreadable } from '../base/contract.ts';
import { readContractFields } from '../base/unreadable.ts';

/** Most contracts can be read; they share this. */
const nothing: readonly Unreadable[] = [];

export function unreadableIn(contract: Contract): readonly Unreadable[] {
  if (readContractFields.every((field) => contract[field].kind !== 'invalid')) return nothing;
  return readContractFields.flatMap((field) => {
    const value = contract[field];
    return value.kind === 'invalid' ? [{ field, raw: value.raw }] : [];
  });
}
