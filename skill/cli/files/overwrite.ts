import { closeSync, constants, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';

/**
 * Writes into a file that keeps its place. Only what goes beyond the old end needs room on the disk, so that comes
 * first: where there is none, the file is as it was.
 */
export function overwrite(file: string, bytes: Uint8Array): void {
  const open = openSync(file, constants.O_WRONLY);
  try {
    const before = fstatSync(open).size;
    lengthen(open, bytes, before);
    writeAt(open, bytes.subarray(0, before), 0);
    ftruncateSync(open, bytes.length);
  } finally {
    closeSync(open);
  }
}

function lengthen(open: number, bytes: Uint8Array, before: number): void {
  try {
    writeAt(open, bytes.subarray(before), before);
  } catch (error) {
    ftruncateSync(open, before);
    throw error;
  }
}

function writeAt(open: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length;)
    done += writeSync(open, bytes, done, bytes.length - done, at + done);
}

/** Whether a file may be the one before or after such a writing, or one that stopped on the way. */
export function isOnTheWay(now: Uint8Array, before: Uint8Array, after: Uint8Array): boolean {
  if (now.length > Math.max(before.length, after.length)) return false;
  return now.every((byte, index) => byte === before[index] || byte === after[index]);
}
