/**
 * What a record of an analysis holds, said once: its type, published schema, JSON, facts, labels and
 * columns are all made from its table of fields.
 *
 * To add a field, say to a renewal:
 *   1. add its row to records/renewal.ts, such as `signedOn: maybeDate` (see rows.ts);
 *   2. derive its value where the compiler now asks for it (stages/present.ts);
 *   3. test the value, and run `npm run generate` for the published schema.
 */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Completeness } from '../../mapping/portfolio.ts';

/** Integer minor units of the tenant currency. */
export type Minor = number;
/** Decimal string in major units of the tenant currency, such as "-1200.50". */
export type Decimal = string;
/** ISO calendar date, such as "2026-11-22". */
export type IsoDate = string;

/** Shapes that another room describes. */
interface Described {
  readonly config: AnalysisConfig;
  readonly completeness: Completeness;
}

type Kind =
  /** `per` a year where it recurs. `currency` names the field beside it that holds its own currency. */
  | { readonly kind: 'money'; readonly per?: 'year'; readonly currency?: string }
  /** A whole number from 0; with `sumOf` it is no field of the record but a fact: the sum of others. */
  | { readonly kind: 'count'; readonly sumOf?: readonly string[] }
  /** A share is of 1. */
  | { readonly kind: 'share' | 'number' | 'flag' }
  /** A name or a word to quote; prose is whole sentences. */
  | { readonly kind: 'date' | 'text' | 'prose' }
  /** What other records refer to: Torii's number, or a key that the engine makes. */
  | { readonly kind: 'id' | 'key' }
  /** Only an id leaves: names of people stay in Torii. */
  | { readonly kind: 'person' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | { readonly kind: 'literal'; readonly value: number }
  | { readonly kind: 'list'; readonly of: RecordField }
  | { readonly kind: 'record'; readonly fields: FieldTable }
  | { readonly kind: 'described'; readonly as: keyof Described };

export type RecordField = Kind & {
  /** Null is unknown, never 0. */
  readonly nullable?: true;
  /** May be left out. */
  readonly optional?: true;
  /** For people, in lower case; needed only where the words of the field's name do not say it. */
  readonly label?: string;
  /** How it comes about, as explanations say it; recorded as it is where nothing is said. */
  readonly how?: string;
  /** Canonical fields of the record it is read from; its own name where nothing is said. */
  readonly from?: readonly string[];
  /** Cannot be cited, though its kind could. */
  readonly fact?: false;
};

export type FieldTable = Readonly<Record<string, RecordField>>;

type Bare<Field extends RecordField, Amount> = Field extends { kind: 'money' }
  ? Amount
  : Field extends { kind: 'count' | 'share' | 'number' | 'id' }
    ? number
    : Field extends { kind: 'flag' }
      ? boolean
      : Field extends { kind: 'person' }
        ? { readonly id: string }
        : Field extends { kind: 'enum'; values: readonly (infer Value)[] }
          ? Value
          : Field extends { kind: 'literal'; value: infer Value }
            ? Value
            : Field extends { kind: 'list'; of: infer Item extends RecordField }
              ? readonly FieldValue<Item, Amount>[]
              : Field extends { kind: 'record'; fields: infer Table extends FieldTable }
                ? RecordOf<Table, Amount>
                : Field extends { kind: 'described'; as: infer Name extends keyof Described }
                  ? Described[Name]
                  : string;

export type FieldValue<Field extends RecordField, Amount> =
  | Bare<Field, Amount>
  | (Field extends { nullable: true } ? null : never);

/** The type of a record, by its table; amounts are `Minor` inside and `Decimal` outside. */
export type RecordOf<Table extends FieldTable, Amount> = {
  readonly [Name in keyof Table as Table[Name] extends { optional: true } ? never : Name]: FieldValue<
    Table[Name],
    Amount
  >;
} & {
  readonly [Name in keyof Table as Table[Name] extends { optional: true } ? Name : never]?: FieldValue<
    Table[Name],
    Amount
  >;
};

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The names of a table in its order. */
export function namesOf<Table extends FieldTable>(table: Table): readonly (keyof Table & string)[];
export function namesOf(table: FieldTable): readonly string[] {
  return Object.keys(table);
}

/** Some fields of a table, in its order. */
export function pickFields<Table extends FieldTable, Name extends keyof Table & string>(
  table: Table,
  ...names: readonly Name[]
): Pick<Table, Name>;
export function pickFields(table: FieldTable, ...names: readonly string[]): FieldTable {
  return Object.fromEntries(Object.entries(table).filter(([name]) => names.includes(name)));
}

export function fieldIn(table: FieldTable, name: string): RecordField | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/**
 * What people call a field, in lower case: "cost a year". A field in a record comes before the name of
 * that record, as in "inactive seats".
 */
export function labelIn(table: FieldTable, [name = '', ...parts]: readonly string[]): string {
  const field = fieldIn(table, name);
  if (field === undefined) return name;
  const own = labelOf(name, field);
  return field.kind === 'record' && parts.length > 0 ? `${labelIn(field.fields, parts)} ${own}` : own;
}

function labelOf(name: string, field: RecordField): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/ annual$/, '');
  const isYearly = field.kind === 'money' && field.per === 'year';
  return `${field.label ?? words}${isYearly ? ' a year' : ''}`;
}
