import type { Clock, BridgeSpec } from '../../../skill/torii/bridge.ts';

/** What every bridge of a page needs, whatever the host. */
export interface BridgeSettings {
  readonly clock: Clock;
  /** Prefix of the connector's tools when a person named it; null = find it. */
  readonly prefix: string | null;
  /** The connector's display name, by which published pages tell several accounts apart. */
  readonly connectorName: string;
  /** Argument forms captured at set-up: no host shows schemas to a page. */
  readonly dialect?: BridgeSpec['dialect'];
  /** Milliseconds until a call without an answer counts as failed; each host has its own default. */
  readonly deadlineMs?: number;
  readonly onCall?: BridgeSpec['onCall'];
}
