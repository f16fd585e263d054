import type { Missing, Value } from '../../mapping/portfolio.ts';

/** Below 8: a text and a list have their length above these bits. */
const mark = { tree: 0, null: 1, text: 2, integer: 3, number: 4, true: 5, false: 6, list: 7 } as const;

const gaps: Readonly<Record<Missing['reason'], number>> = {
  'not-mapped': 8,
  absent: 16,
  empty: 24,
  'hidden-by-role': 32,
  'not-read': 40,
  placeholder: 56,
};
const unreadable = 48;

const firstSeed = 0x811c9dc5 | 0;
const secondSeed = 0x9e3779b9 | 0;

/**
 * Values as 32-bit words, each led by a word for its kind, so that null, "", 0 and false differ. Every
 * word goes into two running numbers as it comes; none is kept.
 */
export class Hasher {
  private first = firstSeed;
  private second = secondSeed;

  private word(value: number): void {
    this.first = mixedFirst(this.first, value);
    this.second = mixedSecond(this.second, value);
  }

  text(text: string): void {
    const { length } = text;
    this.word((length << 3) | mark.text);
    let { first, second } = this;
    for (let index = 0; index < length; index += 2) {
      const code = text.charCodeAt(index);
      const word = index + 1 < length ? (code << 16) | text.charCodeAt(index + 1) : code;
      first = mixedFirst(first, word);
      second = mixedSecond(second, word);
    }
    this.first = first;
    this.second = second;
  }

  number(value: number | null | undefined): void {
    if (value === null || value === undefined) this.word(mark.null);
    else if ((value | 0) === value) {
      this.word(mark.integer);
      this.word(value);
    } else {
      this.word(mark.number);
      this.text(String(value));
    }
  }

  truth(value: boolean | null): void {
    this.word(value === null ? mark.null : value ? mark.true : mark.false);
  }

  list(length: number): void {
    this.word((length << 3) | mark.list);
  }

  /** True when the value is known and its words are to follow. */
  private opens(value: Value<unknown>): boolean {
    if (value.kind === 'missing') this.word(gaps[value.reason]);
    else if (value.kind === 'invalid') {
      this.word(unreadable);
      this.text(value.raw);
    }
    return value.kind === 'known';
  }

  textValue(value: Value<string>): void {
    if (this.opens(value) && value.kind === 'known') this.text(value.value);
  }

  numberValue(value: Value<number>): void {
    if (this.opens(value) && value.kind === 'known') this.number(value.value);
  }

  truthValue(value: Value<boolean>): void {
    if (this.opens(value) && value.kind === 'known') this.truth(value.value);
  }

  recordValue<Row>(value: Value<Row>, add: (hasher: Hasher, row: Row) => void): void {
    if (this.opens(value) && value.kind === 'known') add(this, value.value);
  }

  /** Any tree of plain values; the order in which keys were written does not matter. */
  tree(value: unknown): void {
    if (typeof value === 'string') this.text(value);
    else if (typeof value === 'number') this.number(value);
    else if (typeof value === 'boolean') this.truth(value);
    else if (typeof value === 'object' && value !== null) this.branches(value);
    else this.word(mark.null);
  }

  private branches(value: object): void {
    const entries: [string, unknown][] = Object.entries(value).filter(([, item]) => item !== undefined);
    this.word(Array.isArray(value) ? mark.list : mark.tree);
    this.word(entries.length);
    for (const [key, item] of entries.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      this.text(key);
      this.tree(item);
    }
  }

  /** Two 32-bit numbers made of the words so far, which are then forgotten. */
  mixed(): readonly [number, number] {
    const { first, second } = this;
    this.first = firstSeed;
    this.second = secondSeed;
    return [finished(first), finished(second)];
  }
}

function mixedFirst(first: number, word: number): number {
  const product = Math.imul(first ^ word, 0x01000193);
  return product ^ (product >>> 15);
}

function mixedSecond(second: number, word: number): number {
  return Math.imul((second << 5) ^ (second >>> 27) ^ word, 0x85ebca6b);
}

function finished(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  const twice = Math.imul(once ^ (once >>> 15), 0x846ca68b);
  return (twice ^ (twice >>> 16)) >>> 0;
}

/** Sixteen hexadecimal digits for a tree of plain values; any change of a value changes them. No seal: anyone can make them. */
export function treeHash(value: unknown): string {
  const hasher = new Hasher();
  hasher.tree(value);
  return hasher
    .mixed()
    .map((part) => part.toString(16).padStart(8, '0'))
    .join('');
}
