/**
 * The session: one reader in front of one tenant.
 *
 * In: a way to connect, a clock and the configuration block. Out: a small store (`getState`,
 * `subscribe`) and the acts a person has: load, refresh, cancel, name the connector, go on with a
 * draft, show the demo. Every failure is a value in the state; answers that arrive after a newer
 * reading has begun are dropped.
 */
import type { IsoDate } from '../../skill/analysis/contract.ts';
import { type Clock, type ToolBridge, createBudget, type Budget } from '../../skill/torii/bridge.ts';
import { parseConfiguredName } from '../../skill/torii/catalog.ts';
import { grantedTools } from '../bridge/bridge.ts';
import type { Configuration, ParsedConfiguration } from './configuration.ts';
import type { Connect, Connection, ConnectOptions } from './connect.ts';
import { createDeepening, type Connected, type Deepening } from './deepening.ts';
import { aggregate } from './lens.ts';
import { logged } from './logged.ts';
import { localDate } from './local-date.ts';
import { createLooking, type Looking, type Store } from './looking.ts';
import { messageOf } from './message-of.ts';
import { presentReading } from './present-reading.ts';
import { limitsOf } from './reading.ts';
import type { SessionState } from './state.ts';
import { noWhatIf } from './what-if.ts';

export interface SessionDependencies {
  readonly parsed: ParsedConfiguration;
  readonly clock: Clock;
  readonly connect: Connect;
  /** Opens a tenant of invented data; absent where the page carries none. */
  readonly demo?: Connect;
  /** Start with the demo instead of looking for a host. */
  readonly startWithDemo?: boolean;
}

export interface Session extends Looking, Deepening {
  readonly getState: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly load: () => Promise<void>;
  /** Reads again past the host's cache; what is on screen stays until its source is replaced. */
  refresh(): Promise<void>;
  cancel(): void;
  /** Takes a UUID or a full tool name; answers with the sentence why not, or null and connects. */
  nameConnector(text: string): string | null;
  /** Leaves the faulty configuration aside and works on a discovered draft. */
  proceedWithDraft(): Promise<void>;
  readonly showDemo: (() => Promise<void>) | null;
}

/** Log entries kept; a page makes at most twenty calls a minute. */
const LOG_LENGTH = 200;

export function createSession(dependencies: SessionDependencies): Session {
  const { clock, parsed, demo } = dependencies;
  const listeners = new Set<() => void>();
  let configuration = parsed.ok ? parsed.configuration : parsed.withoutMapping;
  let state = initialState(parsed, configuration, localDate(clock.now()));
  let connect = dependencies.startWithDemo && demo ? demo : dependencies.connect;
  let stop = new AbortController();
  let budget: Budget | null = null;
  /** What is read through now; null where nothing is connected. */
  let host: Connected | null = null;
  let readings = 0;

  const update = (change: Partial<SessionState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const store: Store = { get: () => state, update, today: () => localDate(clock.now()) };

  async function begin(fresh: boolean): Promise<void> {
    stop.abort();
    stop = new AbortController();
    const { signal } = stop;
    const asOf = configuration.asOf ?? localDate(clock.now());
    host = null;
    readings += 1;
    const mine = readings;
    update({
      ...fresher,
      phase: 'connecting',
      asOf,
      demo: connect === demo,
      lens: { ...state.lens, depth: aggregate },
    });
    const onCall: ConnectOptions['onCall'] = (entry) => {
      if (mine === readings) update({ calls: [...state.calls, logged(entry)].slice(-LOG_LENGTH) });
    };
    const connection = await connected(connect, { configuration, clock, onCall });
    if (signal.aborted) return;
    if ('need' in connection) {
      update({ ...connection, ...emptied, phase: 'setup' });
      return;
    }
    const { bridge, receipt } = connection;
    budget ??= createBudget(limitsOf(bridge.host), clock);
    host = { bridge, budget, signal };
    update({ phase: 'reading', host: bridge.host, receipt });
    void proveGrant(bridge, signal);
    const whole = await presentReading({
      bridge,
      clock,
      budget,
      signal,
      fresh,
      asOf,
      mapping: configuration.mapping,
      lens: () => state.lens,
      previous: state.picture?.records ?? null,
      update: (change) => signal.aborted || update(change(state)),
    });
    if (!signal.aborted) update({ ...whole, phase: 'ready', progress: {} });
  }

  /** For the read-only proof; a host that cannot tell leaves it open. */
  async function proveGrant(bridge: ToolBridge, signal: AbortSignal): Promise<void> {
    const tools = await grantedTools(bridge);
    if (!signal.aborted && tools !== null && !('ok' in tools)) update({ granted: tools });
  }

  return {
    ...createLooking(store),
    ...createDeepening(store, clock, () => host),
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: () => (state.problems.length > 0 ? Promise.resolve() : begin(false)),
    refresh: () => begin(true),
    cancel() {
      stop.abort();
      stop = new AbortController();
      if (host) host = { ...host, signal: stop.signal };
      update({ phase: 'ready', progress: {} });
    },
    nameConnector(text) {
      const name = parseConfiguredName(text);
      if (!name.ok) return name.sentence;
      configuration = { ...configuration, connector: text.trim() };
      void begin(true);
      return null;
    },
    proceedWithDraft: () => begin(false),
    showDemo: demo
      ? () => {
          connect = demo;
          budget = null;
          update({ ...emptied, calls: [] });
          return begin(false);
        }
      : null,
  };
}

/** What no longer holds when a reading begins. */
const fresher = {
  need: null,
  problems: [],
  progress: {},
  fault: null,
  detail: null,
} satisfies Partial<SessionState>;

/** What is taken down when there is nothing to read from. */
const emptied = {
  picture: null,
  host: null,
  receipt: null,
  granted: null,
  failures: [],
  stale: [],
} satisfies Partial<SessionState>;

function initialState(
  parsed: ParsedConfiguration,
  { asOf, decisions, earlier, snapshot }: Configuration,
  today: IsoDate,
): SessionState {
  return {
    ...fresher,
    ...emptied,
    phase: parsed.ok ? 'connecting' : 'setup',
    problems: parsed.ok ? [] : parsed.problems,
    demo: false,
    snapshot: snapshot !== null,
    calls: [],
    asOf: asOf ?? today,
    earlier,
    lens: { recorded: decisions, whatIf: noWhatIf, depth: aggregate, slice: null },
  };
}

/** A host that throws while it is being looked for is no host. */
async function connected(connect: Connect, options: ConnectOptions): Promise<Connection> {
  try {
    return await connect(options);
  } catch (thrown) {
    return { need: { kind: 'host-threw', message: messageOf(thrown) } };
  }
}
