import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ExitCode, Stop } from '../../node/stop.ts';
import { fileFailure } from './file-failure.ts';
import { readTextFile } from './read-json.ts';

/** Every readable file of a folder, sub-folders included, by name; sorted, so that order never matters. Hidden ones are no results. */
export async function readFolder(folder: string): Promise<{ name: string; text: string }[]> {
  const names = await namesIn(folder);
  const files: { name: string; text: string }[] = [];
  for (const name of names.toSorted()) {
    const path = join(folder, name);
    // A link may lead nowhere.
    const found = await stat(path).catch(() => null);
    if (found?.isFile() === true && !/(?:^|[/\\])\./.test(name))
      files.push({ name, text: await readTextFile(path) });
  }
  return files;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder, { recursive: true });
  } catch (error) {
    throw new Stop(ExitCode.badInput, `${folder} cannot be read as a folder: ${fileFailure(error)}.`);
  }
}
