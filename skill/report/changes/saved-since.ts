import type { Analysis, Minor } from '../../analysis/contract.ts';
import { sum } from '../../analysis/facts.ts';
import type { Baseline } from '../snapshot/baseline.ts';
import { savedContracts } from './saved-contracts.ts';

/** What contracts cost less than in an earlier run, a year; null where the two cannot be compared. */
export function savedSince(analysis: Analysis, earlier: Baseline | null): Minor | null {
  if (earlier === null || earlier.asOf > analysis.asOf) return null;
  if (earlier.tenant !== analysis.inputs.mapping.tenant || earlier.currency !== analysis.currency)
    return null;
  return sum(savedContracts(analysis, earlier), ({ annual }) => annual);
}
