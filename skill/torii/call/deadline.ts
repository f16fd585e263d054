/** Ends the wait for a call that is late, cancelled or never settles; what comes after is dropped. */
import type { Clock } from '../base/bridge.ts';

export type Settled<T> =
  | { readonly outcome: 'done'; readonly value: T }
  | { readonly outcome: 'rejected'; readonly reason: unknown }
  | { readonly outcome: 'late' }
  | { readonly outcome: 'cancelled' };

const late: Settled<never> = { outcome: 'late' };
const cancelled: Settled<never> = { outcome: 'cancelled' };

/** Listens only as long as the call lasts: one signal may accompany hundreds of calls. */
function aborted(signal: AbortSignal | undefined, over: AbortSignal): Promise<Settled<never>> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) resolve(cancelled);
    else signal?.addEventListener('abort', () => resolve(cancelled), { once: true, signal: over });
  });
}

/**
 * Starts a call and waits at most `ms` for it. The signal handed to the call fires when the wait ends
 * early, so that hosts that can stop a call do. Never rejects.
 */
export async function withDeadline<T>(
  start: (signal: AbortSignal) => Promise<T>,
  clock: Clock,
  ms: number,
  signal?: AbortSignal,
): Promise<Settled<T>> {
  const call = new AbortController();
  const timer = new AbortController();
  const working = Promise.resolve()
    .then(() => start(call.signal))
    .then(
      (value): Settled<T> => ({ outcome: 'done', value }),
      (reason: unknown): Settled<T> => ({ outcome: 'rejected', reason }),
    );
  const settled = await Promise.race([
    working,
    clock.sleep(ms, timer.signal).then(
      () => late,
      () => late,
    ),
    aborted(signal, timer.signal),
  ]);
  timer.abort();
  if (settled.outcome === 'late' || settled.outcome === 'cancelled') call.abort();
  return settled;
}
