/** A file whose new bytes lie whole beside it: how it takes its place, goes back, and is finished by a later run. */
import { copyFileSync, linkSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { z } from 'zod';
import { isOnTheWay, overwrite } from './overwrite.ts';

export const setFileSchema = z
  .strictObject({
    place: z.string(),
    /** The new bytes. */
    beside: z.string(),
    /** The old ones, while a set takes its places. */
    old: z.string(),
    /** What lay there when the new bytes were written; null for nothing. */
    before: z.nullable(z.strictObject({ size: z.number(), modified: z.number() })),
    how: z.enum(['replace', 'overwrite']),
  })
  // Whatever a record says, only what was put beside a file is moved.
  .refine(({ place, beside, old }) =>
    [beside, old].every(
      (name) => name.startsWith(`${place}.`) && /^\d+\.(part|old)$/.test(name.slice(place.length + 1)),
    ),
  );

export type SetFile = z.infer<typeof setFileSchema>;

/** Keeps the old bytes at hand, for the case that another file of the set cannot take its place. */
export function keepOld({ place, old, before, how }: SetFile): void {
  if (before === null) return;
  rmSync(old, { force: true });
  if (how === 'overwrite') return copyFileSync(place, old);
  try {
    linkSync(place, old);
  } catch {
    // Some disks know no second name.
    copyFileSync(place, old);
  }
}

export function take({ place, beside, how }: SetFile): void {
  if (how === 'replace') return renameSync(beside, place);
  overwrite(place, readFileSync(beside));
  rmSync(beside, { force: true });
}

/** Undoes `take` by what `keepOld` has kept. */
export function giveBack({ place, old, before, how }: SetFile): void {
  if (before === null) return rmSync(place, { force: true });
  if (how === 'replace') return renameSync(old, place);
  const bytes = readFileSync(old);
  if (!bytes.equals(readFileSync(place))) overwrite(place, bytes);
}

export function dropOld({ old }: SetFile): void {
  rmSync(old, { force: true });
}

export function dropNew({ beside }: SetFile): void {
  rmSync(beside, { force: true });
}

/** What a run that was killed has left of a file: taken, to be taken, or somebody else's by now. */
export function stateOf(entry: SetFile): 'taken' | 'pending' | 'foreign' {
  if (sizeOf(entry.beside) === null) return 'taken';
  const now = sizeOf(entry.place);
  if (now?.size === entry.before?.size && now?.modified === entry.before?.modified) return 'pending';
  return isHalfWritten(entry) ? 'pending' : 'foreign';
}

/** Only a file that is written into can be found half-way. */
function isHalfWritten({ place, beside, old, how }: SetFile): boolean {
  if (how === 'replace' || sizeOf(old) === null || sizeOf(place) === null) return false;
  return isOnTheWay(readFileSync(place), readFileSync(old), readFileSync(beside));
}

function sizeOf(file: string): { size: number; modified: number } | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? null : { size: found.size, modified: found.mtimeMs };
}
