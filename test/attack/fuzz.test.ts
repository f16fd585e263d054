/**
 * Mutated replies through the whole path: none may crash it, stop it, or leave a total that lacks something and does
 * not say so. `npm run fuzz` tries thousands; a seed that breaks here breaks there.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { mutationNames } from './hostile-reply.ts';
import { broken, type Tried, trySeed } from './fuzz.ts';

const SEEDS = 300;
const FIRST = Number(process.env['FUZZ_SEED'] ?? 1);

const all: Tried[] = [];

describe(`${SEEDS} mutated readings`, () => {
  beforeAll(async () => {
    for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) all.push(await trySeed(seed));
  }, 240_000);

  it.each([...broken])('end in no %s', (outcome) => {
    expect(all.filter((one) => one.outcome === outcome)).toEqual([]);
  });

  it('try every kind of mutation, and reach the reader', () => {
    expect(new Set(all.map(({ attack }) => attack.mutation))).toEqual(new Set(mutationNames));
    expect(all.filter(({ struck }) => struck > 0).length).toBeGreaterThan(SEEDS * 0.8);
  });

  it('change totals often enough to be judged', () => {
    expect(all.filter(({ outcome }) => outcome === 'labeled').length).toBeGreaterThan(30);
  });
});
