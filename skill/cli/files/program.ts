/** The program that pages run, checked: nothing else may be published under our name. */
import { createHash } from 'node:crypto';
import { builtHash } from '../../package/publish.ts';
import { pageFiles } from '../../report/pages.ts';
import { builtFile } from './built-file.ts';
import { ExitCode, Stop } from '../../node/stop.ts';

export interface Program {
  readonly text: string;
  readonly sha256: string;
  /** False where the command line runs from its source and has nothing to compare with. */
  readonly checked: boolean;
}

export async function readProgram(): Promise<Program> {
  const text = await builtFile(pageFiles.program);
  const sha256 = createHash('sha256').update(text).digest('hex');
  if (builtHash === null || sha256 === builtHash) return { text, sha256, checked: builtHash !== null };
  throw new Stop(
    ExitCode.checkFailed,
    `${pageFiles.program} is not the program that this command was built with: its sha256 is ${sha256}, ` +
      `not ${builtHash}. Nothing was written. Install the skill again, or build again.`,
  );
}
