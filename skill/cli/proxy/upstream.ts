/**
 * The one connection to the server behind the proxy, opened when it is first needed.
 *
 * In: a way to open a client. Out: a `Line` that calls may use, or the failure that kept it from opening.
 * Calls at the same time share one opening; a line that no longer works is dropped, and closed as soon as
 * the last call on it has ended.
 */
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { ToolListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import { withDeadline } from '../../torii/deadline.ts';
import { failure, type ToolFailure } from '../../torii/failure.ts';
import type { Clock } from '../../torii/bridge.ts';
import { httpFailure } from '../http-failure.ts';
import { readListing, type Listing } from './listing.ts';

export interface UpstreamOptions {
  /** Never rejects. */
  readonly open: () => Promise<Client | ToolFailure>;
  readonly clock: Clock;
  /** Longest wait for one answer. */
  readonly deadlineMs: number;
  /** Longest wait for a connection; opening goes on behind it, for a sign-in may take minutes. */
  readonly openingMs: number;
  readonly onToolsChanged: () => void;
}

export interface Line {
  /** True when earlier calls went well on it: what fails now may only have grown old. */
  readonly proven: boolean;
  /** Runs one exchange; the line stays open for it even when it is dropped meanwhile. */
  use<T>(exchange: (client: Client) => Promise<T>): Promise<T>;
  /** What the server offers, as last read; read anew on request. */
  listing(options?: { readonly fresh: boolean }): Promise<Listing | ToolFailure>;
  drop(): void;
}

export interface Upstream {
  line(signal: AbortSignal): Promise<Line | ToolFailure>;
  close(): Promise<void>;
}

export function createUpstream(options: UpstreamOptions): Upstream {
  const { clock, openingMs } = options;
  const clients = new Set<Client>();
  let current: Promise<Line | ToolFailure> | null = null;
  let closed = false;

  async function opened(onGone: () => void): Promise<Line | ToolFailure> {
    const client = await options.open();
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
  }

  function shared(): Promise<Line | ToolFailure> {
    if (current !== null) return current;
    const opening = opened(() => {
      if (current === opening) current = null;
    });
    current = opening;
    return opening;
  }

  return {
    async line(signal) {
      const settled = await withDeadline(shared, clock, openingMs, signal);
      if (settled.outcome === 'done') return settled.value;
      if (settled.outcome === 'rejected') return httpFailure(settled.reason, null);
      if (settled.outcome === 'cancelled') return failure('cancelled', null, 'Stopped.');
      return failure('timed-out', null, `Not connected after ${openingMs / 1000} s; still trying.`);
    },
    async close() {
      closed = true;
      await Promise.all([...clients].map((client) => client.close()));
    },
  };
}

function createLine(client: Client, options: UpstreamOptions, onDropped: () => void): Line {
  const timeout = options.deadlineMs;
  let listing: Promise<Listing> | null = null;
  let proven = false;
  let inUse = 0;
  let dropped = false;

  client.setNotificationHandler(ToolListChangedNotificationSchema, () => {
    listing = null;
    options.onToolsChanged();
  });

  async function use<T>(exchange: (client: Client) => Promise<T>): Promise<T> {
    inUse += 1;
    try {
      const value = await exchange(client);
      proven = true;
      return value;
    } finally {
      inUse -= 1;
      if (dropped && inUse === 0) void client.close();
    }
  }

  return {
    get proven() {
      return proven;
    },
    use,
    async listing(asked) {
      if (asked?.fresh === true) listing = null;
      const reading = (listing ??= use(() => readListing(client, timeout)));
      try {
        return await reading;
      } catch (thrown) {
        if (listing === reading) listing = null;
        return httpFailure(thrown, null);
      }
    },
    drop() {
      if (dropped) return;
      dropped = true;
      onDropped();
      if (inUse === 0) void client.close();
    },
  };
}
