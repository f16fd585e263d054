import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../skill/torii/base/json.ts';
import { createRowHash, hashOf } from '../../skill/torii/base/row-hash.ts';

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
    one.add({ id: 1, name: 'Slack' });
    one.add({ id: 2, name: 'Zoom' });
    other.add({ name: 'Zoom', id: 2 });
    other.add({ name: 'Slack', id: 1 });
    expect(one.digest()).toBe(other.digest());
  });
});
