/** Contracts of one app with the same period and the same amount: one entered twice, or two that look alike. */
import type { Contract, Value } from '../../mapping/portfolio.ts';
import type { Valued } from './sequence.ts';

export interface Duplicates {
  /** For each copy the id of the contract that counts instead. */
  readonly copies: ReadonlyMap<number, number>;
  /** Likeness alone: these count, and a person is asked. */
  readonly suspects: ReadonlyMap<number, number>;
}

/** @param running contracts of one app that run at the same time, sorted by id; the lowest id is the one that counts */
export function duplicatesAmong(running: readonly Valued[]): Duplicates {
  const copies = new Map<number, number>();
  const suspects = new Map<number, number>();
  running.forEach((one, index) => {
    const alike = running.slice(0, index).filter((other) => isAlike(other, one));
    const original = alike.find((other) => isSame(other.contract, one.contract));
    const { id } = one.contract;
    if (original !== undefined) copies.set(id, copies.get(original.contract.id) ?? original.contract.id);
    else if (alike[0] !== undefined) suspects.set(id, alike[0].contract.id);
  });
  return { copies, suspects };
}

/** The same period, amount and currency; two unknowns are not the same. */
function isAlike({ contract: a, value: { native: left } }: Valued, { contract: b, value }: Valued): boolean {
  const { native: right } = value;
  if (left === null || right === null) return false;
  if (left.minor !== right.minor || left.currency !== right.currency) return false;
  return a.termEnd.kind === 'known' && isEqual(a.termEnd, b.termEnd) && isEqual(a.termStart, b.termStart);
}

/** What tells two contracts apart, where both of them say it. */
function isSame(a: Contract, b: Contract): boolean {
  const [name, other] = [nameOf(a), nameOf(b)];
  if (name !== '' && other !== '' && name !== other) return false;
  return agree(a.seats, b.seats) && agree(ownerOf(a), ownerOf(b));
}

/** A contract without a name is shown under its number. */
function nameOf({ id, name }: Contract): string {
  return name === `Contract ${id}` ? '' : name.trim().toLowerCase();
}

function ownerOf({ owner }: Contract): Value<string> {
  return owner.kind === 'known' ? { kind: 'known', value: owner.value.id } : owner;
}

function agree<T>(a: Value<T>, b: Value<T>): boolean {
  return a.kind === 'missing' || b.kind === 'missing' || isEqual(a, b);
}

function isEqual<T>(a: Value<T>, b: Value<T>): boolean {
  if (a.kind === 'known' && b.kind === 'known') return a.value === b.value;
  if (a.kind === 'invalid' && b.kind === 'invalid') return a.raw === b.raw;
  return a.kind === b.kind;
}
