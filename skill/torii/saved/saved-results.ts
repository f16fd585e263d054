/**
 * Tool results that were saved as files, as a source like any other: matched by shape, merged like
 * pages, certified like a live reading.
 *
 * In: names and texts of files, in any order; a session's transcript holds many results. Out: `TenantRecords`, and for every file what it was
 * taken for or why it was not. Pure; never throws.
 */
import { certify, notRead } from '../read/certificate.ts';
import { combined } from '../read/combine-certificates.ts';
import type { Counters } from '../reply/container.ts';
import { failureFromWords } from '../reply/decode.ts';
import { openEnvelope, type Opened } from '../reply/envelope.ts';
import { explain } from '../base/failure.ts';
import { fieldDefinition, sortedFields } from '../reply/field-definitions.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../base/json.ts';
import type { Completeness, FieldEntity, Source, TenantRecords } from '../base/records.ts';
import { sortedById } from '../reply/row-identity.ts';
import { currentPages, isFiltered } from './current-pages.ts';
import { noticedPlace } from './notice.ts';
import { ofOneOrigin } from './one-origin.ts';
import type { SavedFile } from './saved-file.ts';
import { savedListIn, type SavedList } from './saved-shape.ts';
import { unpackedFiles } from './unpacked.ts';
import { createTally } from '../read/tally.ts';

interface SavedFileReport {
  readonly name: string;
  /** What the file was taken for; null when nothing in it could be used. */
  readonly source: Source | 'organization' | null;
  readonly rows: number;
  readonly problem: string | null;
}

export interface SavedResults {
  readonly records: TenantRecords;
  readonly files: readonly SavedFileReport[];
}

/** Torii's largest page: as many rows without a total may be a cap. */
const LARGEST = 1000;

/** The pages of one list: all pages of apps, or of the users of one app. */
interface Pile {
  readonly source: Source;
  readonly label: string;
  readonly idApp: number | null;
  readonly entity: FieldEntity | null;
  readonly pages: SavedList[];
}

interface PileRead {
  readonly pile: Pile;
  readonly rows: readonly JsonObject[];
  readonly certificate: Completeness;
}

function byName(a: SavedFile, b: SavedFile): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
}

function labelOf({ source, idApp, entity }: SavedList): string {
  if (source === 'appUsers') return `App ${idApp ?? '?'}`;
  return source === 'fields' ? `Fields of ${entity ?? 'app'}s` : source;
}

function pileUp(lists: readonly SavedList[]): Pile[] {
  const piles = new Map<string, Pile>();
  for (const list of lists) {
    const label = labelOf(list);
    const pile = piles.get(label) ?? { ...list, label, pages: [] };
    pile.pages.push(list);
    piles.set(label, pile);
  }
  return [...piles.values()];
}

/** An aggregation keeps one row at most: a witness of the total, not a page. */
function isPage({ counters }: SavedList): boolean {
  return counters.aggregations === undefined || counters.aggregations === null;
}

/** Every cursor but the last leads to a page that is here: as many cursors as pages that follow one. */
function chainIsWhole(pages: readonly SavedList[]): boolean {
  const cursors = new Set(
    pages.map(({ counters }) => counters.nextCursor).filter((cursor) => typeof cursor === 'string'),
  );
  const spoken = pages.every(({ counters }) => counters.nextCursor !== undefined);
  const last = pages.some(({ counters }) => counters.nextCursor === null);
  return spoken && last && cursors.size === new Set(pages.map(firstRow)).size - 1;
}

/** Tells pages apart when one was saved twice. */
function firstRow({ rows }: SavedList): string {
  return JSON.stringify(rows[0] ?? null);
}

/** Pages without total or cursor prove nothing if one is as long as pages get. */
function flawOf(pages: readonly SavedList[], ended: boolean): string | null {
  const follows = pages.some(
    ({ counters }) => typeof counters.nextCursor === 'string' || counters.hasMore === true,
  );
  const totals = new Set(pages.map(totalOf).filter((total) => total !== null));
  if (totals.size > 1) return 'The saved pages state different totals.';
  return follows && !ended ? 'A page that follows may not have been saved.' : null;
}

function totalOf({ counters }: { readonly counters: Counters }): number | null {
  return counters.total ?? null;
}

function isFilteredCount(page: SavedList): boolean {
  return page.input !== null && isFiltered({ ...page, input: { ...page.input, aggs: null } });
}

function readPile(pile: Pile): PileRead {
  const tally = createTally(pile.source);
  const pages = currentPages(pile.pages.filter(isPage));
  // A count that was asked for by itself is a witness of the total, unless it counts a part.
  const witnesses = [...pages, ...pile.pages.filter((page) => !isPage(page) && !isFilteredCount(page))];
  const rows = pages.flatMap((page) => tally.take(page.rows));
  const totals = witnesses.map(totalOf).filter((total) => total !== null);
  const ended = chainIsWhole(pages);
  const certificate = certify({
    source: pile.source,
    tool: null,
    tally,
    total: totals.length === 0 ? null : Math.max(...totals),
    pages: pages.length,
    ended,
    full: pages.some((page) => page.rows.length === LARGEST),
    flaw: flawOf(pages, ended),
    failure: null,
    notes: [],
    fetchedAt: null,
  });
  return { pile, rows: sortedById(pile.source, rows), certificate };
}

function rowsOf(reads: readonly PileRead[], source: Source): readonly JsonObject[] {
  return reads.filter(({ pile }) => pile.source === source).flatMap(({ rows }) => rows);
}

