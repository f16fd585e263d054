/**
 * A hash over rows that does not depend on their order or paging: each row is hashed alone and the
 * hashes are added. Keys inside a row are added as well, so their order does not matter either.
 * Two lanes of 32 bits; proof against mistakes, not against an adversary.
 */
import { DEEPEST_VALUE, type JsonValue } from './json.ts';

export interface RowHash {
  /** Adds a row and returns its own hash (the first lane). */
  add(row: JsonValue): number;
  /** Sixteen hexadecimal digits; the same for the same rows in any order. */
  digest(): string;
  /** Whether the row added last nests too deeply to be walked. */
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

const keys = new Map<string, readonly [number, number]>();
/** Tenants have a few hundred keys; hostile ones must not fill the memory. */
const MOST_KEYS = 5000;

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

/** Sums row hashes; sums of two parts can be compared but not merged, so use one for one source. */
export function createRowHash(): RowHash {
  let first = 0;
  let other = 0;
  let wasTooDeep = false;
  return {
    get wasTooDeep() {
      return wasTooDeep;
    },
    add(row) {
      cut = false;
      const hash = hashValue(row, 0);
      wasTooDeep = cut;
      first = (first + hash) | 0;
      other = (other + second) | 0;
      return hash;
    },
    digest: () => hexadecimal(first) + hexadecimal(other),
  };
}

/** The hash of one value alone, for fingerprints. */
export function hashOf(value: JsonValue): string {
  const hash = createRowHash();
  hash.add(value);
  return hash.digest();
}
