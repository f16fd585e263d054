import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ExitCode, Stop } from './exit.ts';

/** The folder of built files: beside the bundled command line, or `dist` when run from source. */
const folder =
  basename(import.meta.dirname) === 'dist'
    ? import.meta.dirname
    : join(import.meta.dirname, '..', '..', 'dist');

/** A page or script that the build made. */
export async function builtFile(name: string): Promise<string> {
  try {
    return await readFile(join(folder, name), 'utf8');
  } catch {
    throw new Stop(ExitCode.ourFault, `${name} has not been built. Run "npm run build" once.`);
  }
}
