import type { Style } from '../../report/texts.ts';
import type { Terminal } from '../terminal/terminal.ts';

interface Written {
  readonly plain?: boolean;
  readonly out?: string;
}

/** Citations are for programs and for Claude: a person at a terminal reads the text without them. */
export function styleOf({ plain, out }: Written, terminal: Terminal): Style {
  return plain === true || (out === undefined && terminal.readsResults) ? 'plain' : 'cited';
}
