/**
 * Columns made from a table of fields, so that what is added to a record is a column of its files.
 * A record within a record gives one column for each of its fields, named as its facts are, such as
 * "seats/inactive". People and lists of records give none.
 */
import { labelIn, type FieldTable, type RecordField } from '../../analysis/contract.ts';

type NoColumn = { kind: 'person' | 'described' } | { kind: 'list'; of: { kind: 'record' } };

/** The names of the columns of a table. */
export type ColumnName<Table extends FieldTable> = {
  [Name in keyof Table & string]: Table[Name] extends NoColumn
    ? never
    : Table[Name] extends { kind: 'record'; fields: infer Fields extends FieldTable }
      ? `${Name}/${ColumnName<Fields>}`
      : Name;
}[keyof Table & string];

export interface FieldColumn<Name extends string = string> {
  readonly name: Name;
  readonly field: RecordField;
  /** In lower case, such as "inactive seats" or "cost a year". */
  readonly label: string;
  /** What a row holds; null where it or the record around it is unknown. */
  readonly valueOf: (row: object) => unknown;
}

export function columnsOf<Table extends FieldTable>(table: Table): readonly FieldColumn<ColumnName<Table>>[];
export function columnsOf(table: FieldTable): readonly FieldColumn[] {
  return columnsIn(table, []).map(({ path, field }) => ({
    name: path.join('/'),
    field,
    label: labelIn(table, path),
    valueOf: (row) => valueAt(row, path),
  }));
}

/** The names of columns in order: those that come first, then what else the table holds. */
export function columnOrder<Table extends FieldTable, const First extends string>(
  table: Table,
  first: readonly First[],
  without: readonly ColumnName<Table>[],
): readonly (First | ColumnName<Table>)[] {
  const placed = new Set<string>([...first, ...without]);
  return [...first, ...columnsOf(table).flatMap(({ name }) => (placed.has(name) ? [] : name))];
}

interface Found {
  readonly path: readonly string[];
  readonly field: RecordField;
}

function columnsIn(table: FieldTable, parents: readonly string[]): Found[] {
  return Object.entries(table).flatMap(([name, field]) => {
    const path = [...parents, name];
    if (field.kind === 'record') return columnsIn(field.fields, path);
    return hasColumn(field) ? [{ path, field }] : [];
  });
}

function hasColumn(field: RecordField): boolean {
  if (field.kind === 'list') return field.of.kind !== 'record' && hasColumn(field.of);
  return field.kind !== 'person' && field.kind !== 'described';
}

function valueAt(row: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : null),
    row,
  );
}
