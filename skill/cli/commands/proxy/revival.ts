/**
 * Tries again, in growing waits, what failed for a reason that passes.
 *
 * In: the attempt. Out: one call of `onBack` when it went well; silence when it failed for a reason that
 * stays. While one series of attempts runs, no second one is started.
 */
import type { Clock } from '../../../torii/bridge.ts';
import type { ToolFailure } from '../../../torii/failure.ts';

interface RevivalOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly attempt: () => Promise<{ readonly ok: true } | ToolFailure>;
  readonly onBack: () => void;
}

/** Milliseconds between attempts; the last wait repeats. */
const WAITS = [5_000, 10_000, 20_000, 40_000];
const LONGEST_WAIT = 60_000;

/** A function that starts the attempts; calling it again while they run does nothing. */
export function createRevival(options: RevivalOptions): () => void {
  let running = false;
  return () => {
    if (running) return;
    running = true;
    void attempts(options).finally(() => {
      running = false;
    });
  };
}

async function attempts({ clock, signal, attempt, onBack }: RevivalOptions): Promise<void> {
  for (let tried = 0; !signal.aborted; tried += 1) {
    await clock.sleep(WAITS[tried] ?? LONGEST_WAIT, signal).catch(() => {});
    if (signal.aborted) return;
    const result = await attempt();
    if (result.ok) return onBack();
    if (!result.retryable) return;
  }
}
