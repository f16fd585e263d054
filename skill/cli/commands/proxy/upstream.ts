/**
 * The one connection to the server behind the proxy, opened when it is first needed.
 *
 * In: a way to open a client. Out: a `Line` that calls may use, or the failure that kept it from opening.
 * Calls at the same time share one opening; a line that no longer works is dropped, and closed as soon as
 * the last call on it has ended.
 */
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { withDeadline, type Clock } from '../../../torii/bridge.ts';
import { failure, type ToolFailure } from '../../../torii/failure.ts';
import { httpFailure } from '../../connection/http-failure.ts';
import { createLine, type ServerLine } from './line.ts';
import type { ServerReach } from './reach.ts';

export interface UpstreamOptions {
  readonly reach: ServerReach;
  readonly clock: Clock;
  /** Longest wait for one answer. */
  readonly deadlineMs: number;
  /** Longest wait for a connection; opening continues in the background, since a sign-in can take minutes. */
  readonly openingMs: number;
  readonly onToolsChanged: () => void;
}

export interface UpstreamLines {
  line(signal: AbortSignal): Promise<ServerLine | ToolFailure>;
  close(): Promise<void>;
}

export function createUpstream(options: UpstreamOptions): UpstreamLines {
  const opener = createOpener(options);
  let current: Promise<ServerLine | ToolFailure> | null = null;

  function shared(): Promise<ServerLine | ToolFailure> {
    if (current !== null) return current;
    const opening = opener.open(() => {
      if (current === opening) current = null;
    });
    current = opening;
    return opening;
  }

  return {
    async line(signal) {
      const settled = await withDeadline(shared, options.clock, options.openingMs, signal);
      if (settled.outcome === 'done') return settled.value;
      if (settled.outcome === 'rejected') return httpFailure(settled.reason, null);
      if (settled.outcome === 'cancelled') return failure('cancelled', null, 'Stopped.');
      return stillOpening(options);
    },
    close: () => opener.close(),
  };
}

interface Opener {
  /** @param onGone called when the line is no longer of use, or none came about */
  open(onGone: () => void): Promise<ServerLine | ToolFailure>;
  /** Closes what is open, and what is still being opened as soon as it is. */
  close(): Promise<void>;
}

function createOpener(options: UpstreamOptions): Opener {
  const clients = new Set<Client>();
  let closed = false;
  return {
    async open(onGone) {
      const client = await options.reach.open();
      if ('ok' in client) {
        onGone();
        return client;
      }
      if (closed) await client.close();
      clients.add(client);
      const line = createLine(client, options, onGone);
      // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the SDK has no other way to listen
      client.onclose = () => {
        clients.delete(client);
        line.drop();
      };
      return line;
    },
    async close() {
      closed = true;
      await Promise.all([...clients].map((client) => client.close()));
    },
  };
}

/** Opening continues in the background, so an automatic retry may succeed. */
function stillOpening({ reach, openingMs }: UpstreamOptions): ToolFailure {
  if (reach.signingIn) {
    return failure('needs-sign-in', null, 'A browser window waits for it.', { retryable: true });
  }
  return failure('timed-out', null, `Not connected after ${openingMs / 1000} s; still trying.`);
}
