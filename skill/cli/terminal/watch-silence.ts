import { renderCount } from '../../analysis/facts.ts';
import type { Terminal } from './terminal.ts';

export interface Silence {
  /** Something came; this is the line to show. */
  heard(text: string): void;
  end(): void;
}

/** Shorter silences need no word: Torii takes its time over a large page. */
const SAID_MS = 3_000;
const TICK_MS = 1_000;

/**
 * Says on the progress line for how long nothing has come, so that a server that is dead does not look like a
 * command that hangs.
 */
export function watchSilence(terminal: Terminal, first: string, tickMs = TICK_MS): Silence {
  let text = first;
  let since = Date.now();
  const ticking = setInterval(() => {
    const silent = Date.now() - since;
    if (silent < SAID_MS * (tickMs / TICK_MS)) return;
    terminal.progress(`${text}: no answer for ${renderCount(Math.floor(silent / 1000))} s`);
  }, tickMs);
  ticking.unref();
  return {
    heard(next) {
      text = next;
      since = Date.now();
      terminal.progress(next);
    },
    end() {
      clearInterval(ticking);
      terminal.progress('');
    },
  };
}
