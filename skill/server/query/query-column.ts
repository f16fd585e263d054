/** Columns that can be asked for: every field of a record, by the table that the record is made from. */
import type { FieldTable, RecordField } from '../../analysis/contract.ts';
import { columnsOf } from '../../report/files.ts';

export type ColumnKind = 'money' | 'number' | 'date' | 'text' | 'flag' | 'list';

/** Minor units for money, ISO text for dates. */
export type CellValue = number | string | boolean | readonly string[] | null;

export interface QueryColumn {
  /** Such as "costAnnual", "seats/inactive" or "app/category". */
  readonly name: string;
  readonly label: string;
  readonly kind: ColumnKind;
  /** Text that the tenant wrote, rather than a word of the engine. */
  readonly isName: boolean;
  readonly valueOf: (row: object) => CellValue;
  /** The fact that the value is; null where it has none. */
  readonly factOf: (row: object) => string | null;
}

/** Longest address of a fact in an answer: one made of a tenant's own text can be of any length. */
const LONGEST_FACT = 160;

/** Null for an address that is too long to be worth its place; the figure then has none. */
export function shortFact(fact: string): string | null {
  return fact.length > LONGEST_FACT ? null : fact;
}

/** How facts of a record are addressed, such as `app/11`; null where a row has none. */
export type AddressOfRow = (row: object) => string | null;

export function queryColumns(table: FieldTable, address: AddressOfRow): readonly QueryColumn[] {
  return [...columnsOf(table).flatMap((column) => columnFor(column, address)), ...personColumns(table)];
}

function columnFor(column: FoundColumn, address: AddressOfRow): QueryColumn[] {
  const { name, label, field, valueOf } = column;
  const kind = kindOf(field);
  if (kind === null) return [];
  return [
    {
      name,
      label,
      kind,
      isName: field.kind === 'text' || field.kind === 'prose',
      valueOf: (row) => cellOf(valueOf(row)),
      factOf(row) {
        const at = address(row);
        return at === null || field.fact === false ? null : shortFact(`${at}/${name}`);
      },
    },
  ];
}

interface FoundColumn {
  readonly name: string;
  readonly label: string;
  readonly field: RecordField;
  readonly valueOf: (row: object) => unknown;
}

/** People are ids: their names stay in Torii. */
function personColumns(table: FieldTable): QueryColumn[] {
  return Object.entries(table).flatMap(([name, { kind }]) =>
    kind === 'person'
      ? [
          {
            name,
            label: name,
            kind: 'text' as const,
            isName: false,
            valueOf: (row: object) => idIn(Reflect.get(row, name)),
            factOf: () => null,
          },
        ]
      : [],
  );
}

function idIn(person: unknown): string | null {
  if (typeof person !== 'object' || person === null) return null;
  const id: unknown = Reflect.get(person, 'id');
  return typeof id === 'string' ? id : null;
}

function kindOf(field: RecordField): ColumnKind | null {
  const { kind } = field;
  // Money in a currency of its own cannot be compared with other money.
  if (field.kind === 'money' && field.currency !== undefined) return null;
  if (kind === 'money' || kind === 'date' || kind === 'flag') return kind;
  if (kind === 'count' || kind === 'share' || kind === 'number' || kind === 'id') return 'number';
  if (kind === 'text' || kind === 'prose' || kind === 'enum' || kind === 'key') return 'text';
  return kind === 'list' ? 'list' : null;
}

function cellOf(value: unknown): CellValue {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  return null;
}

/** The same columns of the app that a row belongs to, under `app/…`. */
export function columnsOfApp(
  columns: readonly QueryColumn[],
  appOf: (row: object) => object | null,
): readonly QueryColumn[] {
  return columns.map((column) => ({
    ...column,
    name: `app/${column.name}`,
    label: `${column.label} of the app`,
    valueOf: (row) => column.valueOf(appOf(row) ?? {}),
    factOf(row) {
      const app = appOf(row);
      return app === null ? null : column.factOf(app);
    },
  }));
}
