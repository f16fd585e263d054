import type { Terminal } from '../../terminal/terminal.ts';

/** A person's yes. Any other answer, and no answer, is a no. */
export async function confirmed(question: string, terminal: Terminal): Promise<boolean> {
  if (!terminal.canAsk) return false;
  terminal.note(`${question} [y/N]`);
  return /^y(?:es)?$/i.test((await terminal.readLine()) ?? '');
}
