/**
 * Compares Torii's total with the same total of the copied rows, group by group.
 *
 * Out: how many of Torii's numbers agree, where they do not, and the cells that this total holds: those that could
 * neither have changed nor been swapped with those of another row without its being seen.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json.ts';
import { amountIn, bucketCounts } from '../../read/control-total.ts';
import { MOST_GROUPS, type TotalQuestion } from './total-question.ts';

export interface HeldCell {
  readonly row: JsonObject;
  readonly field: string;
}

export interface TotalVerdict {
  /** Numbers of Torii's that are those of the copied rows. */
  readonly agreeing: number;
  readonly differences: readonly string[];
  readonly held: readonly HeldCell[];
}

/** Where in a total we are: the groups above in words, and whether they say which rows these are. */
interface Place {
  readonly words: string;
  readonly isKnown: boolean;
}

export function compareTotal(
  rows: readonly JsonObject[],
  { groups, sum }: TotalQuestion,
  answer: JsonValue,
  place: Place = { words: '', isKnown: true },
): TotalVerdict {
  const [field, ...rest] = groups;
  if (field === undefined) return sum === null ? nothing : compareSum(rows, sum, answer, place);
  if (rows.some((row) => keyOf(row[field]) === undefined)) return nothing;
  const buckets = Array.isArray(answer) ? answer.filter(isJsonObject) : null;
  const counts = buckets && bucketCounts(buckets);
  if (buckets === null || counts === null)
    return differing(`${field}${place.words}: no counted groups are in the reply`);
  if (buckets.length >= MOST_GROUPS)
    return differing(`${field}${place.words}: of ${buckets.length} groups or more, some may be missing`);
  const isKnown = place.isKnown && (field === 'id' || isAlike(rows, field));
  const ours = groupsOf(rows, field);
  const compared = buckets.map((bucket, index): TotalVerdict => {
    const key = keyOf(bucket['key']) ?? '';
    const own = ours.get(key) ?? [];
    ours.delete(key);
    const words = ` of ${field} ${textOf(bucket['key'])}${place.words}`;
    const counted = compareCount(own.length, counts[index], words);
    if (rest.length === 0 && sum === null) return counted;
    const inner = bucket['aggregations'] ?? null;
    return joined([counted, compareTotal(own, { groups: rest, sum }, inner, { words, isKnown })]);
  });
  const extra = [...ours.values()].map(([row, ...others]) =>
    differing(
      `${1 + others.length} copied of ${field} ${textOf(row?.[field])}${place.words}, Torii counts none`,
    ),
  );
  const held = isKnown ? rows.map((row) => ({ row, field })) : [];
  return joined([...compared, ...extra, { ...nothing, held }]);
}

function compareCount(ours: number, theirs: number | undefined, words: string): TotalVerdict {
  if (theirs === ours) return { ...nothing, agreeing: 1 };
  return differing(`${ours} copied${words}, Torii counts ${theirs ?? 'none'}`);
}

function compareSum(
  rows: readonly JsonObject[],
  field: string,
  answer: JsonValue,
  { words, isKnown }: Place,
): TotalVerdict {
  const theirs = amountIn(Array.isArray(answer) ? answer[0] : answer);
  const ours = rows.reduce((total, row) => total + (amountIn(row[field]) ?? 0), 0);
  if (theirs === null) return differing(`no sum of ${field}${words} is in the reply`);
  if (Math.abs(theirs - ours) > 1e-9 * Math.max(1, Math.abs(theirs), Math.abs(ours)))
    return differing(`${field}${words}: the copied cells sum to ${ours}, Torii says ${theirs}`);
  // A sum of 0 does not tell 0 from nothing.
  const isHeld = isKnown && ours !== 0 && isAlike(rows, field);
  return { ...nothing, agreeing: 1, held: isHeld ? rows.map((row) => ({ row, field })) : [] };
}

/** Where every row says the same, it does not matter which of them said it. */
function isAlike(rows: readonly JsonObject[], field: string): boolean {
  return new Set(rows.map((row) => JSON.stringify(row[field] ?? null))).size <= 1;
}

/** Torii leaves out rows without a value. */
function groupsOf(rows: readonly JsonObject[], field: string): Map<string, JsonObject[]> {
  const groups = new Map<string, JsonObject[]>();
  for (const row of rows) {
    const key = keyOf(row[field]);
    if (typeof key !== 'string') continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/**
 * A cell as the key of its group, whichever way it is written; null for an empty one, undefined for one that is
 * no single value. A day is the same as text and as milliseconds, and so is a number.
 */
function keyOf(value: JsonValue | undefined): string | null | undefined {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return String(value);
  if (isJsonObject(value)) return 'value' in value ? keyOf(value['value']) : undefined;
  if (typeof value !== 'string') return undefined;
  if (value === 'true' || value === 'false') return value === 'true' ? '1' : '0';
  const instant = /^\d{4}-\d{2}-\d{2}/.test(value) ? Date.parse(value) : Number(value);
  return value.trim() === '' || Number.isNaN(instant) ? value : String(instant);
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

const nothing: TotalVerdict = { agreeing: 0, differences: [], held: [] };

function differing(difference: string): TotalVerdict {
  return { ...nothing, differences: [difference] };
}

function joined(parts: readonly TotalVerdict[]): TotalVerdict {
  return {
    agreeing: parts.reduce((sum, { agreeing }) => sum + agreeing, 0),
    differences: parts.flatMap(({ differences }) => differences),
    held: parts.flatMap(({ held }) => held),
  };
}
