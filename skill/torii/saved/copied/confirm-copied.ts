/**
 * Leaves of copied rows only what Torii's own totals confirm.
 *
 * In: the rows that a model copied, the totals that were asked for by calls of their own, and the fields that are
 * going to be read. Out: the same records less every cell that no total holds, each list saying how many totals
 * confirm it; the differences, which a caller must refuse; and the questions that are still open.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json.ts';
import type { Completeness, Source, TenantRecords } from '../../base/records.ts';
import type { ReadTool } from '../../base/catalog.ts';
import { withNoun } from '../../base/with-noun.ts';
import { notRead } from '../../read/certificate.ts';
import { amountIn } from '../../read/control-total.ts';
import { compareTotal, type HeldCell } from './compare-total.ts';
import type { ConfirmableSource, CopiedTotal } from './copied-files.ts';
import { argumentOf, MOST_GROUPS, type TotalQuestion } from './total-question.ts';

export type ReadFields = Readonly<Record<ConfirmableSource, readonly string[]>>;

/** A call that would confirm more. */
export interface OpenTotal {
  readonly tool: ReadTool;
  readonly input: JsonObject;
}

export interface ConfirmedRecords {
  readonly records: TenantRecords;
  readonly differences: readonly string[];
  /** Lists whose number of rows nothing confirms: nothing may be said of them. */
  readonly uncounted: readonly ConfirmableSource[];
  readonly open: readonly OpenTotal[];
}

const lists = ['apps', 'contracts'] as const;

export function confirmCopied(
  records: TenantRecords,
  totals: readonly CopiedTotal[],
  fields: ReadFields,
): ConfirmedRecords {
  const wanted = lists.filter((source) => wasRead(records, source));
  const confirmed = wanted.map((source) => {
    const own = totals.filter((total) => total.source === source);
    return confirmList(source, records[source], own, fields[source]);
  });
  const rows = Object.fromEntries(confirmed.map((list) => [list.source, list.rows]));
  const certified = (entry: Completeness): Completeness => {
    const list = confirmed.find(({ source }) => source === entry.source);
    if (list !== undefined) return certificateOf(entry, list);
    return people.has(entry.source) && wasRead(records, entry.source)
      ? notRead(entry.source, 'Copied rows of it cannot be confirmed: left out.')
      : entry;
  };
  return {
    records: {
      ...records,
      ...rows,
      users: [],
      appUsers: new Map(),
      transactions: [],
      completeness: records.completeness.map(certified),
    },
    differences: confirmed.flatMap(({ source, differences }) =>
      differences.map((text) => `${source}: ${text}`),
    ),
    uncounted: confirmed.flatMap(({ source, isCounted }) => (isCounted ? [] : [source])),
    open: confirmed.flatMap(openTotals),
  };
}

const people: ReadonlySet<Source> = new Set<Source>(['users', 'appUsers', 'transactions']);

function wasRead({ completeness }: TenantRecords, source: Source): boolean {
  return completeness.some((entry) => entry.source === source && entry.status !== 'not-read');
}

interface ConfirmedList {
  readonly source: ConfirmableSource;
  readonly rows: readonly JsonObject[];
  /** Totals that agree. */
  readonly agreeing: number;
  readonly isCounted: boolean;
  readonly differences: readonly string[];
  /** Fields that are read and of which cells were left out, with how many. */
  readonly leftOut: readonly LeftOut[];
}

interface LeftOut {
  readonly field: string;
  readonly cells: number;
  readonly way: 'group' | 'sum' | null;
}

function confirmList(
  source: ConfirmableSource,
  rows: readonly JsonObject[],
  totals: readonly CopiedTotal[],
  fields: readonly string[],
): ConfirmedList {
  const compared = totals.map(({ question, answer, name }) => {
    const { differences, ...rest } = compareTotal(rows, question, answer);
    return { ...rest, differences: differences.map((text) => `${text} (${name})`) };
  });
  const counts = totals.flatMap(({ count }) => count ?? []);
  const miscounted = counts.find((count) => count !== rows.length);
  const held = heldFields(compared.flatMap((total) => total.held));
  const kept = rows.map((row) => keepHeld(row, held.get(row) ?? new Set(), rows));
  return {
    source,
    rows: kept,
    agreeing: compared.filter(({ agreeing }) => agreeing > 0).length,
    isCounted: counts.length > 0 || totals.some(({ question }) => question.groups[0] === 'id'),
    differences: [
      ...(miscounted === undefined
        ? []
        : [`${withNoun(rows.length, 'row')} copied, Torii counts ${miscounted}`]),
      ...compared.flatMap(({ differences }) => differences),
    ],
    leftOut: fields.flatMap((field) => leftOutOf(field, rows, kept)),
  };
}

