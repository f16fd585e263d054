import select from '@inquirer/select';
import { surfaceNames, surfaces, type Surface } from '../../../surfaces/surfaces.ts';
import { ExitCode, Stop } from '../../../node/stop.ts';
import { table } from '../../terminal/table.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { linesOf } from '../../terminal/wrap-text.ts';

/** Where the question is asked and answered. */
export interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Standard output is for results. */
const ownTerminal: Streams = { input: process.stdin, output: process.stderr };

/** Asks which surface fits. If no one can answer, stops with the comparison. */
export async function chooseSurface(terminal: Terminal, streams: Streams = ownTerminal): Promise<Surface> {
  if (!terminal.canAsk) {
    throw new Stop(ExitCode.badInput, `Name the surface, or say --all:\n${comparison(terminal.noteWidth)}`);
  }
  try {
    const choices = choicesFor(terminal.noteWidth);
    return await select({ message: 'Which surface fits?', choices, pageSize: choices.length }, streams);
  } catch (error) {
    // Ctrl-C, or the end of the input.
    if (!(error instanceof Error) || error.name !== 'ExitPromptError') throw error;
    throw new Stop(ExitCode.badInput, 'Nothing was written.');
  }
}

/** One column less than there are: the question breaks a full line. */
function choicesFor(width: number) {
  return surfaceNames.map((value) => {
    const { title, fits, packaging, scheduling, technicalLevel } = surfaces[value];
    const facts = [
      `Packaging: ${packaging}`,
      `Scheduling: ${scheduling}`,
      `Technical level: ${technicalLevel}`,
    ];
    // Broken here: the question would break its lines within words.
    const description = [...linesOf(`When ${fits}.`, width - 1), ...facts].join('\n');
    return { value, name: title, description };
  });
}

function comparison(width: number): string {
  const rows = surfaceNames.map((name) => {
    const { fits, scheduling, technicalLevel } = surfaces[name];
    return [name, technicalLevel, scheduling, fits];
  });
  return table(['surface', 'technical level', 'scheduling', 'choose it when'], rows, [], width);
}
