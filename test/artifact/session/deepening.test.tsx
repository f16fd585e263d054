import { describe, expect, it } from 'vitest';
import { pageClock } from '../../../artifact/session/reading/clock.ts';
import { parseConfiguration } from '../../../artifact/session/model/configuration.ts';
import { createSession, type Session } from '../../../artifact/session/store/create-session.ts';
import type { Results } from '../../../artifact/session/model/state.ts';
import { failure } from '../../../skill/torii/base/failure.ts';
import { approved, createGate, createHeldStage, records, type Stage } from '../stage.ts';

async function loaded(stage: Stage): Promise<Session> {
  const parsed = parseConfiguration(approved);
  const session = createSession({ parsed, clock: pageClock, connect: stage.connect });
  await session.load();
  stage.calls.length = 0;
  return session;
}

function pictureOf(session: Session): Results {
  const { results } = session.getState();
  if (results === null) throw new Error('Nothing was read.');
  return results;
}

/** Apps with licenses and user rows. */
function deepApps(session: Session): number[] {
  const { apps } = pictureOf(session).shown;
  return apps.filter(({ id, seats }) => seats && records.appUsers.get(id)?.length).map(({ id }) => id);
}

describe('opening an app', () => {
  it('reads its users without moving the headline', async () => {
    const stage = createHeldStage();
    const session = await loaded(stage);
    const { totals, findings, depth } = pictureOf(session).shown;
    const [appId = 0] = deepApps(session);
    expect(await session.readUsers(appId)).toBeNull();
    expect(pictureOf(session).portfolio.appUsers.get(appId)?.length).toBeGreaterThan(0);
    expect(pictureOf(session).shown).toMatchObject({ totals, findings, depth });
    expect(stage.calls.map(({ tool }) => tool)).toEqual(['list_app_users']);
  });

  it('answers with the failure when its users are hidden', async () => {
    const stage = createHeldStage();
    const session = await loaded(stage);
    stage.faults.list_app_users = failure('denied', 'list_app_users', 'no');
    expect((await session.readUsers(deepApps(session)[0] ?? 0))?.kind).toBe('denied');
  });
});

describe('deepening', () => {
  it('reads people and the users of the chosen apps, and rests their seats on rows', async () => {
    const stage = createHeldStage();
    const session = await loaded(stage);
    const chosen = deepApps(session).slice(0, 4);
    expect(await session.readDetail(chosen)).toBeNull();
    const { shown: analysis, portfolio } = pictureOf(session);
    expect(analysis.depth.basis).toBe('users');
    expect(analysis.depth.apps).toBeGreaterThan(0);
    expect(portfolio.people.length).toBe(records.users.length);
    expect(stage.calls.filter(({ tool }) => tool === 'list_app_users')).toHaveLength(4);
    expect(analysis.selfAudit.filter(({ ok }) => !ok)).toEqual([]);
    expect(session.getState().detail).toBeNull();
  });

  it('adds to what was deepened before', async () => {
    const session = await loaded(createHeldStage());
    const [first = 0, second = 0] = deepApps(session);
    await session.readDetail([first]);
    await session.readDetail([second]);
    expect(session.getState().settings.depth.appIds).toEqual([first, second]);
    const rows = pictureOf(session).portfolio.completeness.find(({ source }) => source === 'appUsers')?.rows;
    const held = [first, second].map((id) => records.appUsers.get(id)?.length ?? 0);
    expect(rows).toBe(held[0]! + held[1]!);
  });

  it('counts what was read to the end when it is stopped', async () => {
    const stage = createHeldStage();
    const session = await loaded(stage);
    const [first = 0, second = 0] = deepApps(session);
    const gate = createGate();
    let asked = 0;
    stage.hold = (tool) => {
      if (tool !== 'list_app_users') return Promise.resolve();
      asked += 1;
      return asked === 1 ? Promise.resolve() : gate.passed;
    };
    const done = session.readDetail([first, second]);
    while (session.getState().detail?.done !== 1) await pageClock.sleep(1);
    session.stopReadingDetail();
    gate.open();
    await done;
    expect(session.getState().settings.depth.appIds).toEqual([first]);
  });

  it('is void once a new reading has begun', async () => {
    const stage = createHeldStage();
    const session = await loaded(stage);
    const gate = createGate();
    stage.hold = (tool) => (tool === 'list_app_users' ? gate.passed : Promise.resolve());
    const done = session.readDetail(deepApps(session).slice(0, 2));
    await session.refresh();
    gate.open();
    await done;
    expect(session.getState().settings.depth.basis).toBe('aggregate');
    expect(session.getState().detail).toBeNull();
  });
});
