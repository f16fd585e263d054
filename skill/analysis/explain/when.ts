import type { Analysis } from '../base/contract.ts';
import type { FactAddress } from '../facts/facts.ts';
import { rowsAt, whenFields } from '../decisions/money-by-when.ts';
import { fieldIn } from '../records/field.ts';
import type { Derivation } from './explanation.ts';

/** Money by when it leaves is made of rows of the ledger. */
export function explainWhen({ id, field }: FactAddress, analysis: Analysis): Derivation {
  const less = rowsAt(analysis, id, 'less');
  const more = rowsAt(analysis, id, 'more');
  const rows = { addedAnnual: more, netAddedAnnual: [...more, ...less] }[field] ?? less;
  return {
    formula: fieldIn(whenFields, field)?.how ?? 'Counted.',
    assumptions: analysis.totals.partial ? ['Partial: not every record behind this was read.'] : [],
    from: rows.map((row) => `ledger/${row.id}/hardAnnual`),
    sources: [],
  };
}
