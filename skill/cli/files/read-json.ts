import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { ExitCode, Stop } from '../../node/stop.ts';
import { fileFailure } from './file-failure.ts';

/** The JSON in a file. Stops, naming the file and the fault, when it is not there or not JSON. */
export async function readJson(file: string): Promise<unknown> {
  const json = await readTextFile(file);
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Stop(ExitCode.badInput, `${file} is not JSON: ${fileFailure(error)}.`);
  }
}

/** The text of a file; `-` is standard input. */
export async function readTextFile(file: string): Promise<string> {
  if (file === '-') return text(process.stdin);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Stop(ExitCode.badInput, `${file} cannot be read: ${fileFailure(error)}.`);
  }
}
