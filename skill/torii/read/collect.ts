/**
 * Reads one list to its end and tells on the way how far it has come.
 *
 * In: what all sources of a reading share, a list tool and its arguments. Out: rows by id with their certificate.
 */
import type { Clock, ToolBridge } from '../base/bridge.ts';
import type { Budget } from '../call/budget.ts';
import type { ReadTool } from '../base/catalog.ts';
import { notRead } from './certificate.ts';
import type { ToolFailure } from '../base/failure.ts';
import type { JsonObject } from '../base/json.ts';
import { readPages, type RecordPage, type PagesOptions } from './read-pages.ts';
import type { Completeness, Source } from '../base/records.ts';
import { sortedById } from '../reply/row-identity.ts';

export interface ReadProgress {
  readonly source: Source;
  readonly pages: number;
  readonly rows: number;
  readonly total: number | null;
  /** Where the source is read app by app: how many are done. */
  readonly apps?: { readonly done: number; readonly of: number };
}

/** What every source of one reading shares. */
export interface ReadingContext {
  readonly bridge: ToolBridge;
  readonly clock: Clock;
  readonly budget: Budget;
  readonly signal?: AbortSignal;
  readonly fresh?: boolean;
  onProgress?(progress: ReadProgress): void;
  /** All rows of a list so far; `whole` once only Torii's own count of them is awaited. */
  onRows?(source: ListedSource, read: Pick<SourceRows, 'rows' | 'certificate'>, whole: boolean): void;
}

/** The sources whose rows are told as their pages come. */
export type ListedSource = 'apps' | 'contracts';

export interface SourceRows {
  readonly rows: readonly JsonObject[];
  readonly certificate: Completeness;
  readonly failure: ToolFailure | null;
}

export type Asked = Pick<PagesOptions, 'fields' | 'optional'>;

function pagesOptions(
  { clock, budget, signal, fresh }: ReadingContext,
  source: Source,
  asked: Asked,
): PagesOptions {
  return {
    clock,
    budget,
    source,
    ...(signal !== undefined && { signal }),
    ...(fresh !== undefined && { fresh }),
    ...asked,
  };
}

/** Reads one list and sorts it by id: the order of pages does not show in the records. */
export async function collect(
  session: ReadingContext,
  tool: ReadTool,
  source: Source,
  args: JsonObject,
  asked: Asked,
): Promise<SourceRows> {
  const rows: JsonObject[] = [];
  const pages = readPages(session.bridge, tool, args, pagesOptions(session, source, asked));
  for (;;) {
    const step = await pages.next();
    if (step.done === true) {
      const { certificate, failure } = step.value;
      return { rows: sortedById(source, rows), certificate, failure };
    }
    const { pages: count, kept, total } = step.value;
    for (const row of step.value.rows) rows.push(row);
    session.onProgress?.({ source, pages: count, rows: kept, total });
    if (session.onRows !== undefined && isListed(source)) {
      // A copy: who looks at the rows so far must not see them grow.
      const soFar = { rows: [...rows], certificate: underWay(source, tool, step.value) };
      session.onRows(source, soFar, false);
    }
  }
}

function isListed(source: Source): source is ListedSource {
  return source === 'apps' || source === 'contracts';
}

/** What may be said of a source before its last page. */
function underWay(source: Source, tool: ReadTool, { pages, kept, total }: RecordPage): Completeness {
  const reading = notRead(source, 'Its last page has not come.');
  return { ...reading, tool, pages, rows: kept, total, status: 'partial' };
}
