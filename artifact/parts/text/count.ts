/** Counts and shares as text. */
const integers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

export function formatCount(value: number): string {
  return integers.format(value);
}

/** "1 app", "12 apps"; the plural is given where an s is not enough. */
export function formatCounted(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`;
}

/** A share of a whole as a percentage that never rounds something to 0 % or a part to 100 %. */
export function formatShare(part: number, whole: number): string {
  if (whole <= 0) return 'unknown';
  const percent = (part / whole) * 100;
  if (percent > 0 && percent < 1) return '<1%';
  if (percent > 99 && percent < 100) return '>99%';
  return `${Math.round(percent)}%`;
}
