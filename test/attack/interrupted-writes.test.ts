/** Commands killed in the middle of their writing, and on a full disk; `npm run interrupt` tries every step of all. */
import { beforeAll, describe, expect, it } from 'vitest';
import { interrupted, stepsOf, type Steps, type Writing } from './interrupted-writes.ts';
import { loginWriting, writings } from './writings.ts';

describe.each(['mapping set', 'login store'])('%s', (name) => {
  let writing: Writing;
  let steps: Steps;

  beforeAll(async () => {
    const all = [...(await writings()), await loginWriting()];
    const found = all.find((one) => one.name === name);
    if (found === undefined) throw new Error(`${name} is not among them.`);
    writing = found;
    steps = await stepsOf(writing);
  }, 120_000);

  it('leaves the old file or the new one, whichever step is the last', async () => {
    // Loaded before the program, the disk has counted its pieces.
    expect(steps.steps).toBeGreaterThan(4);
    for (let step = 1; step <= steps.steps; step += 1) {
      expect(await interrupted(writing, steps, step, 'kill')).toMatchObject({
        code: null,
        half: [],
        lost: [],
        mixed: false,
      });
    }
  }, 120_000);

  it('says so where the disk is full, and leaves nothing behind', async () => {
    const full = await interrupted(writing, steps, 3, 'full');
    expect(full).toMatchObject({ half: [], lost: [], mixed: false, leftovers: [] });
    expect(full.code).not.toBe(0);
    expect(full.err).toMatch(/disk is full|ENOSPC/);
  }, 60_000);
});
