import type { Analysis } from '../base/contract.ts';
import type { FactAddress } from '../facts/facts.ts';
import { rowsOf } from '../base/lever-sums.ts';
import type { Derivation } from './explanation.ts';

/** A lever is the sum of its rows of the ledger, app by app. */
export function explainLever({ id, field }: FactAddress, analysis: Analysis): Derivation {
  const rows = rowsOf(analysis, id);
  return {
    formula: `Sum over the ledger rows that apply${id === 'all' ? '' : ' of this lever'}.`,
    assumptions: [...new Set(rows.flatMap(({ assumptions }) => assumptions))],
    from: rows.map((row) => `ledger/${row.id}/${field}`),
    sources: [],
  };
}
