import type { Clock } from '../../../skill/torii/bridge.ts';

/** The value of a promise, or null when it takes longer than `ms`; a rejection passes through. */
export async function withTimeout<Value>(
  promise: Promise<Value>,
  ms: number,
  clock: Clock,
): Promise<Value | null> {
  const stop = new AbortController();
  const late = clock.sleep(ms, stop.signal).then(
    () => null,
    () => null,
  );
  try {
    return await Promise.race([promise, late]);
  } finally {
    stop.abort();
  }
}
