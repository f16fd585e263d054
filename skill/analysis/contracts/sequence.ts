/**
 * The contracts of one app in their order: which one renews which.
 *
 * B succeeds A when B is signed, starts and ends later than A, starts within 45 days of an end of A, and
 * is the only one that does. Where that is not certain both count, and a person is asked.
 */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Contract, Day } from '../../mapping/portfolio.ts';
import { compareExact, times, type Exact } from '../base/exact.ts';
import { knownValue } from '../base/known-value.ts';
import type { AnnualValue } from './annual-value.ts';
import { endOfTerm, termAt, termsOf, type Terms } from './rolling.ts';
import { renewsOf } from './term.ts';

export interface Succession {
  readonly by: number;
  readonly from: Day;
  /** The last term of the contract that is succeeded. */
  readonly lastTerm: number;
}

export interface Sequence {
  /** By the id of the contract that is succeeded; so are the others. */
  readonly successions: ReadonlyMap<number, Succession>;
  /** Signed contracts that may be its renewal. */
  readonly possible: ReadonlyMap<number, readonly number[]>;
  /** Contracts that are not signed and would be its renewal. */
  readonly prepared: ReadonlyMap<number, readonly number[]>;
}

export interface Valued {
  readonly contract: Contract;
  readonly value: AnnualValue;
}

export const noSequence: Sequence = { successions: new Map(), possible: new Map(), prepared: new Map() };

/** How far from an end a renewal may start. */
const nearDays = 45;

/** @param contracts of one app, without duplicates of another */
export function sequenceOf(contracts: readonly Valued[], config: AnalysisConfig): Sequence {
  const successions = new Map<number, Succession>();
  const possible = new Map<number, readonly number[]>();
  const prepared = new Map<number, readonly number[]>();
  const signed = contracts.filter(({ contract }) => contract.statusClass === 'active');
  const offered = contracts.filter(({ contract }) => contract.statusClass === 'pipeline');
  for (const one of contracts) {
    const { id, statusClass } = one.contract;
    if (statusClass !== 'active' && statusClass !== 'ending') continue;
    const offers = one.contract.termEnd.kind === 'known' ? followersOf(one, offered, config) : [];
    if (offers.length > 0) prepared.set(id, offers.map(idOf));
    const followers = followersOf(one, signed, config);
    const succession = successionOf(one, followers, config);
    if (succession !== null) successions.set(id, succession);
    else if (followers.length > 0) possible.set(id, followers.map(idOf));
  }
  return { successions, possible, prepared };
}

function idOf({ contract }: Valued): number {
  return contract.id;
}

/**
 * Those that start later, where there is no end to start near; else those that start near the first end that any of them starts near: the third contract of a chain starts
 * near a rolled end of the first, but by then the second has stopped the first from rolling.
 */
function followersOf(one: Valued, others: readonly Valued[], config: AnalysisConfig): readonly Valued[] {
  const { contract } = one;
  const later = others.filter((other) => startsLater(other.contract, contract));
  if (later.length === 0) return later;
  const end = knownValue(contract.termEnd);
  if (end === null) return later;
  const terms = rollingTerms(contract, config);
  const first = later.map((other) => firstTermNear(other.contract, end, terms));
  const earliest = Math.min(...first);
  if (earliest === Infinity) return [];
  const at = terms === null ? end : endOfTerm(terms, earliest);
  return later.filter((other) => follows(other.contract, at));
}

function rollingTerms(contract: Contract, config: AnalysisConfig): Terms | null {
  return renewsOf(contract, config).renews === true ? termsOf(contract) : null;
}

/** A missing start lies before every other; an unreadable one cannot be compared. */
function startsLater(other: Contract, contract: Contract): boolean {
  const [start, from] = [knownValue(other.termStart), contract.termStart];
  if (other.id === contract.id || start === null || from.kind === 'invalid') return false;
  return from.kind === 'missing' || start > from.value;
}

/** Infinity where it starts near no end. */
function firstTermNear(other: Contract, end: Day, terms: Terms | null): number {
  if (follows(other, end)) return 0;
  const start = knownValue(other.termStart);
  if (terms === null || start === null) return Infinity;
  const term = termAt(terms, start - nearDays);
  return follows(other, endOfTerm(terms, term)) ? term : Infinity;
}

/** A contract without an end ends later than any other. */
function follows({ termStart, termEnd }: Contract, end: Day): boolean {
  const start = knownValue(termStart);
  if (start === null || Math.abs(start - end) > nearDays) return false;
  return termEnd.kind === 'missing' || (termEnd.kind === 'known' && termEnd.value > end);
}

function successionOf(
  one: Valued,
  [only, ...more]: readonly Valued[],
  config: AnalysisConfig,
): Succession | null {
  const end = knownValue(one.contract.termEnd);
  const from = only === undefined ? null : knownValue(only.contract.termStart);
  if (only === undefined || more.length > 0 || end === null || from === null) return null;
  if (!areAlike(one.value, only.value)) return null;
  return { by: only.contract.id, from, lastTerm: nearestTerm(rollingTerms(one.contract, config), from) };
}

/** The term whose end lies nearest to a day; of two alike the earlier. */
function nearestTerm(terms: Terms | null, day: Day): number {
  if (terms === null) return 0;
  const term = termAt(terms, day);
  const [before, after] = [endOfTerm(terms, Math.max(0, term - 1)), endOfTerm(terms, term)];
  return term > 0 && Math.abs(before - day) <= Math.abs(after - day) ? term - 1 : term;
}

/** Half as large to twice as large. An amount that is not known cannot be compared, so both count. */
function areAlike(a: AnnualValue, b: AnnualValue): boolean {
  const [left, right] = [sizeOf(a), sizeOf(b)];
  if (left === null || right === null || left.currency !== right.currency) return false;
  return isTwiceAtMost(right.amount, left.amount) && isTwiceAtMost(left.amount, right.amount);
}

function isTwiceAtMost(a: Exact, b: Exact): boolean {
  return compareExact(a, times(b, 2)) <= 0;
}

/** Amounts without a rate can be compared where they are in one currency. */
function sizeOf({
  value,
  native,
}: AnnualValue): { readonly amount: Exact; readonly currency: string } | null {
  if (value !== null) return { amount: value.amount, currency: '' };
  return native && { amount: native.minor, currency: native.currency };
}
