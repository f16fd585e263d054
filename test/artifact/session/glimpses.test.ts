import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGlimpses } from '../../../artifact/session/reading/glimpses.ts';

/** A clock that is moved by hand; what sleeps wakes on time. */
function handClock() {
  let now = 0;
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    sleep: (ms: number) => new Promise<void>((wake) => sleepers.push({ at: now + ms, wake })),
    async advance(ms: number): Promise<void> {
      for (const end = now + ms; now < end;) {
        now = Math.min(end, ...sleepers.map(({ at }) => at).filter((at) => at > now));
        const due = sleepers.filter(({ at }) => at <= now);
        sleepers = sleepers.filter(({ at }) => at > now);
        for (const { wake } of due) wake();
        for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      }
    },
  };
}

/** Reads so many rows a page, each page a while after the last; when a picture was begun, and of how many rows. */
async function picturesOf(
  pages: readonly number[],
  gapMs: number,
  costMs: number,
): Promise<[at: number, rows: number][]> {
  const clock = handClock();
  const glimpses = createGlimpses(clock);
  const seen: [number, number][] = [];
  let rows = 0;
  for (const page of pages) {
    rows += page;
    const soFar = rows;
    glimpses.offer(soFar, () => {
      seen.push([clock.now(), soFar]);
      return clock.sleep(costMs);
    });
    await clock.advance(gapMs);
  }
  glimpses.stop();
  await clock.advance(10_000);
  return seen;
}

const tenPages = Array.from({ length: 10 }, () => 1000);

describe('pictures on the way', () => {
  it('begin with the first page and then come for every half more', async () => {
    const seen = await picturesOf(tenPages, 150, 20);
    expect(seen.map(([, rows]) => rows)).toEqual([1000, 2000, 3000, 5000, 8000]);
    expect(seen[0]?.[0]).toBe(0);
  });

  it('leave as much time free as the last one took, and then show the latest page', async () => {
    expect(await picturesOf(tenPages, 150, 200)).toEqual([
      [0, 1000],
      [400, 3000],
      [800, 6000],
      [1200, 9000],
    ]);
  });

  it('show a page that came while another was worked out, although no more pages come', async () => {
    expect(await picturesOf([1000, 0, 1000, 0, 0, 0, 0], 30, 50)).toEqual([
      [0, 1000],
      [100, 2000],
    ]);
  });

  it('are none of a page without rows, and none once the reading is through', async () => {
    expect(await picturesOf([0, 0], 150, 20)).toEqual([]);
    expect(await picturesOf([1000, 1000], 10, 50)).toEqual([[0, 1000]]);
  });

  it('count those that have to be made', async () => {
    const clock = handClock();
    const glimpses = createGlimpses(clock);
    const seen: number[] = [];
    await glimpses.run(1000, async () => {});
    for (const rows of [1400, 1600]) glimpses.offer(rows, async () => void seen.push(rows));
    await clock.advance(10);
    expect(seen).toEqual([1600]);
  });

  it('go on after one that failed', async () => {
    const clock = handClock();
    const glimpses = createGlimpses(clock);
    await expect(glimpses.run(10, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    const next = new Promise((resolve) => glimpses.offer(15, async () => resolve('shown')));
    expect(await next).toBe('shown');
  });

  it('cost together no more than three times the last, whatever the pages', async () => {
    const milliseconds = fc.integer({ min: 0, max: 300 });
    const sizes = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(sizes, milliseconds, milliseconds, async (pages, gapMs, costMs) => {
        const seen = (await picturesOf(pages, gapMs, costMs)).map(([, rows]) => rows);
        const work = seen.reduce((sum, rows) => sum + rows, 0);
        expect(seen[0]).toBe(pages[0]);
        expect(work).toBeLessThanOrEqual(3 * (seen.at(-1) ?? 0));
      }),
      { seed: 17, numRuns: 60 },
    );
  });
});
