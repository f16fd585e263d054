/**
 * Runs one reading of the tenant at a time, and writes what it finds into the store.
 *
 * In: a store, a clock, and where to connect. Out: `start`, `cancel` and what is connected now. A newer
 * reading ends the one before it: whatever the older one still receives is dropped.
 */
import {
  createBudget,
  localDateAt,
  type Budget,
  type CallLogEntry,
  type Clock,
  type ToolBridge,
} from '../../../skill/torii/bridge.ts';
import { errorMessage } from '../../../skill/torii/failure.ts';
import { grantedTools, type HeldSource } from '../../bridge/bridge.ts';
import type { Configuration } from '../model/configuration.ts';
import type { SessionState } from '../model/state.ts';
import type { Store } from '../model/store.ts';
import { aggregateDepth } from '../model/view-settings.ts';
import type { Connect, Connection, ConnectOptions } from '../reading/connect.ts';
import { presentHeld } from '../reading/present-held.ts';
import { presentReading, type PresentReadingOptions } from '../reading/present-reading.ts';
import { limitsOf } from '../reading/read-for-page.ts';
import { onDisconnect, onStart } from './initial-state.ts';
import { redactLogEntry } from './redact-log-entry.ts';

/** Where a reading comes from. */
export interface ReadingSource {
  readonly configuration: Configuration;
  readonly connect: Connect;
  /** Shared by all readings through one host; null until the first has connected. */
  readonly budget: Budget | null;
}

/** The reading under way, or the last one; replaced as a whole, never changed in place. */
interface Reading extends ReadingSource {
  /** Tells a reading from the ones before it. */
  readonly number: number;
  readonly stop: AbortController;
  /** Null where nothing is connected. */
  readonly bridge: ToolBridge | null;
}

/** What can be read through right now. */
export interface Connected {
  readonly bridge: ToolBridge;
  readonly budget: Budget;
  /** Aborted when a new reading begins. */
  readonly signal: AbortSignal;
}

export interface Reader {
  /** @param fresh past the host's cache */
  readonly start: (fresh: boolean, change?: Partial<ReadingSource>) => Promise<void>;
  readonly cancel: () => void;
  readonly getConnected: () => Connected | null;
  readonly getConfiguration: () => Configuration;
}

export interface ReaderDependencies {
  readonly store: Store<SessionState>;
  readonly clock: Clock;
  readonly source: Omit<ReadingSource, 'budget'>;
  /** Readings through this one are of invented data. */
  readonly demo: Connect | undefined;
}

/** Log entries kept; a page makes at most twenty calls a minute. */
const LOG_LENGTH = 200;

export function createReader({ store, clock, source, demo }: ReaderDependencies): Reader {
  let reading: Reading = { ...source, budget: null, number: 0, stop: new AbortController(), bridge: null };

  async function start(fresh: boolean, change: Partial<ReadingSource> = {}): Promise<void> {
    reading.stop.abort();
    const { number } = reading;
    reading = { ...reading, ...change, number: number + 1, stop: new AbortController(), bridge: null };
    const begun = reading;
    const { signal } = begun.stop;
    store.update({ ...stateAtStart(begun, store.getState(), clock), demo: begun.connect === demo });
    const connection = await tryConnect(begun.connect, connectOptions(begun));
    if (signal.aborted) return;
    if ('need' in connection) {
      store.update({ ...connection, ...onDisconnect, phase: 'setup' });
      return;
    }
    const { bridge, receipt, held } = connection;
    const budget = begun.budget ?? createBudget(limitsOf(bridge.host), clock);
    reading = { ...begun, bridge, budget };
    store.update({ phase: 'reading', host: bridge.host, receipt });
    void proveGrant(store, bridge, signal);
    const host = { bridge, budget, signal, clock, fresh };
    if (held !== undefined && (await showHeld(store, held, host))) return;
    if (!signal.aborted) await readThrough(store, host, begun.configuration);
  }

  function connectOptions({ configuration, number }: Reading): ConnectOptions {
    const onCall = (entry: CallLogEntry): void => {
      if (number !== reading.number) return;
      const { calls } = store.getState();
      store.update({ calls: [...calls, redactLogEntry(entry)].slice(-LOG_LENGTH) });
    };
    return { configuration, clock, onCall };
  }

  return {
    start,
    cancel() {
      reading.stop.abort();
      reading = { ...reading, stop: new AbortController() };
      store.update({ phase: 'ready', progress: {}, paymentProgress: null });
    },
    getConnected() {
      const { bridge, budget, stop } = reading;
      return bridge && budget && { bridge, budget, signal: stop.signal };
    },
    getConfiguration: () => reading.configuration,
  };
}

/** Nothing of the reading before is left but what the person has set, at the depth of counts. */
function stateAtStart(
  { configuration }: Reading,
  { settings }: SessionState,
  clock: Clock,
): Partial<SessionState> {
  return {
    ...onStart,
    phase: 'connecting',
    asOf: configuration.asOf ?? localDateAt(clock.now()),
    settings: { ...settings, depth: aggregateDepth },
  };
}

/** False where the server of the view holds nothing for it. */
async function showHeld(
  store: Store<SessionState>,
  held: HeldSource,
  { signal, clock, fresh }: Pick<PresentReadingOptions, 'signal' | 'clock' | 'fresh'>,
): Promise<boolean> {
  const { getState } = store;
  const end = await presentHeld({
    held,
    signal,
    fresh,
    clock,
    settings: () => getState().settings,
    previous: getState().results,
    onProgress(source, reached) {
      if (!signal.aborted) store.update({ progress: { ...getState().progress, [source]: reached } });
    },
  });
  if (end === null) return false;
  if (!signal.aborted) store.update({ ...end, phase: 'ready', progress: {} });
  return true;
}

async function readThrough(
  store: Store<SessionState>,
  host: Connected & Pick<PresentReadingOptions, 'clock' | 'fresh'>,
  { mapping }: Configuration,
): Promise<void> {
  const { asOf, results } = store.getState();
  const end = await presentReading({
    ...host,
    asOf,
    mapping,
    settings: () => store.getState().settings,
    previous: results,
    update: (change) => host.signal.aborted || store.update(change(store.getState())),
  });
  if (!host.signal.aborted) store.update({ ...end, phase: 'ready', progress: {} });
}

/** For the read-only proof; a host that cannot tell leaves it open. */
async function proveGrant(
  store: Store<SessionState>,
  bridge: ToolBridge,
  signal: AbortSignal,
): Promise<void> {
  const tools = await grantedTools(bridge);
  if (!signal.aborted && tools !== null && !('ok' in tools)) store.update({ granted: tools });
}

/** A host that throws while it is being looked for is no host. */
async function tryConnect(connect: Connect, options: ConnectOptions): Promise<Connection> {
  try {
    return await connect(options);
  } catch (thrown) {
    return { need: { kind: 'host-threw', message: errorMessage(thrown) } };
  }
}
