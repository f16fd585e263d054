/**
 * Terms that follow the recorded one. "Where the recorded term is m whole months, end k =
 * addMonths(start, m + k·n), less one day if end + 1 was the anniversary; else
 * addMonths(end + 1 day, k·n) − 1 day; month ends stay month ends."
 */
import { addMonths, type Day, wholeMonths } from './calendar.ts';
import type { Contract } from './contract.ts';
import { valueOf } from './read.ts';

/** The end of the k-th term after the recorded one (k = 0), or null where end or term are not known. */
export function endOfTerm(contract: Contract, k: number): Day | null {
  const [start, end, n] = [valueOf(contract.start), valueOf(contract.end), valueOf(contract.renewal)];
  if (end === null || k === 0) return end;
  if (n === null) return null;
  const whole = start === null ? null : wholeMonths(start, end);
  if (start === null || whole === null) return addMonths(end + 1, k * n) - 1;
  return addMonths(start, whole.months + k * n) - whole.after;
}

/** The first k whose end is not before `from`; 0 where nothing rolls. */
export function termAt(contract: Contract, from: Day): number {
  let k = 0;
  for (let end = endOfTerm(contract, 0); end !== null && end < from; end = endOfTerm(contract, k)) k += 1;
  return endOfTerm(contract, k) === null ? 0 : k;
}

/**
 * "A cancelBy belongs to the term in which it lies and moves with it." Readings: it moves by the same
 * whole months as the term does, on the calendar; where nothing renews there is one term.
 */
export function cancelByIn(contract: Contract, k: number): Day | null {
  const [day, end, n] = [valueOf(contract.cancelBy), valueOf(contract.end), valueOf(contract.renewal)];
  if (day === null || end === null || n === null || valueOf(contract.renewsItself) !== true) return day;
  let own = 0;
  while (day > (endOfTerm(contract, own) ?? day)) own += 1;
  // The recorded term may be longer than those that follow: what lies in it is its own.
  const start = valueOf(contract.start);
  const isInRecordedTerm = own === 0 && start !== null && day >= start;
  if (isInRecordedTerm) return addMonths(day, k * n);
  while (own > -50 && day <= (endOfTerm(contract, own - 1) ?? day - 1)) own -= 1;
  return addMonths(day, (k - own) * n);
}
