import { describe, expect, it } from 'vitest';
import { pageClock } from '../../../artifact/session/reading/clock.ts';
import { parseConfiguration } from '../../../artifact/session/model/configuration.ts';
import { createSession, type Session } from '../../../artifact/session/store/create-session.ts';
import type { Results } from '../../../artifact/session/model/state.ts';
import { buildResults } from '../../../artifact/session/reading/build-results.ts';
import type { Analysis } from '../../../skill/analysis/base/contract.ts';
import { applyMapping } from '../../../skill/mapping/apply/apply.ts';
import { failure } from '../../../skill/torii/base/failure.ts';
import {
  approved,
  createGate,
  createHeldStage,
  plainSettings,
  records,
  undiscovered,
  type Stage,
} from '../stage.ts';

function sessionOn(stage: Stage, configuration: unknown = approved): Session {
  const parsed = parseConfiguration(configuration);
  return createSession({ parsed, clock: pageClock, connect: stage.connect });
}

/** Resolves at the first state that fits. */
function until(session: Session, fits: (session: Session) => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (fits(session)) return resolve();
    const stop = session.subscribe(() => {
      if (!fits(session)) return;
      stop();
      resolve();
    });
    return undefined;
  });
}

function rowsShown(session: Session): readonly [apps: number, contracts: number] {
  const portfolio = session.getState().results?.portfolio;
  return [portfolio?.apps.length ?? -1, portfolio?.contracts.length ?? -1];
}

function bySource(a: { readonly source: string }, b: { readonly source: string }): number {
  return a.source < b.source ? -1 : 1;
}

/** The same results, worked out from nothing but its records. */
function pictureAgain(results: Results | null): Analysis | null {
  if (results === null) return null;
  const portfolio = applyMapping(results.records, results.mapping);
  return buildResults({ ...results, portfolio }, plainSettings, approved.asOf).shown;
}

describe('a reading', () => {
  it('shows apps before the contracts have come, and labels them as awaited', async () => {
    const stage = createHeldStage();
    const gate = createGate();
    stage.hold = (tool) => (tool === 'list_contracts' ? gate.passed : Promise.resolve());
    const session = sessionOn(stage);
    const done = session.load();
    await until(session, (now) => now.getState().results !== null);
    expect(session.getState().phase).toBe('reading');
    expect(rowsShown(session)).toEqual([records.apps.length, 0]);
    gate.open();
    await done;
    expect(session.getState().phase).toBe('ready');
    expect(rowsShown(session)).toEqual([records.apps.length, records.contracts.length]);
  });

  it("shows all rows while Torii's own counts are awaited, and adds these without counting again", async () => {
    const stage = createHeldStage();
    const gate = createGate();
    stage.hold = () => (stage.calls.at(-1)?.args['aggs'] === undefined ? Promise.resolve() : gate.passed);
    const session = sessionOn(stage);
    const done = session.load();
    await until(session, (now) => rowsShown(now)[1] === records.contracts.length);
    const before = session.getState();
    expect(before.phase).toBe('reading');
    expect(stage.calls.filter(({ args }) => args['aggs'] !== undefined)).not.toEqual([]);
    gate.open();
    await done;
    const { results } = session.getState();
    expect(results?.shown.apps).toBe(before.results?.shown.apps);
    expect(results?.shown.completeness).toEqual(results?.portfolio.completeness.toSorted(bySource));
    expect(results?.shown).toEqual(pictureAgain(results));
  });

  it('asks for every field a draft may need when no mapping is configured', async () => {
    const stage = createHeldStage();
    await sessionOn(stage, undiscovered).load();
    const asked = stage.calls.find(({ tool }) => tool === 'list_contracts')?.args['fields'];
    expect(JSON.stringify(asked)).toContain('c_noticeDays_1');
  });

  it('needs no more than eight calls', async () => {
    const stage = createHeldStage();
    await sessionOn(stage, undiscovered).load();
    expect(stage.calls.length).toBeLessThanOrEqual(8);
  });

  it('goes past the cache of the host only when refreshed', async () => {
    const stage = createHeldStage();
    const session = sessionOn(stage);
    await session.load();
    expect(stage.calls.some(({ options }) => options.fresh === true)).toBe(false);
    stage.calls.length = 0;
    await session.refresh();
    expect(stage.calls.every(({ options }) => options.fresh === true)).toBe(true);
  });

  it('drops answers that come after a newer reading has begun', async () => {
    const stage = createHeldStage();
    const gate = createGate();
    stage.hold = () => gate.passed;
    const session = sessionOn(stage);
    const first = session.load();
    await until(session, (now) => now.getState().phase === 'reading');
    stage.hold = null;
    await session.refresh();
    const settled = session.getState();
    stage.faults.list_apps = failure('needs-sign-in', 'list_apps', 'too late');
    gate.open();
    await first;
    expect(session.getState().results).toBe(settled.results);
    expect(session.getState().failures).toEqual([]);
  });

  it('can be stopped, and keeps what is there', async () => {
    const stage = createHeldStage();
    const gate = createGate();
    stage.hold = (tool) => (tool === 'list_contracts' ? gate.passed : Promise.resolve());
    const session = sessionOn(stage);
    const done = session.load();
    await until(session, (now) => now.getState().results !== null);
    session.cancel();
    gate.open();
    await done;
    expect(session.getState().phase).toBe('ready');
    expect(rowsShown(session)).toEqual([records.apps.length, 0]);
  });
});

describe('a refresh that fails', () => {
  it('keeps the last good contracts as stale after a passing fault', async () => {
    const stage = createHeldStage();
    const session = sessionOn(stage);
    await session.load();
    stage.faults.list_contracts = failure('timed-out', 'list_contracts', 'slow', { retryable: false });
    await session.refresh();
    const { stale } = session.getState();
    expect(stale.map(({ source, failure }) => [source, failure.kind])).toEqual([['contracts', 'timed-out']]);
    expect(stale[0]?.fetchedAt).toBe('2026-11-22T09:00:00.000Z');
    expect(rowsShown(session)).toEqual([records.apps.length, records.contracts.length]);
  });

  it('takes the contracts down when the role may no longer see them', async () => {
    const stage = createHeldStage();
    const session = sessionOn(stage);
    await session.load();
    stage.faults.list_contracts = failure('denied', 'list_contracts', 'no');
    await session.refresh();
    expect(session.getState().stale).toEqual([]);
    expect(rowsShown(session)).toEqual([records.apps.length, 0]);
  });

  it.each(['needs-sign-in', 'not-connected'] as const)('takes everything down on %s', async (kind) => {
    const stage = createHeldStage();
    const session = sessionOn(stage);
    await session.load();
    stage.faults.list_contracts = failure(kind, 'list_contracts', 'gone');
    await session.refresh();
    expect(session.getState().results).toBeNull();
  });

  it('recovers with the next one', async () => {
    const stage = createHeldStage();
    const session = sessionOn(stage);
    stage.faults.list_apps = failure('unavailable', 'list_apps', '503', { retryable: false });
    await session.load();
    expect(session.getState().results).toBeNull();
    delete stage.faults.list_apps;
    await session.refresh();
    expect(session.getState().failures).toEqual([]);
    expect(rowsShown(session)[0]).toBe(records.apps.length);
  });
});

describe('a configuration with problems', () => {
  it('makes no call until the person decides', async () => {
    const stage = createHeldStage();
    const session = sessionOn(stage, { mapping: { schemaVersion: 9 } });
    await session.load();
    expect(stage.calls).toEqual([]);
    await session.proceedWithDraft();
    expect(session.getState().results?.origin).toBe('discovered');
  });
});
