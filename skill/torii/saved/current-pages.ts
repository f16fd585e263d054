/**
 * Which pages of one list belong together, where it is known how each was asked for.
 *
 * A session asks for one row to see whether Torii answers, asks again with more columns, and searches. Of all
 * that, one reading counts: the one with the most rows, and of equal ones the latest. What was asked for with a
 * filter is a part of the list, never the list.
 */
import type { JsonObject } from '../base/json.ts';
import type { SavedList } from './saved-shape.ts';

/** Arguments that leave rows out. */
const FILTERS = ['q', 'filters', 'baseFilters', 'idUsers', 'status', 'source', 'aggs'];

/** Arguments that say where to go on, and not what is read. */
const PLACES = ['cursor', 'size', 'sort'];

export function currentPages(pages: readonly SavedList[]): readonly SavedList[] {
  const loose = pages.filter(({ input }) => input === null);
  const runs = runsOf(pages.filter((page) => !isFiltered(page)));
  const best = runs.reduce<readonly SavedList[]>(
    (chosen, run) => (rowsIn(run) >= rowsIn(chosen) ? run : chosen),
    [],
  );
  return [...loose, ...best];
}

/** True for a part of a list. A count of the whole list is none, since it holds no rows that could pass for it. */
export function isFiltered({ input, source }: SavedList): boolean {
  if (input === null) return false;
  const keys = source === 'transactions' ? [...FILTERS, 'idApp'] : FILTERS;
  return keys.some((key) => isGiven(input[key]));
}

function isGiven(value: unknown): boolean {
  return (
    value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  );
}

/** A page that was asked for without a cursor begins a reading; the ones after it with the same question go on. */
function runsOf(pages: readonly SavedList[]): SavedList[][] {
  const runs: SavedList[][] = [];
  const open = new Map<string, SavedList[]>();
  for (const page of pages) {
    if (page.input === null) continue;
    const question = questionOf(page.input);
    const run = isGiven(page.input['cursor']) ? open.get(question) : undefined;
    if (run !== undefined) {
      run.push(page);
      continue;
    }
    const begun = [page];
    open.set(question, begun);
    runs.push(begun);
  }
  return runs;
}

function questionOf(input: JsonObject): string {
  const entries = Object.entries(input).filter(([key]) => !PLACES.includes(key));
  return JSON.stringify(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function rowsIn(run: readonly SavedList[]): number {
  return run.reduce((sum, { rows }) => sum + rows.length, 0);
}