function heldFields(cells: readonly HeldCell[]): Map<JsonObject, Set<string>> {
  const held = new Map<JsonObject, Set<string>>();
  for (const { row, field } of cells) held.set(row, (held.get(row) ?? new Set<string>()).add(field));
  return held;
}

/** Without its id a row would be lost. */
function keepHeld(row: JsonObject, held: ReadonlySet<string>, rows: readonly JsonObject[]): JsonObject {
  const kept = Object.entries(row).filter(
    ([field]) => field === 'id' || (held.has(field) && hasHeldCurrency(field, row, held, rows)),
  );
  return Object.fromEntries(kept);
}

/**
 * A total holds the number of an amount. Its currency is held where it is the contract's own, or where all amounts
 * of the field share it.
 */
function hasHeldCurrency(
  field: string,
  row: JsonObject,
  held: ReadonlySet<string>,
  rows: readonly JsonObject[],
): boolean {
  const cell = row[field];
  if (!isJsonObject(cell)) return true;
  if (held.has('currency') && unitOf(cell) === JSON.stringify({ currency: row['currency'] })) return true;
  return new Set(rows.flatMap((other) => unitOf(other[field]) ?? [])).size === 1;
}

/** What an amount says beside its number; null for a bare one. */
function unitOf(cell: JsonValue | undefined): string | null {
  if (!isJsonObject(cell)) return null;
  return JSON.stringify(Object.fromEntries(Object.entries(cell).filter(([key]) => key !== 'value')));
}

function leftOutOf(field: string, rows: readonly JsonObject[], kept: readonly JsonObject[]): LeftOut[] {
  const lost = rows.filter((row, index) => isGiven(row[field]) && !isGiven(kept[index]?.[field]));
  if (lost.length === 0) return [];
  const cells = lost.map((row) => row[field] ?? null);
  const isSingle = cells.every((cell) => typeof cell !== 'object');
  const isAmount = !isSingle && cells.every((cell) => amountIn(cell) !== null);
  return [{ field, cells: lost.length, way: isAmount ? 'sum' : isSingle ? 'group' : null }];
}

function isGiven(cell: JsonValue | undefined): boolean {
  return cell !== undefined && cell !== null && cell !== '';
}

const tools = { apps: 'list_apps', contracts: 'list_contracts' } as const;

function openTotals({ source, rows, isCounted, leftOut }: ConfirmedList): OpenTotal[] {
  if (rows.length >= MOST_GROUPS) return [];
  const alone = leftOut.filter(({ way, cells }) => way === 'group' && cells < rows.length);
  const sums = leftOut.filter(({ way }) => way === 'sum');
  // Groups in groups hold several fields at once, as long as every row has a value for each.
  const whole = leftOut.filter(({ way, cells }) => way === 'group' && cells === rows.length);
  const questions: TotalQuestion[] = [
    ...inParts(whole.map(({ field }) => field)).map((fields) => ({ groups: ['id', ...fields], sum: null })),
    ...alone.map(({ field }) => ({ groups: ['id', field], sum: null })),
    ...sums.map(({ field }) => ({ groups: ['id'], sum: field })),
  ];
  if (questions.length === 0 && !isCounted) questions.push({ groups: ['id'], sum: null });
  return questions.map((question) => ({
    tool: tools[source],
    input: { size: 1, aggs: argumentOf(question) },
  }));
}

/** More levels in one reply are hard to copy. */
const MOST_LEVELS = 3;

function inParts(fields: readonly string[]): string[][] {
  const parts = Array.from(
    { length: Math.ceil(fields.length / MOST_LEVELS) },
    (_, part) => part * MOST_LEVELS,
  );
  return parts.map((start) => fields.slice(start, start + MOST_LEVELS));
}

function certificateOf(entry: Completeness, { agreeing, leftOut }: ConfirmedList): Completeness {
  const fields = leftOut.map(({ field, cells }) => `${field} (${withNoun(cells, 'cell')})`).join(', ');
  const sentence =
    fields === '' ? [] : [`Copied, and left out because no total of Torii holds it: ${fields}.`];
  const reasons = [...(entry.reason === null ? [] : [entry.reason]), ...sentence];
  return { ...entry, copied: agreeing, reason: reasons.length === 0 ? null : reasons.join(' ') };
}
