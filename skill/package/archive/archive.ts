/**
 * Zips files to the same bytes each time, on every machine.
 *
 * In: files in any order. Out: one archive, sorted by path, every entry with the same date and the
 * rights of a Unix file. Nothing is checked here: see archive-problems.ts and skill-problems.ts.
 */
import { zipSync, type Zippable } from 'fflate';
import type { PackedFile } from '../../surfaces/packed-files.ts';

const UNIX = 3;
const FILE = 0o100644;
const SCRIPT = 0o100755;

/** The first day a zip can name. Zips hold local time without a zone, so it is made from local parts. */
function epoch(): Date {
  return new Date(1980, 0, 1, 12);
}

export function archiveOf(files: readonly PackedFile[]): Uint8Array {
  const mtime = epoch();
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const entries: Zippable = {};
  for (const { path, bytes, executable = false } of sorted) {
    // The upper half of the attributes holds the rights, unsigned.
    const attrs = ((executable ? SCRIPT : FILE) << 16) >>> 0;
    entries[path] = [bytes, { mtime, os: UNIX, attrs, level: 9 }];
  }
  return zipSync(entries);
}
