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

/** Runs one measurement several times, after some that warm up and do not count. */
export async function repeated(
  runs: number,
  warmUp: number,
  measure: () => number | Promise<number>,
): Promise<Spread> {
  for (let run = 0; run < warmUp; run += 1) await measure();
  const values: number[] = [];
  for (let run = 0; run < runs; run += 1) values.push(await measure());
  return spreadOf(values);
}
