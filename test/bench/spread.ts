/** Median and 95th percentile of some runs; the nearest run itself, never an average of two. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly runs: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), runs: sorted.length };
}
