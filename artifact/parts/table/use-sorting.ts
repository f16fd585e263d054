import { useMemo, useState } from 'react';
import type { Column } from './column.ts';

export interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

export interface Sorted<Row> {
  readonly rows: readonly Row[];
  /** Null = the order in which the rows were given. */
  readonly by: Sorting | null;
  readonly sortBy: (by: Sorting) => void;
}

/** Rows in the order a person asks for; sorted again only when the rows or the order change. */
export function useSorting<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  first: Sorting | null = null,
): Sorted<Row> {
  const [by, sortBy] = useState(first);
  const ordered = useMemo(() => sortRows(rows, columns, by), [rows, columns, by]);
  return { rows: ordered, by, sortBy };
}

/** Stable; unknowns stay at the end whichever way the rest is turned. */
function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  by: Sorting | null,
): readonly Row[] {
  const order = columns.find((column) => column.key === by?.key)?.order;
  if (!by || !order) return rows;
  const sign = by.descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: order(row) }))
    .toSorted((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return sign * compare(a.value, b.value);
    })
    .map(({ row }) => row);
}

const alphabet = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return alphabet.compare(String(a), String(b));
}
