/** Places for results are looked at before anything is read: a reading of minutes must not end in a sentence about a folder. */
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ExitCode, Stop, systemCode } from '../../node/stop.ts';
import { fileFailure } from './file-failure.ts';

/** Stops at the first of the files that could not be written; absent ones and `-` need no place. */
export async function checkWritable(...files: readonly (string | undefined)[]): Promise<void> {
  for (const file of files) if (file !== undefined && file !== '-') await checkFile(file);
}

async function checkFile(file: string): Promise<void> {
  const there = await found(file, file);
  if (there?.isDirectory() === true) throw unwritable(file, 'it is a folder. Name a file in it');
  await checkRights(there === null ? await folderFor(file) : resolve(file), file);
}

/** The nearest folder above that is there already. */
async function folderFor(file: string, below = resolve(file)): Promise<string> {
  const folder = dirname(below);
  const there = await found(folder, file);
  if (there === null && folder !== below) return folderFor(file, folder);
  if (there?.isDirectory() === false) throw unwritable(file, `${folder} is a file, not a folder`);
  return folder;
}

async function checkRights(path: string, file: string): Promise<void> {
  await access(path, constants.W_OK).catch((error: unknown) => {
    throw unwritable(file, fileFailure(error));
  });
}

/** Null where nothing is there, also where a file is in the way: what is above it is looked at next. */
async function found(path: string, file: string) {
  try {
    return await stat(path);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw unwritable(file, fileFailure(error));
  }
}

function unwritable(file: string, reason: string): Stop {
  return new Stop(ExitCode.badInput, `${file} cannot be written: ${reason}. Nothing was read.`);
}
