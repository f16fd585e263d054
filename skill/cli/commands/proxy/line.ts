/**
 * One open connection to the server behind the proxy, shared by the calls on it.
 *
 * In: an open client. Out: exchanges on it, and its list of tools, read once and again when it changed.
 * A line that is dropped is closed as soon as the last call on it has ended.
 */
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { ToolListChangedNotificationSchema } from '@modelcontextprotocol/sdk/types.js';
import type { ToolFailure } from '../../../torii/failure.ts';
import { httpFailure } from '../../connection/http-failure.ts';
import { readListing, type ToolListing } from './listing.ts';

export interface ServerLine {
  /** True when earlier calls went well on it: what fails now may only have grown old. */
  readonly proven: boolean;
  /** Runs one exchange; the line stays open for it even when it is dropped meanwhile. */
  use<T>(exchange: (client: Client) => Promise<T>): Promise<T>;
  /** What the server offers, as last read; re-read on request. */
  listing(options?: { readonly fresh: boolean }): Promise<ToolListing | ToolFailure>;
  drop(): void;
}

interface LineOptions {
  /** Longest wait for one answer. */
  readonly deadlineMs: number;
  readonly onToolsChanged: () => void;
}

export function createLine(client: Client, options: LineOptions, onDropped: () => void): ServerLine {
  const exchanges = countExchanges(client);
  let listing: Promise<ToolListing> | null = null;
  client.setNotificationHandler(ToolListChangedNotificationSchema, () => {
    listing = null;
    options.onToolsChanged();
  });
  return {
    get proven() {
      return exchanges.proven;
    },
    use: exchanges.use,
    async listing(asked) {
      if (asked?.fresh === true) listing = null;
      const reading = (listing ??= exchanges.use(() => readListing(client, options.deadlineMs)));
      try {
        return await reading;
      } catch (thrown) {
        if (listing === reading) listing = null;
        return httpFailure(thrown, null);
      }
    },
    drop: () => exchanges.end(onDropped),
  };
}

interface Exchanges extends Pick<ServerLine, 'proven' | 'use'> {
  /** Closes the client once no exchange is under way; only the first call does anything. */
  end(onEnd: () => void): void;
}

function countExchanges(client: Client): Exchanges {
  let proven = false;
  let inUse = 0;
  let dropped = false;
  const closeUnused = () => {
    if (dropped && inUse === 0) void client.close();
  };
  return {
    get proven() {
      return proven;
    },
    async use(exchange) {
      inUse += 1;
      try {
        const value = await exchange(client);
        proven = true;
        return value;
      } finally {
        inUse -= 1;
        closeUnused();
      }
    },
    end(onEnd) {
      if (dropped) return;
      dropped = true;
      onEnd();
      closeUnused();
    },
  };
}
