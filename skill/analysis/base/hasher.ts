/** Below 8: a text and a list have their length above these bits. */
const mark = { record: 0, null: 1, text: 2, integer: 3, number: 4, true: 5, false: 6, list: 7 } as const;

const firstSeed = 0x811c9dc5 | 0;
const secondSeed = 0x9e3779b9 | 0;

/**
 * Any tree of plain values as 32-bit words, each led by a word for its kind, so that null, "", 0 and false
 * differ. Every word goes into two running numbers as it comes; none is kept. The numbers of the fields of
 * a record are added up: the order in which they were written does not matter.
 */
export class Hasher {
  private first = firstSeed;
  private second = secondSeed;

  tree(value: unknown): void {
    if (typeof value === 'string') this.text(value);
    else if (typeof value === 'number') this.number(value);
    else if (typeof value === 'boolean') this.word(value ? mark.true : mark.false);
    else if (Array.isArray(value)) this.list(value);
    else if (isRecord(value)) this.record(value);
    else this.word(mark.null);
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

  /** Two 32-bit numbers made of the words so far, which are then forgotten. */
  mixed(): readonly [number, number] {
    const { first, second } = this;
    this.first = firstSeed;
    this.second = secondSeed;
    return [finished(first), finished(second)];
  }

  private word(value: number): void {
    this.first = mixedFirst(this.first, value);
    this.second = mixedSecond(this.second, value);
  }

  private number(value: number): void {
    if ((value | 0) === value) {
      this.word(mark.integer);
      this.word(value);
    } else {
      this.word(mark.number);
      this.text(String(value));
    }
  }

  private list(items: readonly unknown[]): void {
    this.word((items.length << 3) | mark.list);
    for (const item of items) this.tree(item);
  }

  private record(fields: Readonly<Record<string, unknown>>): void {
    const { first, second } = this;
    let firstSum = 0;
    let secondSum = 0;
    for (const name in fields) {
      const item = fields[name];
      if (item === undefined) continue;
      this.first = firstSeed;
      this.second = secondSeed;
      this.text(name);
      this.tree(item);
      firstSum = (firstSum + finished(this.first)) | 0;
      secondSum = (secondSum + finished(this.second)) | 0;
    }
    this.first = mixedFirst(mixedFirst(first, mark.record), firstSum);
    this.second = mixedSecond(mixedSecond(second, mark.record), secondSum);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
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