function appUsersOf(reads: readonly PileRead[]): Map<number, readonly JsonObject[]> {
  const piles = reads.filter(({ pile }) => pile.source === 'appUsers' && pile.idApp !== null);
  const pairs = piles.map(({ pile, rows }) => [pile.idApp ?? 0, rows] as const);
  return new Map(pairs.toSorted(([a], [b]) => a - b));
}

function certificateOf(reads: readonly PileRead[], source: Source): Completeness {
  const own = reads.filter(({ pile }) => pile.source === source);
  const parts = own.map(({ pile, certificate }) => ({ label: pile.label, certificate }));
  if (source === 'appUsers' || source === 'fields') {
    if (parts.length > 0)
      return combined(
        source,
        null,
        parts.toSorted((a, b) => (a.label < b.label ? -1 : 1)),
      );
  }
  return own[0]?.certificate ?? notRead(source, 'No saved result holds it.');
}

const sources: readonly Source[] = ['apps', 'contracts', 'users', 'appUsers', 'transactions', 'fields'];

function recordsOf(reads: readonly PileRead[], organization: JsonObject | null): TenantRecords {
  const definitions = reads.flatMap(({ pile, rows }) =>
    pile.entity === null ? [] : rows.map((row) => fieldDefinition(pile.entity ?? 'app', row)),
  );
  return {
    apps: rowsOf(reads, 'apps'),
    contracts: rowsOf(reads, 'contracts'),
    users: rowsOf(reads, 'users'),
    appUsers: appUsersOf(reads),
    transactions: rowsOf(reads, 'transactions'),
    fields: sortedFields(definitions.filter((field) => field !== null)),
    organization,
    completeness: sources.map((source) => certificateOf(reads, source)),
    fingerprint: null,
    failures: [],
  };
}

function organizationIn(body: unknown): JsonObject | null {
  if (!isJsonObject(body)) return null;
  const found: JsonValue | undefined = body['org'] ?? body['organization'];
  return isJsonObject(found) ? found : null;
}

interface FileRead {
  readonly lists: readonly SavedList[];
  readonly organization: JsonObject | null;
  readonly report: SavedFileReport;
}

/**
 * A snapshot, baseline or analysis that was written beside the results lists apps too. Its rows would
 * stand in for Torii's own, and the figures would be wrong without a sign of it.
 */
function isOurs(body: unknown): boolean {
  if (!isJsonObject(body)) return false;
  const { $schema: schema, kind } = body;
  return (
    kind === 'saas-rationalization-snapshot' ||
    (typeof schema === 'string' && schema.startsWith('urn:saas-rationalization-dashboard:'))
  );
}

/** A preview or a cut text would pass for a whole page if its rows were kept. */
function problemOf(
  opened: Opened,
  lists: readonly SavedList[],
  organization: JsonObject | null,
  text: string,
): string | null {
  if (opened.bodies.some(isOurs))
    return 'This is a file made from Torii’s results, not one of them: left out.';
  const place = noticedPlace(text);
  if (place !== null && (opened.cut || lists.length === 0))
    return `This is the host’s notice of a result, not the result: that lies in ${place}, which was not found.`;
  if (opened.cut) return 'The text stops in the middle of a list. Save the whole result.';
  if (opened.isError) return explain(failureFromWords(opened.prose, null, 'unavailable').kind).sentence;
  if (lists.some(({ counters }) => counters.truncated === true) || /\btruncated\b/i.test(opened.prose)) {
    return 'The result says that it was shortened. Ask for it again in smaller pages.';
  }
  if (lists.some(({ source, idApp }) => source === 'appUsers' && idApp === null)) {
    return 'These are users of an app, but nothing says of which: put the app id into the file name.';
  }
  if (lists.length > 0 || organization !== null) return null;
  const failed = failureFromWords(opened.prose, null, 'wrong-shape');
  return failed.kind === 'wrong-shape'
    ? 'No list of a Torii tool was found in it.'
    : explain(failed.kind).sentence;
}

function readFile({ name, text, asked }: SavedFile): FileRead {
  const opened = openEnvelope(text);
  const lists = bodiesOf(opened)
    .map((body) => savedListIn(body, name, asked))
    .filter((list) => list !== null);
  const organization = opened.bodies.map(organizationIn).find((found) => found !== null) ?? null;
  const problem = problemOf(opened, lists, organization, text);
  const used = problem === null ? lists : [];
  const source = used[0]?.source ?? (problem === null && organization !== null ? 'organization' : null);
  const rows = used.reduce((sum, list) => sum + list.rows.length, 0);
  return {
    lists: used,
    organization: problem === null ? organization : null,
    report: { name, source, rows, problem },
  };
}

/** Rows saved one a line are one list. */
function bodiesOf({ bodies }: Opened): readonly unknown[] {
  const rows =
    bodies.length > 1 &&
    bodies.every(
      (body) => isJsonObject(body) && savedListIn([body], '') !== null && savedListIn(body, '') === null,
    );
  return rows ? [bodies] : bodies;
}

/** Reads saved tool results; see the head of this file. */
export function readSavedResults(files: readonly SavedFile[]): SavedResults {
  const chosen = ofOneOrigin(unpackedFiles(files.toSorted(byName)));
  const read = chosen.files.map(readFile);
  const reads = pileUp(read.flatMap(({ lists }) => lists)).map(readPile);
  const organization = read.find((file) => file.organization !== null)?.organization ?? null;
  const leftOut = chosen.leftOut.map((file) => ({ ...file, source: null, rows: 0 }));
  return {
    records: recordsOf(reads, organization),
    files: [...read.map(({ report }) => report), ...leftOut],
  };
}
