/** Figures that fill in page by page: marked as partial, never less than before, and in the end the same. */
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pageClock } from '../../../artifact/session/reading/clock.ts';
import { parseConfiguration } from '../../../artifact/session/model/configuration.ts';
import type { Results } from '../../../artifact/session/model/state.ts';
import { createSession, type Session } from '../../../artifact/session/store/create-session.ts';
import type { Analysis } from '../../../skill/analysis/base/contract.ts';
import { noneToTake } from '../../../skill/report/decisions/decide.ts';
import { approved, createGate, createHeldStage, records, undiscovered, type Stage } from '../stage.ts';

const passes = vi.hoisted(() => ({ count: 0 }));

vi.mock(import('../../../skill/analysis/stages/analyze.ts'), async (load) => {
  const stages = await load();
  const analyze: typeof stages.analyze = (...inputs) => {
    passes.count += 1;
    return stages.analyze(...inputs);
  };
  return { ...stages, analyze };
});

beforeEach(() => {
  passes.count = 0;
});

const whole = records.apps.length + records.contracts.length;

function sessionOn(stage: Stage, configuration: unknown = approved): Session {
  return createSession({
    parsed: parseConfiguration(configuration),
    clock: pageClock,
    connect: stage.connect,
  });
}

/** Pages of so many rows, and between two of them the time to work something out. */
function pagedStage(pageSize: number): Stage {
  const stage = createHeldStage();
  stage.pageSize = pageSize;
  stage.hold = () => pageClock.sleep(5);
  return stage;
}

/** Everything that was shown, in order. */
function watchResults(session: Session): Results[] {
  const seen: Results[] = [];
  session.subscribe(() => {
    const { results } = session.getState();
    if (results !== null && results !== seen.at(-1)) seen.push(results);
    else if (results === null && seen.length > 0) throw new Error('What was shown was taken down.');
  });
  return seen;
}

function rowsOf({ portfolio }: Results): number {
  return portfolio.apps.length + portfolio.contracts.length;
}

/** The same rows in one page of each source. */
async function readAtOnce(): Promise<Results> {
  const session = sessionOn(createHeldStage());
  await session.load();
  const { results } = session.getState();
  if (results === null) throw new Error('Nothing was read.');
  return results;
}

/** Pages are counted in the certificates, and nowhere else. */
function figuresIn({ shown }: Results): Omit<Analysis, 'completeness'> {
  const { completeness: _, ...figures } = shown;
  return figures;
}

function expectMarked(results: Results): void {
  expect(results.awaited).not.toEqual([]);
  expect(results.shown.totals.partial).toBe(true);
  expect(noneToTake(results.shown)).not.toEqual(['Nothing to decide.']);
}

describe('a reading of several pages', () => {
  it('shows the first page before the second has come, and says of how many', async () => {
    const stage = createHeldStage();
    const gate = createGate();
    stage.pageSize = 15;
    stage.hold = () => {
      const apps = stage.calls.filter(({ tool }) => tool === 'list_apps');
      const isFirst = stage.calls.at(-1)?.tool === 'list_apps' && apps.length === 1;
      return isFirst || stage.calls.at(-1)?.tool.endsWith('_fields') ? Promise.resolve() : gate.passed;
    };
    const session = sessionOn(stage);
    const seen = watchResults(session);
    const done = session.load();
    await expect.poll(() => seen.length).toBe(1);
    const certificate = seen[0]?.shown.completeness.find(({ source }) => source === 'apps');
    expect(certificate).toMatchObject({ status: 'partial', rows: 15, total: records.apps.length });
    expect(seen[0]?.awaited).toEqual(['apps', 'contracts']);
    expect(session.getState().phase).toBe('reading');
    gate.open();
    await done;
    expect(session.getState().results?.awaited).toEqual([]);
  });

  it('marks whatever it shows on the way, never shows less, and ends with what all rows give at once', async () => {
    const atOnce = await readAtOnce();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 45 }), async (pageSize) => {
        const session = sessionOn(pagedStage(pageSize));
        const seen = watchResults(session);
        await session.load();
        const last = seen.at(-1);
        if (last === undefined) throw new Error('Nothing was shown.');
        for (const [index, results] of seen.entries()) {
          if (rowsOf(results) < whole) expectMarked(results);
          expect(rowsOf(results)).toBeGreaterThanOrEqual(rowsOf(seen[index - 1] ?? results));
        }
        expect(last.awaited).toEqual([]);
        expect(figuresIn(last)).toEqual(figuresIn(atOnce));
      }),
      { numRuns: 8, seed: 3, examples: [[1], [10], [45]] },
    );
  });

  it.each([1, 4, 50])('analyzes a few times for all pages of %d rows', async (pageSize) => {
    const session = sessionOn(pagedStage(pageSize));
    await session.load();
    // For every half more rows, then once for the end of each source, with its rows and with its count.
    const growth = Math.ceil(Math.log(whole / pageSize) / Math.log(1.5)) + 1;
    expect(passes.count).toBeLessThanOrEqual(Math.max(1, growth) + 4);
    expect(passes.count).toBeGreaterThan(0);
  });

  it('keeps what was on screen while it is read again', async () => {
    const stage = pagedStage(5);
    const session = sessionOn(stage);
    await session.load();
    const seen = watchResults(session);
    await session.refresh();
    expect(seen.map(rowsOf)).toEqual(seen.map(() => whole));
    expect(seen.every(({ awaited }) => awaited.length === 0)).toBe(true);
  });

  it('shows no page of a draft alone, which all rows may read in another way', async () => {
    const session = sessionOn(pagedStage(5), undiscovered);
    const seen = watchResults(session);
    await session.load();
    expect(seen.map(({ portfolio }) => portfolio.apps.length)).toEqual(seen.map(() => records.apps.length));
  });

  it('stays partial when it is stopped, and also while it is read again', async () => {
    const stage = createHeldStage();
    const gate = createGate();
    stage.pageSize = 15;
    stage.hold = () => (stage.calls.length > 4 ? gate.passed : Promise.resolve());
    const session = sessionOn(stage);
    const seen = watchResults(session);
    const done = session.load();
    await expect.poll(() => seen.length).toBeGreaterThan(0);
    session.cancel();
    gate.open();
    await done;
    expect(session.getState().results?.awaited).toContain('apps');
    stage.hold = () => pageClock.sleep(5);
    await session.refresh();
    for (const results of seen.slice(0, -1)) if (rowsOf(results) < whole) expectMarked(results);
    expect(session.getState().results?.awaited).toEqual([]);
    expect(seen.map(rowsOf).at(-1)).toBe(whole);
  });
});
