/**
 * The only way out of a command: results to standard output, everything else to standard error; and the
 * only way in for what a person types.
 *
 * Progress overwrites one line on a terminal and is left out elsewhere, where a log would fill with it.
 */
import { createInterface } from 'node:readline';
import { styleText } from 'node:util';
import { foldLines, withoutEmphasis } from './fold-lines.ts';
import { withoutSecretAddresses } from '../../node/secrets.ts';
import { asStarted } from './started-as.ts';
import { LINE_WIDTH, USUAL_WIDTH } from './wrap-text.ts';

export interface Terminal {
  /** A result, and nothing but results: it may be piped into a file. */
  result(text: string): void;
  /** A result in Markdown, its lines cut to fit where it is read on a screen; whole in a pipe. */
  page(text: string): void;
  /** A sentence about what is going on. */
  note(text: string): void;
  warn(text: string): void;
  /** Replaces the progress line; an empty text removes it. */
  progress(text: string): void;
  readonly interactive: boolean;
  /** Whether a person reads the results as they come. */
  readonly readsResults: boolean;
  /** Columns for results. */
  readonly resultWidth: number;
  /** Columns for what is said beside them. */
  readonly noteWidth: number;
  /** Whether a person can be asked something: they see the question and can type. */
  readonly canAsk: boolean;
  /** The next line of standard input, trimmed; null at its end or when `signal` says to stop waiting. */
  readLine(signal?: AbortSignal): Promise<string | null>;
}

type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/**
 * Names and messages come from elsewhere: without what moves the cursor, sets a title, hides text or turns
 * its direction. What is piped keeps every byte.
 */
function shownSafely(text: string): string {
  return text.replaceAll(/\r(?!\n)|[^\P{Cc}\n\t\r]|[\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

/** What is said beside the results ends in logs. */
function said(text: string): string {
  return shownSafely(withoutSecretAddresses(asStarted(text)));
}

/** A pipe has no width, and what goes into it should not depend on the window it was started in. */
function widthOf({ isTTY, columns }: Stream): number {
  return isTTY === true ? Math.min(columns ?? USUAL_WIDTH, WIDEST) : LINE_WIDTH;
}

/** Beyond this, eyes lose the line. */
const WIDEST = 120;

export function terminalOver(out: Stream, err: Stream, input: Input | null = null): Terminal {
  const interactive = err.isTTY === true;
  const color = interactive && (process.env['NO_COLOR'] ?? '') === '';
  let shown = false;
  const clear = () => {
    if (shown) err.write('\r\u001b[2K');
    shown = false;
  };
  const line = (text: string) => {
    clear();
    err.write(`${text}\n`);
  };
  const folded = (text: string) => (interactive ? foldLines(text, widthOf(err)) : text);
  const note = (text: string) => line(folded(said(text)));
  const result = (text: string) => {
    clear();
    const shownText = out.isTTY === true ? shownSafely(text) : text;
    out.write(shownText.endsWith('\n') ? shownText : `${shownText}\n`);
  };
  return {
    interactive,
    readsResults: out.isTTY === true,
    resultWidth: widthOf(out),
    noteWidth: widthOf(err),
    canAsk: interactive && input?.isTTY === true,
    readLine: (signal) => (input === null ? Promise.resolve(null) : lineOf(input, signal)),
    result,
    page: (text) => result(out.isTTY === true ? foldLines(withoutEmphasis(text), widthOf(out)) : text),
    note,
    warn: (text) =>
      color ? line(styleText('yellow', folded(said(text)), { stream: process.stderr })) : note(text),
    progress(text) {
      if (!interactive) return;
      clear();
      err.write(said(text).slice(0, widthOf(err) - 1));
      shown = text !== '';
    },
  };
}

function lineOf(input: NodeJS.ReadableStream, signal?: AbortSignal): Promise<string | null> {
  return new Promise((resolve) => {
    const lines = createInterface({ input });
    const end = (line: string | null) => {
      signal?.removeEventListener('abort', stopped);
      resolve(line);
      lines.close();
    };
    const stopped = () => end(null);
    lines.once('line', (line) => end(line.trim()));
    lines.once('close', stopped);
    signal?.addEventListener('abort', stopped, { once: true });
  });
}
