/** What a snapshot says of itself that cannot be so, or that its own records contradict. */
import type { Problem } from '../../mapping/mapping.ts';
import type { Snapshot } from './snapshot.ts';

const AGAIN = 'Take a new snapshot.';

/** Reasons not to use it: it was changed by hand, or cut. */
export function snapshotProblems(snapshot: Snapshot): Problem[] {
  const { fetchedAt, completeness } = snapshot;
  const dates = [
    { path: 'fetchedAt', at: fetchedAt },
    ...completeness.map((entry, index) => ({
      path: `completeness[${index}].fetchedAt`,
      at: entry.fetchedAt,
    })),
  ];
  const undated = dates.flatMap(({ path, at }): Problem[] =>
    at === null || isInstant(at) ? [] : [{ path, message: `"${at}" is no date and time.`, remedy: AGAIN }],
  );
  return [...undated, ...miscounted(snapshot)];
}

function miscounted(snapshot: Snapshot): Problem[] {
  return snapshot.completeness.flatMap(({ source, rows }, index): Problem[] => {
    const held = rowsOf(snapshot, source);
    if (rows === held) return [];
    const message = `It says that ${rows} rows of ${source} were read, but the file holds ${held}.`;
    return [{ path: `completeness[${index}].rows`, message, remedy: AGAIN }];
  });
}

function rowsOf(snapshot: Snapshot, source: Snapshot['completeness'][number]['source']): number {
  if (source !== 'appUsers') return snapshot[source].length;
  return snapshot.appUsers.reduce((sum, { users }) => sum + users.length, 0);
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(T|$)/.test(text) && !Number.isNaN(Date.parse(text));
}

/** Clocks of two machines differ by less. */
const SKEW_MS = 24 * 60 * 60_000;

/** True where the records are said to have left Torii after `now`, in milliseconds since the epoch. */
export function isFromFuture({ fetchedAt }: Snapshot, now: number): boolean {
  return fetchedAt !== null && Date.parse(fetchedAt) > now + SKEW_MS;
}
