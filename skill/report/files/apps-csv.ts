/**
 * The apps as a table, with a manifest above it: lines that begin with "#" and say whose figures these
 * are, as of when, and their caveats. Amounts are decimals in major units; an empty cell
 * is unknown, never 0.
 */
import { appFields, type Analysis, type RecordField } from '../../analysis/contract.ts';
import { toJson } from '../../analysis/facts.ts';
import { columnsOf, type ColumnName } from '../base/columns.ts';
import { csvText, type Cell } from './csv.ts';
import { manifestOf } from './manifest.ts';

type Name = ColumnName<typeof appFields>;

/** Kept out, so that the table stays as narrow as those who read it know it. */
const without: readonly Name[] = [
  'unusableMoney',
  'native/amount',
  'native/currency',
  'seats/exempt',
  'seats/grace',
  'seats/lowerTier',
  'seats/active',
  'seats/overAssigned',
];

/** Where the last step of a name does not say enough. */
const headers: { readonly [Column in Name]?: string } = {
  'seats/basis': 'seatsBasis',
  'seats/unknown': 'unknownUsage',
};

const columns = columnsOf(appFields).filter(({ name }) => !without.includes(name));

export function appsCsv(analysis: Analysis): string {
  const { apps } = toJson(analysis);
  const width = columns.length;
  // Every line has as many cells as the header, as the format asks.
  const manifest = manifestOf(analysis).map(([key, value]) => [
    `#${key}`,
    value,
    ...Array.from({ length: width - 2 }, () => null),
  ]);
  return csvText([
    ...manifest,
    columns.map(({ name }) => headers[name] ?? name.slice(name.lastIndexOf('/') + 1)),
    ...apps.map((app) => columns.map(({ field, valueOf }) => cellOf(field, valueOf(app)))),
  ]);
}

function cellOf(field: RecordField, value: unknown): Cell {
  if (Array.isArray(value)) return value.join('; ');
  if (typeof value === 'string') return field.kind === 'money' ? { decimal: value } : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
