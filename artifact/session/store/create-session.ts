import type { Clock } from '../../../skill/torii/bridge.ts';
import { parseConfiguredName } from '../../../skill/torii/catalog.ts';
import type { ParsedConfiguration } from '../model/configuration.ts';
import { localDateAt } from '../../../skill/torii/bridge.ts';
import type { SessionState } from '../model/state.ts';
import { createStore } from '../model/store.ts';
import type { Connect } from '../reading/connect.ts';
import { createActions, type Actions } from './actions.ts';
import { createDetailActions, type DetailActions } from './detail-actions.ts';
import { initialState, onDisconnect } from './initial-state.ts';
import { createPaymentActions, type PaymentActions } from './payment-actions.ts';
import { createReader } from './reader.ts';

export interface SessionDependencies {
  readonly parsed: ParsedConfiguration;
  readonly clock: Clock;
  readonly connect: Connect;
  /** Opens a tenant of invented data; absent where the page carries none. */
  readonly demo?: Connect;
  /** Start with the demo instead of looking for a host. */
  readonly startWithDemo?: boolean;
}

export interface Session extends Actions, DetailActions, PaymentActions {
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

export function createSession(dependencies: SessionDependencies): Session {
  const { clock, parsed, demo, startWithDemo } = dependencies;
  const today = () => localDateAt(clock.now());
  const store = createStore(initialState(parsed, today()));
  const reader = createReader({
    store,
    clock,
    demo,
    source: {
      configuration: parsed.ok ? parsed.configuration : parsed.withoutMapping,
      connect: startWithDemo && demo ? demo : dependencies.connect,
    },
  });
  return {
    ...createActions(store, today),
    ...createDetailActions(store, clock, reader.getConnected),
    ...createPaymentActions(store, clock, reader.getConnected),
    getState: store.getState,
    subscribe: store.subscribe,
    load: () => (store.getState().problems.length > 0 ? Promise.resolve() : reader.start(false)),
    refresh: () => reader.start(true),
    cancel: reader.cancel,
    nameConnector(text) {
      const name = parseConfiguredName(text);
      if (!name.ok) return name.sentence;
      void reader.start(true, { configuration: { ...reader.getConfiguration(), connector: text.trim() } });
      return null;
    },
    proceedWithDraft: () => reader.start(false),
    showDemo: demo
      ? () => {
          store.update({ ...onDisconnect, calls: [] });
          return reader.start(false, { connect: demo, budget: null });
        }
      : null,
  };
}
