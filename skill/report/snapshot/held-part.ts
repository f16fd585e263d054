/**
 * What the server holds, on its way to its view: the head of the reading once, then the rows in parts that a host
 * passes on whole. In: a snapshot without people and what belongs to it. Out: one part; and the parts together again.
 */
import * as z from 'zod/mini';
import { failure, isFailureKind, type ToolFailure } from '../../torii/failure.ts';
import type { JsonObject } from '../../torii/json.ts';
import { sources, type ReadProgress, type Source, type SourceFailure } from '../../torii/read.ts';
import type { Snapshot } from './snapshot.ts';

/** Hosts put results of more than about 150,000 characters aside. */
export const MOST_PART_SIGNS = 90_000;

const rows = z.array(z.record(z.string(), z.unknown()));

/** A failure by its kind, for the sentence that goes with it. */
const failed = z.object({ source: z.string(), kind: z.string(), message: z.string() });

const headSchema = z.object({
  asOf: z.string(),
  mapping: z.record(z.string(), z.unknown()),
  isDiscovered: z.boolean().check(z.describe('The mapping was drafted from the records')),
  decisions: z.nullable(z.record(z.string(), z.unknown())),
  snapshot: z.record(z.string(), z.unknown()).check(z.describe('The snapshot without its rows')),
  failures: z.array(failed),
  notRenewed: z.nullable(failed).check(z.describe('Why the reading is older than was asked for')),
  doubts: z.array(z.string()).check(z.describe('Why no figure may be said yet')),
});

export const heldPartSchema = z.object({
  state: z.enum(['held', 'reading', 'failed']),
  /** The same for all parts of one reading; another one begins again. */
  reading: z.optional(z.string()),
  head: z.optional(headSchema),
  apps: z.optional(rows),
  contracts: z.optional(rows),
  fields: z.optional(rows),
  next: z.optional(z.nullable(z.number())).check(z.describe('Where the next part begins')),
  total: z.optional(z.number()),
  progress: z.optional(
    z.nullable(
      z.object({ source: z.string(), pages: z.number(), rows: z.number(), total: z.nullable(z.number()) }),
    ),
  ),
  failure: z.optional(z.object({ kind: z.string(), message: z.string() })),
});

export type HeldPart = z.infer<typeof heldPartSchema>;
export type HeldHead = z.infer<typeof headSchema>;

const heldSources = ['apps', 'contracts', 'fields'] as const;

/** Rows from a place on, counted over all sources; as many as `most` signs hold, and one at least. */
export function heldRows(snapshot: Snapshot, from: number, most: number): HeldRows {
  const part: Record<HeldSource, JsonObject[]> = { apps: [], contracts: [], fields: [] };
  const total = heldSources.reduce((sum, source) => sum + snapshot[source].length, 0);
  let next = from;
  let signs = 0;
  for (const [source, row] of rowsAfter(snapshot, from)) {
    signs += JSON.stringify(row).length;
    if (signs > most && next > from) break;
    part[source].push(row);
    next += 1;
  }
  return { ...part, next: next < total ? next : null, total };
}

function* rowsAfter(snapshot: Snapshot, from: number): Generator<readonly [HeldSource, JsonObject]> {
  let before = 0;
  for (const source of heldSources) {
    const rowsOf: readonly JsonObject[] = snapshot[source];
    for (const row of rowsOf.slice(Math.max(0, from - before))) yield [source, row];
    before += rowsOf.length;
  }
}

type HeldSource = (typeof heldSources)[number];

interface HeldRows extends Record<HeldSource, JsonObject[]> {
  /** Where the next part begins; null = that was all. */
  readonly next: number | null;
  readonly total: number;
}

/** The snapshot without its rows; people are in it no more. */
export function headSnapshot(snapshot: Snapshot): Snapshot {
  return { ...snapshot, apps: [], contracts: [], fields: [], users: [], appUsers: [], transactions: [] };
}

/** A snapshot again, unchecked: the parts came through a host. */
export function joinedParts(head: object, parts: readonly HeldPart[]): unknown {
  const all = (source: HeldSource) => parts.flatMap((part) => part[source] ?? []);
  return { ...head, apps: all('apps'), contracts: all('contracts'), fields: all('fields') };
}

/** A part as it arrived; null where it is none. */
export function parseHeldPart(json: unknown): HeldPart | null {
  const parsed = heldPartSchema.safeParse(json);
  return parsed.success ? parsed.data : null;
}

/** What could not be read, as the server that holds the rest says it; a source of another release is left out. */
export function heldFailures(said: HeldHead['failures']): SourceFailure[] {
  return said.flatMap(({ source: name, ...failed }) => {
    const source = sourceNamed(name);
    return source === null ? [] : [{ source, failure: heldFailure(failed) }];
  });
}

export function heldFailure({ kind, message }: NonNullable<HeldPart['failure']>): ToolFailure {
  return failure(isFailureKind(kind) ? kind : 'unavailable', null, message);
}

/** How far the server is; null where nothing has arrived yet. */
export function heldProgress({ progress }: HeldPart): ReadProgress | null {
  const source = sourceNamed(progress?.source);
  return progress && source !== null ? { ...progress, source } : null;
}

function sourceNamed(name: string | undefined): Source | null {
  return sources.find((source) => source === name) ?? null;
}
