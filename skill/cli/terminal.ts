/**
 * The only way out of a command: results to standard output, everything else to standard error.
 *
 * Progress overwrites one line on a terminal and is left out elsewhere, where a log would fill with it.
 */
import { styleText } from 'node:util';

export interface Terminal {
  /** A result, and nothing but results: it may be piped into a file. */
  result(text: string): void;
  /** A sentence about what is going on. */
  note(text: string): void;
  warn(text: string): void;
  /** Replaces the progress line; an empty text removes it. */
  progress(text: string): void;
  readonly interactive: boolean;
}

interface Stream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export function terminalOver(out: Stream, err: Stream): Terminal {
  const interactive = err.isTTY === true;
  const colour = interactive && (process.env['NO_COLOR'] ?? '') === '';
  let shown = false;
  const clear = () => {
    if (shown) err.write('\r\u001b[2K');
    shown = false;
  };
  const line = (text: string) => {
    clear();
    err.write(`${text}\n`);
  };
  return {
    interactive,
    result(text) {
      clear();
      out.write(text.endsWith('\n') ? text : `${text}\n`);
    },
    note: line,
    warn: (text) => line(colour ? styleText('yellow', text, { stream: process.stderr }) : text),
    progress(text) {
      if (!interactive) return;
      clear();
      err.write(text);
      shown = text !== '';
    },
  };
}
