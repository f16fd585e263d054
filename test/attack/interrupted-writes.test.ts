/**
 * Commands killed in the middle of their writing, and on a disk that is full or busy; `npm run interrupt` tries every
 * step of all that write.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { interrupted, stepsOf, type Interrupted, type Steps, type Writing } from './interrupted-writes.ts';
import { writingOf } from './writings.ts';

const whole = { half: [], lost: [], mixed: false };

/** One file, a set of two, and one that has to be written into. */
describe.each([
  'mapping set',
  'login store',
  'digest --save-baseline with history',
  'report --out over two names',
] as const)('%s', (name) => {
  let writing: Writing;
  let steps: Steps;

  beforeAll(async () => {
    writing = await writingOf(name);
    steps = await stepsOf(writing);
  }, 120_000);

  it('leaves all old files or all new ones, whichever step is the last', async () => {
    // Loaded before the program, the disk has counted its pieces.
    expect(steps.steps).toBeGreaterThan(4);
    const all: Interrupted[] = [];
    for (let step = 1; step <= steps.steps; step += 1)
      all.push(await interrupted(writing, steps, step, 'kill'));
    for (const one of all) expect(one).toMatchObject({ code: null, ...whole });
    // Some kill has fallen between the files of a set, or into the middle of one.
    expect(all.some(({ finished }) => finished)).toBe(/history|two names/.test(name));
  }, 240_000);

  it('says so where the disk is full, and leaves nothing behind', async () => {
    const full = await interrupted(writing, steps, 3, 'full');
    expect(full).toMatchObject({ ...whole, leftovers: [] });
    expect(full.code).not.toBe(0);
    expect(full.err).toMatch(/disk is full|ENOSPC/);
  }, 60_000);
});

it('a set gives back the places that it took, where another program holds one of its files', async () => {
  const writing = await writingOf('digest --save-baseline with history');
  const steps = await stepsOf(writing);
  const all: Interrupted[] = [];
  for (let step = 1; step <= steps.steps; step += 1)
    all.push(await interrupted(writing, steps, step, 'busy'));
  for (const one of all) expect(one).toMatchObject({ ...whole, leftovers: [] });
  const refused = all.filter(({ code }) => code === 2);
  expect(refused.length).toBeGreaterThanOrEqual(2);
  for (const { err } of refused) expect(err).toContain('another program holds it');
}, 240_000);
