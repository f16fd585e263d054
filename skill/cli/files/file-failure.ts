import { errorMessage } from '../../torii/failure.ts';
const reasons: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'there is no such file or folder'],
  ['EISDIR', 'it is a folder'],
  ['ELOOP', 'its links lead in a circle'],
  ['ENOTDIR', 'it is a file, or lies below one'],
  ['EEXIST', 'a file is where a folder should be'],
  ['EACCES', 'this account may not'],
  ['EPERM', 'this account may not'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
]);

/** Why a file or folder could not be read or written, for the end of a sentence. */
export function fileFailure(error: unknown): string {
  const known = error instanceof Error && 'code' in error ? reasons.get(error.code) : undefined;
  if (known !== undefined) return known;
  return errorMessage(error);
}
