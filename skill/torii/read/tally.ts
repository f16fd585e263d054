/**
 * Counts the rows of one source as they arrive: keeps each row once, drops what cannot be read with
 * its reason, and hashes what is kept. Holds ids and hashes, never rows.
 */
import { cutDeeperThan, isJsonObject, type JsonObject, type JsonValue } from '../base/json.ts';
import type { Source } from '../base/records.ts';
import { countedKeys } from '../base/counted-keys.ts';
import { createRowHash } from '../base/row-hash.ts';
import { needsId } from '../reply/row-identity.ts';
import { createMetRows, leadingId } from './met-rows.ts';

export interface Tally {
  /** The rows that are readable and new, in the order given. */
  take(rows: readonly JsonValue[]): JsonObject[];
  readonly kept: number;
  readonly dropped: number;
  readonly duplicates: number;
  /** Ids that came again with other contents: the record changed while it was read. */
  readonly changed: number;
  /** "3 × no usable id", the commonest first. */
  reasons(): string[];
  hash(): string;
}

export function createTally(source: Source): Tally {
  const met = createMetRows(source);
  const reasons = new Map<string, number>();
  const hash = createRowHash(countedKeys[source] ?? null);
  const counts = { kept: 0, dropped: 0, duplicates: 0, changed: 0 };

  function drop(reason: string): void {
    counts.dropped += 1;
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }

  /** The row as it is kept; null when it is dropped. A cell that nests too deeply is cut, the row stays. */
  function keep(row: JsonValue): JsonObject | null {
    if (!isJsonObject(row)) {
      drop('not a record');
      return null;
    }
    const id = leadingId(source, row);
    if (id === null && needsId(source)) {
      drop('no usable id');
      return null;
    }
    const own = hash.of(row);
    const before = id === null ? undefined : met.before(row, id, own);
    if (before !== undefined) {
      counts.duplicates += 1;
      if (before !== own) counts.changed += 1;
      return null;
    }
    hash.addLast();
    counts.kept += 1;
    const whole = hash.wasTooDeep ? cutDeeperThan(row) : row;
    return isJsonObject(whole) ? whole : null;
  }

  return Object.assign(counts, {
    take(rows: readonly JsonValue[]) {
      const kept: JsonObject[] = [];
      for (const row of rows) {
        const own = keep(row);
        if (own !== null) kept.push(own);
      }
      return kept;
    },
    reasons: () =>
      [...reasons].toSorted((a, b) => b[1] - a[1]).map(([reason, times]) => `${times} × ${reason}`),
    hash: () => hash.digest(),
  });
}
