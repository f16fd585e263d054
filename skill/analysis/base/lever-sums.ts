import { levers, type Analysis, type Lever, type Minor } from './contract.ts';

export interface LeverSum {
  readonly lever: Lever;
  /** Null where no row counts seats. */
  readonly seats: number | null;
  readonly hardAnnual: Minor;
  readonly next12: Minor;
  readonly inYear: Minor;
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

export function sumsOf(rows: Analysis['ledger']): Omit<LeverSum, 'lever'> {
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
