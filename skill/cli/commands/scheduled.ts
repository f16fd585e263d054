import { shellWord } from '../terminal/shell-word.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import { readMappingFile } from '../inputs/read-mapping.ts';
import type { Terminal } from '../terminal/terminal.ts';

/**
 * An unattended run requires an approved mapping: a wrong unit would be believed
 * for weeks. Stops before anything is read.
 */
export async function requireApproval(file: string | undefined, terminal: Terminal): Promise<void> {
  if (file === undefined) {
    throw new Stop(
      ExitCode.badInput,
      'A scheduled run needs --mapping with an approved tenant-mapping.json; a draft is for people to look at.',
    );
  }
  const { status } = await readMappingFile(file, terminal);
  if (status === 'approved') return;
  throw new Stop(
    ExitCode.badInput,
    `${file} is a draft, and a scheduled run needs an approved mapping. Look through it, then run: mapping approve ${shellWord(file)} --by "Your name"`,
  );
}
