/** Reading user rows within the call budget: for the headline on request, for one app by opening it. */
import type { Clock } from '../../../skill/torii/bridge.ts';
import type { ToolFailure } from '../../../skill/torii/failure.ts';
import type { DetailProgress, SessionState } from '../model/state.ts';
import type { Store } from '../model/store.ts';
import type { ViewSettings } from '../model/view-settings.ts';
import { buildResults } from '../reading/build-results.ts';
import { readDetail, withDetail, type Detail, type DetailReading } from '../reading/read-detail.ts';
import { readNames, type Names } from '../reading/read-names.ts';
import type { Connected } from './reader.ts';

export interface DetailActions {
  /** Reads people, once, and the users of these apps, then judges the apps by them. */
  readDetail(appIds: readonly number[]): Promise<ToolFailure | null>;
  /** What was read to the end by then still counts. */
  stopReadingDetail(): void;
  /** Reads the users of one app to be looked at; no total moves. Answers with the failure, or null. */
  readUsers(appId: number): Promise<ToolFailure | null>;
  /** Reads who they are, for the screen that asks: nothing of it stays in the session. */
  readNames(appId: number): Promise<Names>;
}

export function createDetailActions(
  store: Store<SessionState>,
  clock: Clock,
  getConnected: () => Connected | null,
): DetailActions {
  let stop = new AbortController();
  return {
    async readDetail(appIds) {
      const host = getConnected();
      if (host === null || store.getState().detail !== null) return null;
      stop = new AbortController();
      host.signal.addEventListener('abort', () => stop.abort(), { once: true });
      const people = store.getState().results?.portfolio.people.length === 0;
      const progress = trackProgress(store, host.signal, appIds.length);
      const options = { appIds, clock, signal: stop.signal, people, ...progress };
      const failure = await readInto(store, host, options, addDepth);
      if (!host.signal.aborted) store.update({ detail: null });
      return failure;
    },
    stopReadingDetail: () => stop.abort(),
    readNames(appId) {
      const host = getConnected();
      if (host === null) return Promise.resolve({ users: [], failure: null });
      return readNames({ ...host, clock }, appId);
    },
    readUsers(appId) {
      const host = getConnected();
      if (host === null) return Promise.resolve(null);
      const options = { appIds: [appId], clock, people: false, signal: host.signal };
      return readInto(store, host, options, (settings) => settings);
    },
  };
}

/** Reads, then shows what was read, unless a new reading has begun meanwhile. */
async function readInto(
  store: Store<SessionState>,
  host: Connected,
  options: Omit<DetailReading, 'bridge' | 'budget' | 'results'>,
  settingsAfter: (settings: ViewSettings, detail: Detail) => ViewSettings,
): Promise<ToolFailure | null> {
  const { results } = store.getState();
  if (results === null) return null;
  const detail = await readDetail({ ...host, ...options, results });
  const now = store.getState();
  if (host.signal.aborted || now.results === null) return detail.failure;
  const settings = settingsAfter(now.settings, detail);
  const portfolio = withDetail(now.results.portfolio, detail);
  store.update({ settings, results: buildResults({ ...now.results, portfolio }, settings, now.asOf) });
  return detail.failure;
}

/** Shows how far the reading has come, from nothing on. */
function trackProgress(
  store: Store<SessionState>,
  signal: AbortSignal,
  apps: number,
): Required<Pick<DetailReading, 'onPage' | 'onApp'>> {
  let reached: DetailProgress = { done: 0, apps, pages: 0, rows: 0 };
  const advance = (change: Partial<DetailProgress>): void => {
    reached = { ...reached, ...change };
    if (!signal.aborted) store.update({ detail: reached });
  };
  advance({});
  return {
    onPage: (rows) => advance({ pages: reached.pages + 1, rows: reached.rows + rows }),
    onApp: () => advance({ done: reached.done + 1 }),
  };
}

/** Apps read before stay; the depth is unchanged while no app was read to the end. */
function addDepth(settings: ViewSettings, { appUsers }: Detail): ViewSettings {
  const appIds = [...new Set([...settings.depth.appIds, ...appUsers.keys()])].toSorted((a, b) => a - b);
  return appIds.length === 0 ? settings : { ...settings, depth: { basis: 'users', appIds } };
}
