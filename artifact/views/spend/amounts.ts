import type { Minor } from '../../../skill/analysis/contract.ts';
import { decimal } from '../../../skill/analysis/money.ts';
import type { Cell } from '../../../skill/report/csv.ts';

/** An amount as a cell of a file; what is not known stays empty. */
export function amountCell(minor: Minor | null, currency: string): Cell {
  return minor === null ? null : { decimal: decimal(minor, currency) };
}
