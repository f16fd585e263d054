import type { IsoDate } from '../../../skill/analysis/contract.ts';

/** The reader's own calendar date at an instant (milliseconds since the epoch). */
export function localDateAt(milliseconds: number): IsoDate {
  const at = new Date(milliseconds);
  return `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
