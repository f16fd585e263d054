import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ExitCode, Stop } from '../../node/stop.ts';
import { layout } from './layout.ts';

/** A page or script that the build made. */
export async function builtFile(name: string): Promise<string> {
  const text = await builtFileIfAny(name);
  if (text !== null) return text;
  throw layout.kind === 'skill'
    ? new Stop(
        ExitCode.badInput,
        `This command needs ${name}, which is not part of the skill. Run it in a checkout of the project.`,
      )
    : new Stop(ExitCode.ourFault, `${name} has not been built. Run "npm run build" once.`);
}

/** The same where not every package carries the file; null when it is not there. */
export async function builtFileIfAny(name: string): Promise<string | null> {
  return readFile(join(layout.pages, name), 'utf8').catch(() => null);
}
