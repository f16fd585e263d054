import type { Clock } from '../../skill/torii/bridge.ts';

/** Lets `most` calls through in any sixty seconds; true = this one passes. */
export function createMinuteLimit(most: number, clock: Clock): () => boolean {
  let passed: number[] = [];
  return () => {
    const now = clock.now();
    passed = passed.filter((at) => now - at < 60_000);
    if (passed.length >= most) return false;
    passed.push(now);
    return true;
  };
}
