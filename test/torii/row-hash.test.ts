import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../skill/torii/base/json.ts';
import { createRowHash, hashOf, type RowHash } from '../../skill/torii/base/row-hash.ts';

function addAll(hash: RowHash, ...rows: readonly JsonValue[]): void {
  for (const row of rows) {
    hash.of(row);
    hash.addLast();
  }
}

describe('row hash', () => {
  it('tells every two short texts apart', () => {
    const letters = ['a', 'b', '0', '1', ' ', 'é'];
    const pairs = letters.flatMap((first) => letters.map((second) => first + second));
    const texts = [
      '',
      ...letters,
      ...pairs,
      ...pairs.flatMap((pair) => letters.map((letter) => pair + letter)),
    ];
    expect(new Set(texts.map(hashOf)).size).toBe(texts.length);
  });

  it('notices two neighbors that change places', () => {
    const text = fc.string({ minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(text, fc.nat(), (before, at) => {
        const index = at % (before.length - 1);
        const [left, right] = [before.charAt(index), before.charAt(index + 1)];
        fc.pre(left !== right);
        const after = before.slice(0, index) + right + left + before.slice(index + 2);
        expect(hashOf(after)).not.toBe(hashOf(before));
      }),
    );
  });

  it('tells ten thousand dates apart in either half of the digest', () => {
    const digests = Array.from({ length: 10_000 }, (_, index) =>
      hashOf(new Date(Date.UTC(2000, 0, index)).toISOString()),
    );
    expect(new Set(digests.map((digest) => digest.slice(0, 8))).size).toBeGreaterThan(9_980);
    expect(new Set(digests.map((digest) => digest.slice(8))).size).toBeGreaterThan(9_980);
  });

  it.each<[string, JsonValue, JsonValue]>([
    ['a number and its digits', 1, '1'],
    ['null and an empty text', null, ''],
    ['a list and its only item', ['a'], 'a'],
    ['a field under another key', { a: 'b' }, { b: 'a' }],
  ])('tells apart %s', (_, one, other) => {
    expect(hashOf(one)).not.toBe(hashOf(other));
  });

  it('is the same for rows and keys in any order', () => {
    const [one, other] = [createRowHash(), createRowHash()];
    addAll(one, { id: 1, name: 'Slack' }, { id: 2, name: 'Zoom' });
    addAll(other, { name: 'Zoom', id: 2 }, { name: 'Slack', id: 1 });
    expect(one.digest()).toBe(other.digest());
  });

  it('is that of the value alone where all keys count, whatever the rows before looked like', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 5 }), (rows) => {
        const hash = createRowHash();
        for (const row of rows as JsonObject[]) {
          const own = (hash.of(row) >>> 0).toString(16).padStart(8, '0');
          expect(own).toBe(hashOf(row).slice(0, 8));
        }
      }),
      { seed: 17 },
    );
  });

  it('leaves out the keys that do not count, in any order and among any others', () => {
    const hash = createRowHash(new Set(['id', 'status']));
    const own = hash.of({ id: 1, status: 'active' });
    expect(hash.of({ role: 'Admin', status: 'active', name: 'A', id: 1 })).toBe(own);
    expect(hash.of({ status: 'active', id: 1, name: { first: 'B' } })).toBe(own);
    expect(hash.of({ id: 1, status: 'deleted' })).not.toBe(own);
    expect(hash.of({ id: 1 })).not.toBe(own);
  });

  it('notices a value nested too deeply whether or not its key counts', () => {
    const deep = Array.from({ length: 100 }).reduce<JsonValue>((inner) => [inner], 1);
    for (const key of ['status', 'name']) {
      const hash = createRowHash(new Set(['id', 'status']));
      hash.of({ id: 1, [key]: deep });
      expect(hash.wasTooDeep).toBe(true);
      hash.of({ id: 2, [key]: { a: ['b'] } });
      expect(hash.wasTooDeep).toBe(false);
    }
  });
});
