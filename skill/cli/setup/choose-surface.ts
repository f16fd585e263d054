import select from '@inquirer/select';
import { surfaceNames, surfaces, type Surface } from '../../surfaces/surface.ts';
import { ExitCode, Stop } from '../exit.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import { answered, canAnswer, ownTerminal, type Streams } from './answered.ts';

/** Asks which surface fits. Where nobody can answer, stops with the comparison. */
export async function chooseSurface(terminal: Terminal, streams: Streams = ownTerminal): Promise<Surface> {
  if (!canAnswer(terminal, streams)) {
    throw new Stop(ExitCode.badInput, `Name the surface, or say --all:\n${comparison()}`);
  }
  return answered(select({ message: 'Which surface fits?', choices, pageSize: choices.length }, streams));
}

const choices = surfaceNames.map((value) => {
  const { title, fits, packaging, scheduling, technicalLevel } = surfaces[value];
  const facts = `Packaging: ${packaging}. Scheduling: ${scheduling}. Technical level: ${technicalLevel}.`;
  return { value, name: title, description: `When ${fits}.\n${facts}` };
});

function comparison(): string {
  const rows = surfaceNames.map((name) => {
    const { fits, scheduling, technicalLevel } = surfaces[name];
    return [name, technicalLevel, scheduling, fits];
  });
  return table(['surface', 'technical level', 'scheduling', 'choose it when'], rows);
}
