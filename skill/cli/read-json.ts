import { readFile } from 'node:fs/promises';
import { ExitCode, Stop } from './exit.ts';

/** The JSON in a file. Stops, naming the file and the fault, when it is not there or not JSON. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Stop(ExitCode.badInput, `${file} is not JSON: ${reasonOf(error)}.`);
  }
}

export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Stop(ExitCode.badInput, `${file} cannot be read: ${reasonOf(error)}.`);
  }
}

const reasons: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'reading it is not allowed'],
]);

function reasonOf(error: unknown): string {
  const known = error instanceof Error && 'code' in error ? reasons.get(error.code) : undefined;
  if (known !== undefined) return known;
  return error instanceof Error ? error.message : String(error);
}
