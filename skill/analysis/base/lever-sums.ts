import { levers, type leverSumFields } from '../records/ledger-row.ts';
import type { RecordOf } from '../records/field.ts';
import type { Analysis, Lever, Minor } from './contract.ts';

/** What rows of the ledger add up to; seats are null where no row counts them. */
interface Sums extends RecordOf<typeof leverSumFields, Minor> {}

export interface LeverSum extends Sums {
  readonly lever: Lever;
}

/** The ledger by lever, in the order in which levers are attributed; sums to baseline − projected. */
export function leversOf(analysis: Analysis): LeverSum[] {
  return levers.flatMap((lever) => {
    const rows = rowsOf(analysis, lever);
    return rows.every(({ hardAnnual }) => hardAnnual === 0) ? [] : [{ lever, ...sumsOf(rows) }];
  });
}

/** Rows that apply of one lever, or of all of them; those of a name that is no lever are none. */
export function rowsOf({ ledger }: Analysis, lever: string): Analysis['ledger'] {
  return ledger.filter((row) => row.supersededBy === null && (lever === 'all' || row.lever === lever));
}

export function sumsOf(rows: Analysis['ledger']): Sums {
  const counted = rows.filter(({ seats }) => seats !== null);
  return {
    seats: counted.length === 0 ? null : sum(counted, ({ seats }) => seats ?? 0),
    hardAnnual: sum(rows, (row) => row.hardAnnual),
    next12: sum(rows, (row) => row.next12),
    inYear: sum(rows, (row) => row.inYear),
  };
}

export function sum<Row>(rows: readonly Row[], of: (row: Row) => Minor): Minor {
  return rows.reduce((total, row) => total + of(row), 0);
}
