/** Rows by app id that are made when asked for and never kept: a page that opens one app pays for one. */
export class LazyRows<Row> implements ReadonlyMap<number, readonly Row[]> {
  readonly #ids: ReadonlySet<number>;
  readonly #rowsOf: (id: number) => Row[];

  constructor(ids: readonly number[], rowsOf: (id: number) => Row[]) {
    this.#ids = new Set(ids);
    this.#rowsOf = rowsOf;
  }

  get size(): number {
    return this.#ids.size;
  }

  has(id: number): boolean {
    return this.#ids.has(id);
  }

  get(id: number): Row[] | undefined {
    return this.#ids.has(id) ? this.#rowsOf(id) : undefined;
  }

  keys(): MapIterator<number> {
    return this.#ids.keys();
  }

  *entries(): Generator<[number, Row[]], undefined> {
    for (const id of this.#ids) yield [id, this.#rowsOf(id)];
    return undefined;
  }

  *values(): Generator<Row[], undefined> {
    for (const [, rows] of this) yield rows;
    return undefined;
  }

  forEach(visit: (rows: readonly Row[], id: number, map: ReadonlyMap<number, readonly Row[]>) => void): void {
    for (const [id, rows] of this) visit(rows, id, this);
  }

  [Symbol.iterator](): Generator<[number, Row[]], undefined> {
    return this.entries();
  }
}
