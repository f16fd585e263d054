import select from '@inquirer/select';
import type { Terminal } from '../terminal.ts';
import { answered, canAnswer, ownTerminal, type Streams } from './answered.ts';

/** A yes of a person. Where nobody can answer it is a no. */
export async function confirmed(
  message: string,
  terminal: Terminal,
  streams: Streams = ownTerminal,
): Promise<boolean> {
  if (!canAnswer(terminal, streams)) return false;
  const choices = [
    { value: false, name: 'No, leave them as they are' },
    { value: true, name: 'Yes' },
  ];
  return answered(select({ message, choices }, streams));
}
