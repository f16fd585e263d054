/**
 * Records sorted by id, each id once. Of records that share an id the one whose text sorts first stays,
 * so that the order in which they arrived decides nothing.
 */
export function uniqueById<Row extends { readonly id: number }>(rows: readonly Row[]): Row[] {
  const byId = new Map<number, Row>();
  for (const row of rows) {
    const other = byId.get(row.id);
    if (other === undefined || textOf(row) < textOf(other)) byId.set(row.id, row);
  }
  return [...byId.values()].toSorted((a, b) => a.id - b.id);
}

function textOf(row: object): string {
  return JSON.stringify(row);
}
