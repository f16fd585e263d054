import type { Minor, Renewal } from './contract.ts';

/** Signed, not over, not renewed by another contract, and not a second record of one: a date of it matters. */
export function isLive({
  statusClass,
  bucket,
  duplicateOf,
}: Pick<Renewal<Minor>, 'statusClass' | 'bucket' | 'duplicateOf'>): boolean {
  const isOver = bucket === 'ended' || bucket === 'superseded';
  return statusClass !== 'pipeline' && !isOver && duplicateOf === null;
}
