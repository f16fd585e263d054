/**
 * Records sorted by id, each id once. Of records that share an id the one whose text sorts first stays,
 * so that the order in which they arrived decides nothing.
 */
export function uniqueById<Row extends { readonly id: number }>(rows: readonly Row[]): Row[] {
  if (isAscending(rows)) return [...rows];
  const byId = new Map<number, Row>();
  for (const row of rows) {
    const other = byId.get(row.id);
    if (other === undefined || textOf(row) < textOf(other)) byId.set(row.id, row);
  }
  return [...byId.values()].toSorted((a, b) => a.id - b.id);
}

/** Sorted and without repeats; then there is nothing to do. */
function isAscending(rows: readonly { readonly id: number }[]): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const { id } of rows) {
    if (id <= last) return false;
    last = id;
  }
  return true;
}

function textOf(row: object): string {
  return JSON.stringify(row);
}
