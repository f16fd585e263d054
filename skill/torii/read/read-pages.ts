/**
 * Reads a list to its end, page by page, as a stream.
 *
 * In: a bridge, a list tool, what to read and how. Out: pages of new, readable rows as they arrive
 * and, at the end, the completeness certificate with the failure that ended the reading, if one did.
 * Nothing is retained but ids, so memory does not grow with the pages. Never rejects. Rows are handed
 * over in portions, with a pause where the work has taken long, so a page on screen stays responsive.
 */
import { ask, type Asking } from './ask.ts';
import type { Clock, ToolBridge, ToolReply } from '../base/bridge.ts';
import type { Budget } from '../call/budget.ts';
import { entryOf, type ReadTool } from '../base/catalog.ts';
import { certify } from './certificate.ts';
import { failure, type ToolFailure } from '../base/failure.ts';
import type { JsonObject, JsonValue } from '../base/json.ts';
import type { PageRequest } from './page-request.ts';
import { createPaging, type Paging } from './paging.ts';
import type { Completeness, Source } from '../base/records.ts';
import { createTally, type Tally } from './tally.ts';

export interface RecordPage {
  readonly rows: readonly JsonObject[];
  /** Pages so far, this one included, and rows kept so far. */
  readonly pages: number;
  readonly kept: number;
  readonly total: number | null;
}

export interface PagesEnd {
  readonly certificate: Completeness;
  readonly failure: ToolFailure | null;
}

export interface PagesOptions extends Omit<Asking, 'bridge'> {
  readonly clock: Clock;
  readonly budget: Budget;
  readonly source: Source;
  /** Field keys to ask for; absent leaves it to the server. */
  readonly fields?: readonly string[];
  /** Arguments that can be given up when the server refuses them. */
  readonly optional?: JsonObject;
  readonly size?: number;
  readonly mostPages?: number;
}

/** The largest page that Torii serves, and the cap of its older servers. */
const LARGEST = 1000;
const MOST_PAGES = 1000;
/** Rows handled without a pause in between. */
const PORTION = 2000;
/** Milliseconds of work after which the screen gets a turn. */
const SLICE = 16;

interface Reading {
  readonly tally: Tally;
  total: number | null;
  pages: number;
  full: boolean;
  flaw: string | null;
  failure: ToolFailure | null;
  fetchedAt: string | null;
}

function beginReading(source: Source): Reading {
  return {
    tally: createTally(source),
    total: null,
    pages: 0,
    full: false,
    flaw: null,
    failure: null,
    fetchedAt: null,
  };
}

function firstRequest(
  tool: ReadTool,
  args: JsonObject,
  options: PagesOptions,
  sizeable: boolean,
  largest: number,
): PageRequest {
  return {
    tool,
    fixed: args,
    optional: options.optional ?? {},
    fields: options.fields ?? null,
    size: Math.min(options.size ?? LARGEST, largest),
    sizeable,
    notes: [],
  };
}

/** Gives the screen a turn when the last one was long ago. */
function createPause(clock: Clock): () => Promise<void> {
  let since = clock.now();
  return async () => {
    if (clock.now() - since < SLICE) return;
    await clock.sleep(0).catch(() => {});
    since = clock.now();
  };
}

function rowsOf(reply: ToolReply): JsonValue[] | null {
  const rows = reply.body[entryOf(reply.tool).container];
  return Array.isArray(rows) ? rows : null;
}

function totalOf(body: JsonObject): number | null {
  return typeof body['total'] === 'number' ? body['total'] : null;
}

function earlier(a: string | null, b: string): string {
  return a === null || b < a ? b : a;
}

/** What is known of the arguments decides what can be tried when an answer is too long. */
async function takes(bridge: ToolBridge, tool: ReadTool): Promise<(key: string) => boolean> {
  const forms = (await bridge.argumentsOf?.(tool)) ?? null;
  return (key) => entryOf(tool).args.includes(key) && (forms === null || Object.hasOwn(forms, key));
}

export async function* readPages(
  bridge: ToolBridge,
  tool: ReadTool,
  args: JsonObject,
  options: PagesOptions,
): AsyncGenerator<RecordPage, PagesEnd, undefined> {
  const { clock, source, signal } = options;
  const takesArgument = await takes(bridge, tool);
  const paging = createPaging(takesArgument('cursor'), options.mostPages ?? MOST_PAGES);
  const pause = createPause(clock);
  const reading = beginReading(source);
  let request = firstRequest(tool, args, options, takesArgument('size'), bridge.largestPage ?? LARGEST);
  let cursor: string | null = null;
  do {
    const answer = await ask({ ...options, bridge }, request, cursor);
    request = answer.request;
    const rows = accepted(reading, answer.outcome, clock);
    if (rows === null) break;
    const before = reading.tally.kept;
    for (let from = 0; from === 0 || from < rows.length; from += PORTION) {
      const portion = reading.tally.take(rows.slice(from, from + PORTION));
      yield { rows: portion, pages: reading.pages, kept: reading.tally.kept, total: reading.total };
      await pause();
    }
    const size = request.size ?? LARGEST;
    cursor = step(reading, paging, answer.outcome, { rows: rows.length, before, size });
    if (signal?.aborted === true && cursor !== null) {
      reading.failure = failure('cancelled', tool, 'Stopped between pages.');
      break;
    }
  } while (cursor !== null);
  return finish(reading, paging, request, source);
}

/** Notes what a reply says of the whole; null ends the reading. */
function accepted(reading: Reading, outcome: ToolReply | ToolFailure, clock: Clock): JsonValue[] | null {
  const rows = outcome.ok ? rowsOf(outcome) : null;
  if (!outcome.ok || rows === null) {
    reading.failure = outcome.ok ? failure('wrong-shape', outcome.tool, 'No list in the answer.') : outcome;
    return null;
  }
  reading.pages += 1;
  reading.total = totalOf(outcome.body) ?? reading.total;
  const at = outcome.storedAt ?? new Date(clock.now()).toISOString();
  reading.fetchedAt = earlier(reading.fetchedAt, at);
  return rows;
}

function step(
  reading: Reading,
  paging: Paging,
  outcome: ToolReply | ToolFailure,
  page: { readonly rows: number; readonly before: number; readonly size: number },
): string | null {
  if (!outcome.ok) return null;
  const { tally, total } = reading;
  reading.full = page.rows === page.size || page.rows === LARGEST;
  const { cursor, flaw } = paging.next({
    body: outcome.body,
    rows: page.rows,
    fresh: tally.kept - page.before,
    read: tally.kept + tally.dropped,
    total,
    size: page.size,
  });
  reading.flaw = flaw;
  return cursor;
}

function finish(reading: Reading, paging: Paging, request: PageRequest, source: Source): PagesEnd {
  const { notes, tool } = request;
  const certificate = certify({ ...reading, source, tool, ended: paging.spoken, notes });
  return { certificate, failure: reading.failure };
}
