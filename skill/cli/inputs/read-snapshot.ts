import type { Problem } from '../../mapping/mapping.ts';
import { systemClock } from '../../node/clock.ts';
import { isFromFuture, parseSnapshot, snapshotProblems, type Snapshot } from '../../report/snapshot.ts';
import type { Terminal } from '../terminal/terminal.ts';

export type UsableSnapshot =
  | { readonly ok: true; readonly snapshot: Snapshot }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A snapshot that agrees with itself; one from the future is used, and said to be. */
export function usableSnapshot(file: string, json: unknown, terminal: Terminal | null): UsableSnapshot {
  const parsed = parseSnapshot(json);
  if (!parsed.ok) return parsed;
  const problems = snapshotProblems(parsed.snapshot);
  if (problems.length > 0) return { ok: false, problems };
  if (isFromFuture(parsed.snapshot, systemClock.now())) {
    terminal?.warn(
      `${file} says that its records were read at ${parsed.snapshot.fetchedAt}, which is in the future: ` +
        'a clock was wrong, or the file was changed.',
    );
  }
  return parsed;
}
