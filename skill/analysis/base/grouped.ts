/** Rows by a key, groups and rows in the order in which they came. */
export function grouped<Key, Row>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** Rows of which something is true, and the others. */
export function split<Row>(rows: readonly Row[], isTrue: (row: Row) => boolean): [Row[], Row[]] {
  const having: Row[] = [];
  const others: Row[] = [];
  for (const row of rows) (isTrue(row) ? having : others).push(row);
  return [having, others];
}
