import type { Terminal } from '../../terminal/terminal.ts';

/** A yes of a person. Where nobody can answer, and for any other word, it is a no. */
export async function confirmed(question: string, terminal: Terminal): Promise<boolean> {
  if (!terminal.canAsk) return false;
  terminal.note(`${question} [y/N]`);
  return /^y(?:es)?$/i.test((await terminal.readLine()) ?? '');
}
