import type { Clock, ToolBridge } from '../../skill/torii/base/bridge.ts';
import type { CallLogEntry } from '../../skill/torii/call/call-log.ts';
import { recordsOf } from '../../skill/report/snapshot/snapshot-records.ts';
import { findBridge } from '../bridge/hosts/find-bridge.ts';
import { parseConfiguredName } from '../../skill/torii/tools/configured-name.ts';
import { snapshotBridge } from '../bridge/hosts/snapshot.ts';
import type { Receipt } from '../bridge/base/receipt.ts';
import type { Configuration } from './configuration.ts';
import type { Need } from './state.ts';

export interface ConnectOptions {
  readonly configuration: Configuration;
  readonly clock: Clock;
  readonly onCall: (entry: CallLogEntry) => void;
}

export type Connection =
  | { readonly bridge: ToolBridge; readonly receipt: Receipt | null }
  | { readonly need: Need };

export type Connect = (options: ConnectOptions) => Promise<Connection>;

/** Looks for the host of this window anew each time, so that a late or changed host is found on retry. */
export async function connectHost({ configuration, clock, onCall }: ConnectOptions): Promise<Connection> {
  const { connector, connectorName, mapping, snapshot } = configuration;
  if (snapshot !== null) {
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
