import type { Clock, ToolBridge, CallLogEntry } from '../../../skill/torii/bridge.ts';
import { recordsOf } from '../../../skill/report/snapshot.ts';
import {
  findBridge,
  greetAppHost,
  snapshotBridge,
  type HeldSource,
  type Receipt,
} from '../../bridge/bridge.ts';
import { parseConfiguredName } from '../../../skill/torii/catalog.ts';
import type { Configuration } from '../model/configuration.ts';
import type { Need } from '../model/state.ts';

export interface ConnectOptions {
  readonly configuration: Configuration;
  readonly clock: Clock;
  readonly onCall: (entry: CallLogEntry) => void;
}

export type Connection =
  | { readonly bridge: ToolBridge; readonly receipt: Receipt | null; readonly held?: HeldSource }
  | { readonly need: Need };

export type Connect = (options: ConnectOptions) => Promise<Connection>;

/** Looks for the host of this window again each time, so that a late or changed host is found on retry. */
export async function connectHost({ configuration, clock, onCall }: ConnectOptions): Promise<Connection> {
  const { connector, connectorName, mapping, snapshot } = configuration;
  if (snapshot !== null) {
    greetAppHost(window);
    return { bridge: snapshotBridge({ records: recordsOf(snapshot), clock, onCall }), receipt: null };
  }
  const name = parseConfiguredName(connector || (mapping?.connector.uuid ?? ''));
  const dialect = mapping?.connector.tools;
  const found = await findBridge(window, {
    clock,
    prefix: name.ok ? name.prefix : null,
    connectorName,
    onCall,
    ...(dialect && { dialect: dialect.offered }),
  });
  return found.host === 'none' ? { need: { kind: 'no-host' } } : found;
}
