/**
 * Rows of an answer: as many as were asked for and fit, and where to go on. A result beyond a host's limit is
 * cut by the host or never reaches the model, so an answer ends by itself and says so.
 */
import type { Analysis } from '../../analysis/contract.ts';
import { markdownTable } from '../../report/texts.ts';
import { cellJson, cellText, type QueryCell } from './cells.ts';
import type { QueryColumn } from './query-column.ts';

/** Signs of the rows of one answer, as text and as data: well below 25,000 tokens at under 3 signs a token. */
const MOST_SIGNS = 45_000;

export interface ListedRows {
  readonly rows: readonly Record<string, QueryCell>[];
  readonly lines: readonly string[];
  /** Where the next page begins; null = this is the last. */
  readonly nextOffset: number | null;
}

export interface PageAsked {
  readonly offset: number;
  readonly limit: number;
}

export function listRows(
  all: readonly object[],
  columns: readonly QueryColumn[],
  { offset, limit }: PageAsked,
  analysis: Analysis,
): ListedRows {
  const wanted = all.slice(offset, offset + limit);
  const rows: Record<string, QueryCell>[] = [];
  const texts: string[][] = [];
  let signs = 0;
  for (const row of wanted) {
    const json = Object.fromEntries(
      columns.map((column) => [column.name, cellJson(column, row, analysis.currency)]),
    );
    const text = columns.map((column) => cellText(column, row, analysis));
    signs += Math.max(JSON.stringify(json).length, text.join(' | ').length);
    if (signs > MOST_SIGNS && rows.length > 0) break;
    rows.push(json);
    texts.push(text);
  }
  const end = offset + rows.length;
  return {
    rows,
    lines:
      texts.length === 0
        ? []
        : markdownTable(
            columns.map(({ label }) => label),
            texts,
            columns.flatMap(({ kind }, index) => (kind === 'money' || kind === 'number' ? [index] : [])),
          ),
    nextOffset: end < all.length ? end : null,
  };
}

/** What is said below a page of rows. */
export function pageLine({ rows, nextOffset }: ListedRows, total: number, offset: number): string {
  if (total === 0) return 'No row meets this.';
  if (nextOffset === null && offset === 0)
    return total === 1 ? 'This is the only one.' : `All ${total} are listed.`;
  const range = rows.length === 0 ? 'None' : `${offset + 1} to ${offset + rows.length}`;
  const more = nextOffset === null ? '' : ` Go on with offset ${nextOffset}.`;
  return `Rows ${range} of ${total}.${more}`;
}
