/**
 * "A contract is judged in its app's sequence, never alone. B *succeeds* A when both belong to one app,
 * B is signed (active), B starts later than A, ends later than A, starts within 45 days of A's end (or
 * of a rolled end), and B is the only such candidate."
 */
import type { Day } from './calendar.ts';
import type { Contract } from './contract.ts';
import type { YearlyValue } from './contract-money.ts';
import { compare, type Fraction, fraction, times } from './exact.ts';
import { valueOf } from './read.ts';
import { endOfTerm } from './terms.ts';

export interface Succession {
  readonly by: Contract;
  readonly from: Day;
  /** The last term of the contract that is succeeded. */
  readonly lastTerm: number;
}

const NEAR = 45;
/** More terms than any contract here can have. */
const LAST_TERM = 400;

/**
 * Readings: a start that is missing lies before any other ("start ≤ asOf or missing" treats it so); one
 * that is unreadable cannot be compared, so that nothing succeeds. A successor without an end ends later.
 */
function startsLater(a: Contract, start: Day): boolean {
  return a.start.is === 'missing' || (a.start.is === 'known' && start > a.start.value);
}

function endsLater(b: Contract, end: Day): boolean {
  return b.end.is === 'missing' || (b.end.is === 'known' && b.end.value > end);
}

function follows(a: Contract, b: Contract, end: Day): boolean {
  const start = valueOf(b.start);
  if (start === null || b.id === a.id || !startsLater(a, start)) return false;
  return endsLater(b, end) && Math.abs(start - end) <= NEAR;
}

function renews(a: Contract): boolean {
  return a.status === 'active' && valueOf(a.renewsItself) === true && a.renewal.is === 'known';
}

/**
 * Reading: the earliest end that has a candidate decides. The third contract of a chain starts near a
 * rolled end of the first too, but by then the second has stopped the first from rolling.
 */
function candidates(a: Contract, others: readonly Contract[]): Contract[] {
  const latest = Math.max(...others.map(({ start }) => valueOf(start) ?? 0)) + NEAR;
  const terms = renews(a) ? LAST_TERM : 0;
  for (let k = 0; k <= terms; k += 1) {
    const end = endOfTerm(a, k);
    if (end === null || end > latest) return [];
    const near = others.filter((b) => follows(a, b, end));
    if (near.length > 0) return near;
  }
  return [];
}

/** The term whose end lies nearest to the start of what follows. */
function lastTermOf(a: Contract, start: Day): number {
  if (!renews(a)) return 0;
  let k = 0;
  const distance = (term: number) => Math.abs((endOfTerm(a, term) ?? 0) - start);
  while (k < LAST_TERM && distance(k + 1) < distance(k)) k += 1;
  return k;
}

function sizeOf(value: YearlyValue): readonly [Fraction, string] | null {
  if (value.is === 'usable') return [value.amount, ''];
  return value.native === null ? null : [value.native.amount, value.native.currency];
}

/**
 * "sizes outside ½–2×, an amount that cannot be read, or an A without an end: both count". Reading: a
 * blank amount cannot be compared either, and counting both keeps the amount that is known. Two amounts
 * without a rate can be compared where their currency is one.
 */
function ofLikeSize(a: YearlyValue, b: YearlyValue): boolean {
  const [first, second] = [sizeOf(a), sizeOf(b)];
  if (first === null || second === null || first[1] !== second[1]) return false;
  const two = fraction(2);
  return compare(second[0], times(first[0], two)) <= 0 && compare(first[0], times(second[0], two)) <= 0;
}

export interface Sequence {
  readonly successions: ReadonlyMap<number, Succession>;
  /** Contracts that something seems to renew, though both count. */
  readonly possible: ReadonlySet<number>;
}

export type Valued = (contract: Contract) => YearlyValue;

/** `contracts`: those of one app, copies left out. */
export function sequenceOf(contracts: readonly Contract[], valued: Valued): Sequence {
  const signed = contracts.filter(({ status }) => status === 'active');
  const successions = new Map<number, Succession>();
  const possible = new Set<number>();
  for (const a of contracts.filter(({ status }) => status === 'active' || status === 'ending')) {
    const found = candidates(a, signed);
    const [only] = found;
    if (only === undefined) continue;
    const from = valueOf(only.start);
    if (found.length === 1 && from !== null && ofLikeSize(valued(a), valued(only)))
      successions.set(a.id, { by: only, from, lastTerm: lastTermOf(a, from) });
    else possible.add(a.id);
  }
  return { successions, possible };
}

/** "An app whose only contract ended while a successor is in the pipeline is *between contracts*" */
export function hasQuote(contracts: readonly Contract[]): boolean {
  const quotes = contracts.filter(({ status }) => status === 'pipeline');
  const past = contracts.filter(({ status }) => status === 'active' || status === 'ending');
  return past.some((a) => candidates(a, quotes).length > 0);
}
