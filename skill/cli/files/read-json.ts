import { readFile } from 'node:fs/promises';
import { ExitCode, Stop } from '../../node/stop.ts';
import { fileFailure } from './file-failure.ts';

/** The JSON in a file. Stops, naming the file and the fault, when it is not there or not JSON. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readTextFile(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Stop(ExitCode.badInput, `${file} is not JSON: ${fileFailure(error)}.`);
  }
}

export async function readTextFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Stop(ExitCode.badInput, `${file} cannot be read: ${fileFailure(error)}.`);
  }
}
