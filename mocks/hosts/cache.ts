import type { Clock } from '../../skill/torii/bridge.ts';

/** Hosts answer an identical read call from memory for five minutes. */
const LIFE_MS = 5 * 60_000;

export interface Cached {
  readonly value: unknown;
  /** Milliseconds since the epoch. */
  readonly storedAt: number;
}

export interface ReplyCache {
  get(key: string): Cached | null;
  put(key: string, value: unknown): Cached;
  clear(): void;
}

export function createReplyCache(clock: Clock): ReplyCache {
  const replies = new Map<string, Cached>();
  return {
    get(key) {
      const cached = replies.get(key);
      return cached !== undefined && clock.now() - cached.storedAt < LIFE_MS ? cached : null;
    },
    put(key, value) {
      const cached = { value, storedAt: clock.now() };
      replies.set(key, cached);
      return cached;
    },
    clear: () => replies.clear(),
  };
}

/** Two calls are identical when tool and arguments are, whatever the order of the keys. */
export function callKey(tool: string, args: object): string {
  return JSON.stringify([tool, Object.entries(args).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}
