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
import { fieldDefinition, sortedFields } from '../reply/field-definitions.ts';
import type { JsonObject } from '../base/json.ts';
import {
  sources,
  type Completeness,
  type FieldEntity,
  type Source,
  type TenantRecords,
} from '../base/records.ts';
import { sortedById } from '../reply/row-identity.ts';
import { currentPages, isFiltered } from './current-pages.ts';
import { ofOneOrigin } from './one-origin.ts';
import type { SavedFile } from './saved-file.ts';
import { readFile, type SavedFileReport } from './read-file.ts';
import type { SavedList } from './saved-shape.ts';
import { unpackedFiles } from './unpacked.ts';
import { createTally } from '../read/tally.ts';

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
  if (witnesses.length === 0) {
    return { pile, rows: [], certificate: notRead(pile.source, 'Only a part of the list was asked for.') };
  }
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
