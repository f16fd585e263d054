import { describe, expect, it } from 'vitest';
import { pageClock } from '../../../artifact/session/reading/clock.ts';
import { parseConfiguration } from '../../../artifact/session/model/configuration.ts';
import { createSession, type Session } from '../../../artifact/session/store/create-session.ts';
import type { Analysis } from '../../../skill/analysis/base/contract.ts';
import { approved, createHeldStage } from '../stage.ts';

async function loaded(configuration: object = approved): Promise<Session> {
  const session = createSession({
    parsed: parseConfiguration(configuration),
    clock: pageClock,
    connect: createHeldStage().connect,
  });
  await session.load();
  return session;
}

function analysisOf(session: Session): Analysis {
  const { results } = session.getState();
  if (results === null) throw new Error('Nothing was read.');
  return results.shown;
}

const decisionsFile = { schemaVersion: 1, tenant: 'Brindlewick Instruments' };

/** An app that the rules right-size. */
function proposed(analysis: Analysis): number {
  const row = analysis.ledger.find(({ hardAnnual }) => hardAnnual > 0);
  if (!row) throw new Error('The rules propose nothing.');
  return row.appId;
}

function costOf({ apps }: Analysis, appId: number): number {
  return apps.find(({ id }) => id === appId)?.costAnnual ?? 0;
}

describe('a what-if', () => {
  it('recomputes the ledger in place, and every total follows its rows', async () => {
    const session = await loaded();
    const before = analysisOf(session);
    const appId = proposed(before);
    session.planApp({ appId, action: 'retire' });
    const after = analysisOf(session);
    const own = before.apps.find(({ id }) => id === appId)?.hardSavingAnnual ?? 0;
    expect(after.totals.hardSavingAnnual).toBe(
      (before.totals.hardSavingAnnual ?? 0) - own + costOf(before, appId),
    );
    expect(after.plan.find((entry) => entry.appId === appId)?.source).toBe('person');
    expect(after.selfAudit.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('keeps the results without it, and goes back to it', async () => {
    const session = await loaded();
    const before = analysisOf(session);
    session.planApp({ appId: proposed(before), action: 'retire' });
    session.assume({ percent: 40, hires: 3 });
    expect(session.getState().results?.baseline).toBe(before);
    expect(analysisOf(session).inputs.config.rightSizing).toMatchObject({ percent: 40, hires: 3 });
    session.resetWhatIf();
    expect(analysisOf(session)).toBe(before);
  });

  it('takes back one assumption without the others', async () => {
    const session = await loaded();
    session.assume({ noticeDays: 30, leadDays: 5 });
    session.assume({ noticeDays: undefined });
    expect(analysisOf(session).inputs.config.defaults).toMatchObject({ noticeDays: null, leadDays: 5 });
  });

  it('interprets no record again', async () => {
    const session = await loaded();
    const { portfolio } = session.getState().results ?? {};
    session.assume({ percent: 25 });
    expect(session.getState().results?.portfolio).toBe(portfolio);
  });

  it('replaces an edit of the same app, and undoes it', async () => {
    const session = await loaded();
    const before = analysisOf(session);
    const appId = proposed(before);
    session.planApp({ appId, action: 'retire', oneTime: '1200.50' });
    session.planApp({ appId, action: 'keep', oneTime: '900' });
    expect(analysisOf(session).totals.oneTime).toBe(90_000);
    session.undoPlan(appId);
    expect(analysisOf(session).totals).toEqual(before.totals);
  });

  it('takes a rejected app out of the plan of the rules', async () => {
    const session = await loaded();
    const before = analysisOf(session);
    const appId = proposed(before);
    session.decide({ appId, verdict: 'rejected' });
    expect(analysisOf(session).ledger.some((row) => row.appId === appId)).toBe(false);
    session.undoDecision({ appId });
    expect(analysisOf(session).totals).toEqual(before.totals);
  });

  it('survives a refresh', async () => {
    const session = await loaded();
    session.planApp({ appId: proposed(analysisOf(session)), action: 'retire' });
    const planned = analysisOf(session).totals;
    await session.refresh();
    expect(analysisOf(session).totals).toEqual(planned);
  });
});

describe('decisions in the configuration', () => {
  it('are overlaid when the page opens, and are not a what-if', async () => {
    const appId = proposed(analysisOf(await loaded()));
    const edits = [{ appId, action: 'retire', by: 'Procurement', at: '2026-11-01' }];
    const session = await loaded({ ...approved, decisions: { ...decisionsFile, edits } });
    const { results } = session.getState();
    expect(results?.shown.plan.find((entry) => entry.appId === appId)?.action).toBe('retire');
    expect(results?.shown).toBe(results?.baseline);
  });

  it.each([
    [{ ...decisionsFile, edit: [] }, 'decisions.edit'],
    [
      { ...decisionsFile, decisions: [{ verdict: 'accepted', by: 'A', at: '2026-11-01' }] },
      'decisions.decisions.0',
    ],
    [
      {
        ...decisionsFile,
        edits: [{ appId: 1, action: 'keep', oneTime: '1.005', by: 'A', at: '2026-11-01' }],
      },
      'decisions.edits.0.oneTime',
    ],
  ])('are refused with their key when they do not check', (decisions, path) => {
    const parsed = parseConfiguration({ ...approved, decisions });
    expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.path)).toEqual([path]);
  });

  it('need the mapping they were made on', () => {
    const parsed = parseConfiguration({ decisions: decisionsFile });
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual(['decisions']);
  });
});
