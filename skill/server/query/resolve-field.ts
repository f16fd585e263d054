/** Finds the column that a name means; a name that means none is answered with the nearest. */
import { nearest } from '../../mapping/mapping.ts';
import type { QueryColumn } from './query-column.ts';

export type ResolvedField =
  | { readonly ok: true; readonly column: QueryColumn }
  | { readonly ok: false; readonly problem: string };

/** By name, then by label, in any case; `seats.inactive` is `seats/inactive`. */
export function resolveField(asked: string, columns: readonly QueryColumn[]): ResolvedField {
  const wanted = folded(asked);
  const column =
    columns.find(({ name }) => folded(name) === wanted) ??
    columns.find(({ label }) => folded(label) === wanted);
  return column === undefined ? { ok: false, problem: unknownField(asked, columns) } : { ok: true, column };
}

function folded(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Longest echo of what was asked. */
const LONGEST = 60;
const MOST = 4;

function unknownField(asked: string, columns: readonly QueryColumn[]): string {
  const near = nearestTo(asked.slice(0, LONGEST), columns).map((name) => `"${name}"`);
  const shown = JSON.stringify(asked.slice(0, LONGEST));
  return `There is no field ${shown}. ${
    near.length === 0
      ? `The fields are: ${columns.map(({ name }) => name).join(', ')}.`
      : `Nearest: ${near.join(', ')}.`
  }`;
}

/** Names with a word of what was asked, then the one that differs by the fewest letters. */
function nearestTo(asked: string, columns: readonly QueryColumn[]): string[] {
  const words = asked
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2);
  const names = columns.map(({ name }) => name);
  const close = nearest(asked, names);
  const alike = columns.filter(({ name, label }) =>
    words.some((word) => `${name} ${label}`.toLowerCase().includes(word)),
  );
  return [...new Set([...(close === null ? [] : [close]), ...alike.map(({ name }) => name)])].slice(0, MOST);
}
