/** Reading user rows within the call budget: for the headline by “Deepen”, for one app by opening it. */
import type { Clock, ToolBridge, Budget } from '../../skill/torii/bridge.ts';
import type { ToolFailure } from '../../skill/torii/failure.ts';
import { pictureOf, type Lens } from './lens.ts';
import type { Store } from './looking.ts';
import { readNames, type Names } from './read-names.ts';
import { readDetail, withDetail, type Detail, type DetailReading } from './read-detail.ts';

export interface Deepening {
  /** Reads people, once, and the users of these apps, then judges the apps by them. */
  deepen(appIds: readonly number[]): Promise<ToolFailure | null>;
  /** What was read to the end by then still counts. */
  stopDeepening(): void;
  /** Reads the users of one app to be looked at; no total moves. Answers with the failure, or null. */
  readUsers(appId: number): Promise<ToolFailure | null>;
  /** Reads who they are, for the screen that asks: nothing of it stays in the session. */
  readNames(appId: number): Promise<Names>;
}

export interface Connected {
  readonly bridge: ToolBridge;
  readonly budget: Budget;
  /** Aborted when a new reading begins. */
  readonly signal: AbortSignal;
}

export function createDeepening(store: Store, clock: Clock, connected: () => Connected | null): Deepening {
  let stop = new AbortController();

  async function read(
    host: Connected,
    options: Pick<DetailReading, 'appIds' | 'people' | 'signal' | 'onPage' | 'onApp'>,
    lensAfter: (lens: Lens, detail: Detail) => Lens,
  ): Promise<ToolFailure | null> {
    const { picture } = store.get();
    if (picture === null) return null;
    const detail = await readDetail({ ...host, ...options, clock, picture });
    const now = store.get();
    if (host.signal.aborted || now.picture === null) return detail.failure;
    const lens = lensAfter(now.lens, detail);
    const portfolio = withDetail(now.picture.portfolio, detail);
    store.update({ lens, picture: pictureOf({ ...now.picture, portfolio }, lens, now.asOf) });
    return detail.failure;
  }

  return {
    async deepen(appIds) {
      const host = connected();
      if (host === null || store.get().detail !== null) return null;
      stop = new AbortController();
      const { signal } = stop;
      host.signal.addEventListener('abort', () => stop.abort(), { once: true });
      const reached = { done: 0, apps: appIds.length, pages: 0, rows: 0 };
      const advance = (change: Partial<typeof reached>): void => {
        Object.assign(reached, change);
        if (!host.signal.aborted) store.update({ detail: { ...reached } });
      };
      advance({});
      const failure = await read(
        host,
        {
          appIds,
          signal,
          people: store.get().picture?.portfolio.people.length === 0,
          onPage: (rows) => advance({ pages: reached.pages + 1, rows: reached.rows + rows }),
          onApp: () => advance({ done: reached.done + 1 }),
        },
        deepened,
      );
      if (!host.signal.aborted) store.update({ detail: null });
      return failure;
    },
    stopDeepening: () => stop.abort(),
    readNames(appId) {
      const host = connected();
      if (host === null) return Promise.resolve({ users: [], failure: null });
      return readNames({ ...host, clock }, appId);
    },
    readUsers(appId) {
      const host = connected();
      if (host === null) return Promise.resolve(null);
      return read(host, { appIds: [appId], people: false, signal: host.signal }, (lens) => lens);
    },
  };
}

/** Apps read before stay; nothing deepens while no app was read to the end. */
function deepened(lens: Lens, { appUsers }: Detail): Lens {
  const appIds = [...new Set([...lens.depth.appIds, ...appUsers.keys()])].toSorted((a, b) => a - b);
  return appIds.length === 0 ? lens : { ...lens, depth: { basis: 'users', appIds } };
}
