/**
 * A hash over rows that does not depend on their order or paging: each row is hashed alone and the
 * hashes are added. Keys inside a row are added as well, so their order does not matter either.
 * Two lanes of 32 bits; proof against mistakes, not against an adversary.
 */
import { DEEPEST_VALUE, isJsonObject, type JsonObject, type JsonValue } from './json.ts';

export interface RowHash {
  /** A row's own hash (the first lane). */
  of(row: JsonValue): number;
  /** Adds the row hashed last to the sum. */
  addLast(): void;
  /** Sixteen hexadecimal digits; the same for the same rows in any order. */
  digest(): string;
  /** Whether the row hashed last nests too deeply to be walked. */
  readonly wasTooDeep: boolean;
}

const FIRST = 0x811c9dc5;
const SECOND = 0x2545f491;

/** Spreads a lane over all its bits (the finaliser of MurmurHash3). */
function mixBits(lane: number): number {
  let mixed = lane ^ (lane >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

// The second lane of the hash computed last: a pair would cost an allocation for every value.
let second = 0;
// Whether the row hashed last nests deeper than is read.
let cut = false;

/** Each lane takes every other character, which halves the work; at the end each stirs in the other. */
function hashText(text: string, seed: number): number {
  const { length } = text;
  let first = FIRST ^ seed;
  let other = SECOND ^ length;
  let index = 0;
  for (; index + 1 < length; index += 2) {
    first = Math.imul(first ^ text.charCodeAt(index), 0x01000193);
    other = Math.imul(other ^ text.charCodeAt(index + 1), 0x5bd1e995);
  }
  if (index < length) first = Math.imul(first ^ text.charCodeAt(index), 0x01000193);
  second = mixBits(Math.imul(first, 5) ^ other);
  return mixBits(first ^ Math.imul(other, 3));
}

function hashWord(word: number, seed: number): number {
  second = mixBits(Math.imul(word ^ seed, 0x5bd1e995) + SECOND);
  return mixBits(Math.imul(word + seed, 0x01000193) ^ FIRST);
}

/** Tenants have a few hundred keys; hostile ones must not fill the memory. */
const MOST_KEYS = 5000;
const keys = new Map<string, readonly [number, number]>();

function hashKey(key: string): readonly [number, number] {
  const known = keys.get(key);
  if (known !== undefined) return known;
  const first = hashText(key, 7);
  const pair = [first, second] as const;
  if (keys.size < MOST_KEYS) keys.set(key, pair);
  return pair;
}

function hashValue(value: JsonValue | undefined, depth: number): number {
  if (typeof value === 'string') return hashText(value, 1);
  if (typeof value === 'number') {
    return (value | 0) === value ? hashWord(value, 2) : hashText(String(value), 2);
  }
  if (typeof value === 'object' && value !== null) {
    // Values nested deeper count by their depth alone.
    if (depth > DEEPEST_VALUE) {
      cut = true;
      return hashWord(depth, 6);
    }
    return Array.isArray(value) ? hashList(value, depth) : hashFields(value, depth);
  }
  return hashWord(value === true ? 1 : value === false ? 2 : 3, 4);
}

function hashList(list: readonly JsonValue[], depth: number): number {
  let first = list.length;
  let other = list.length;
  for (const item of list) {
    const inner = hashValue(item, depth + 1);
    first = Math.imul(first ^ inner, 0x01000193) + 1;
    other = Math.imul(other ^ second, 0x5bd1e995) + 1;
  }
  second = mixBits(other);
  return mixBits(first ^ 5);
}

function hashFields(fields: { readonly [key: string]: JsonValue }, depth: number): number {
  let first = 0;
  let other = 0;
  for (const key in fields) {
    const pair = hashKey(key);
    const inner = hashValue(fields[key], depth + 1);
    const innerSecond = second;
    first = (first + mixBits(Math.imul(pair[0], 3) ^ inner)) | 0;
    other = (other + mixBits(Math.imul(pair[1], 5) ^ innerSecond)) | 0;
  }
  second = mixBits(other);
  return mixBits(first);
}

function hexadecimal(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0');
}

/** What is known of a key of rows. */
interface RowKey {
  readonly key: string;
  readonly first: number;
  readonly other: number;
  /** Its value goes into the hash; otherwise only its depth is looked at. */
  readonly counts: boolean;
}

/**
 * The keys of the rows of one source. Rows list the same keys in the same order, so a key is looked for
 * first where it was in the row before.
 */
function createRowKeys(counted: ReadonlySet<string> | null): (key: string, place: number) => RowKey {
  const met = new Map<string, RowKey>();
  const placed: RowKey[] = [];
  const lookUp = (key: string): RowKey => {
    const known = met.get(key);
    if (known !== undefined) return known;
    const [first, other] = hashKey(key);
    const made = { key, first, other, counts: counted?.has(key) ?? true };
    if (met.size < MOST_KEYS) met.set(key, made);
    return made;
  };
  return (key, place) => {
    const here = placed[place];
    if (here?.key === key) return here;
    const found = lookUp(key);
    if (place < MOST_KEYS) placed[place] = found;
    return found;
  };
}

/** Notes a value that nests deeper than is read, and walks no further than that. */
function noteDepth(value: JsonValue | undefined, depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth > DEEPEST_VALUE) cut = true;
  else if (Array.isArray(value)) for (const item of value) noteDepth(item, depth + 1);
  else for (const key in value) noteDepth(value[key], depth + 1);
}

/** The same as `hashFields` where all keys count. */
function hashRow(row: JsonObject, keyAt: ReturnType<typeof createRowKeys>): number {
  let first = 0;
  let other = 0;
  let place = 0;
  for (const key in row) {
    const known = keyAt(key, place);
    place += 1;
    const value = row[key];
    if (!known.counts) {
      if (typeof value === 'object') noteDepth(value, 1);
      continue;
    }
    const inner = hashValue(value, 1);
    const innerSecond = second;
    first = (first + mixBits(Math.imul(known.first, 3) ^ inner)) | 0;
    other = (other + mixBits(Math.imul(known.other, 5) ^ innerSecond)) | 0;
  }
  second = mixBits(other);
  return mixBits(first);
}

/**
 * Sums row hashes; sums of two parts can be compared but not merged, so use one for one source.
 * @param counted the keys whose values go in; null for all
 */
export function createRowHash(counted: ReadonlySet<string> | null = null): RowHash {
  const keyAt = createRowKeys(counted);
  let first = 0;
  let other = 0;
  let last = 0;
  let lastSecond = 0;
  let wasTooDeep = false;
  return {
    get wasTooDeep() {
      return wasTooDeep;
    },
    of(row) {
      cut = false;
      last = isJsonObject(row) ? hashRow(row, keyAt) : hashValue(row, 0);
      lastSecond = second;
      wasTooDeep = cut;
      return last;
    },
    addLast() {
      first = (first + last) | 0;
      other = (other + lastSecond) | 0;
    },
    digest: () => hexadecimal(first) + hexadecimal(other),
  };
}

/** The hash of one value alone, for fingerprints. */
export function hashOf(value: JsonValue): string {
  cut = false;
  const first = hashValue(value, 0);
  return hexadecimal(first) + hexadecimal(second);
}
