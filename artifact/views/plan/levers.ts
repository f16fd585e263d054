import { levers, type Analysis, type Lever, type Minor } from '../../../skill/analysis/contract.ts';

export interface LeverSum {
  readonly lever: Lever;
  /** Null where no row counts seats. */
  readonly seats: number | null;
  readonly hardAnnual: Minor;
  readonly next12: Minor;
  readonly inYear: Minor;
}

/** The ledger by lever, in the order in which levers are attributed; sums to baseline − projected. */
export function leversOf({ ledger }: Analysis): LeverSum[] {
  return levers.flatMap((lever) => {
    const rows = ledger.filter((row) => row.lever === lever && row.supersededBy === null);
    if (rows.every(({ hardAnnual }) => hardAnnual === 0)) return [];
    const counted = rows.filter(({ seats }) => seats !== null);
    return [
      {
        lever,
        seats: counted.length === 0 ? null : sum(counted, ({ seats }) => seats ?? 0),
        hardAnnual: sum(rows, (row) => row.hardAnnual),
        next12: sum(rows, (row) => row.next12),
        inYear: sum(rows, (row) => row.inYear),
      },
    ];
  });
}

export function sum<Row>(rows: readonly Row[], of: (row: Row) => Minor): Minor {
  return rows.reduce((total, row) => total + of(row), 0);
}

export const leverNames: Readonly<Record<Lever, string>> = {
  retire: 'Retired apps',
  consolidate: 'Replaced apps',
  bundle: 'Covered by a suite',
  departed: 'Seats of people who left',
  unassigned: 'Unassigned seats',
  inactive: 'Inactive seats',
  tier: 'Cheaper tier',
  price: 'Price asks',
  'added-seats': 'Seats added elsewhere',
};
