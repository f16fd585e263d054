/**
 * Savings that a later reading proves: fewer contracted seats, or a lower price of a seat. A contract
 * is compared with itself, or with the one open contract that followed it on the same app.
 */
import type { Contract, Portfolio, Value } from '../mapping/portfolio.ts';

export interface VerifiedSaving {
  readonly appId: number | null;
  readonly contractId: number;
  /** The contract that it took the place of; null when the contract itself changed. */
  readonly replaces: number | null;
  readonly lever: 'seats' | 'price';
  /** Seats, or minor units of `currency` for one seat a year. */
  readonly from: number;
  readonly to: number;
  readonly currency: string | null;
}

export function verifiedSavings(before: Portfolio, after: Portfolio): VerifiedSaving[] {
  const earlier = new Map(before.contracts.map((contract) => [contract.id, contract]));
  return after.contracts
    .filter(({ statusClass }) => statusClass === 'open' || statusClass === 'unmapped')
    .flatMap((contract) => {
      const old = earlier.get(contract.id) ?? predecessor(contract, before, after);
      return old ? lowered(old, contract) : [];
    })
    .toSorted((a, b) => a.contractId - b.contractId || (a.lever < b.lever ? -1 : 1));
}

/** The only contract of the app that was open before and is closed or gone now. */
function predecessor(contract: Contract, before: Portfolio, after: Portfolio): Contract | null {
  if (contract.appId === null) return null;
  const known = new Set(before.contracts.map(({ id }) => id));
  const open = new Set(
    after.contracts.filter(({ statusClass }) => statusClass === 'open').map(({ id }) => id),
  );
  const onApp = (other: Contract): boolean => other.appId === contract.appId;
  const ended = before.contracts.filter(
    (other) => onApp(other) && other.statusClass === 'open' && !open.has(other.id),
  );
  const followers = after.contracts.filter(
    (other) => onApp(other) && open.has(other.id) && !known.has(other.id),
  );
  return ended.length === 1 && followers.length === 1 ? (ended[0] ?? null) : null;
}

function lowered(old: Contract, now: Contract): VerifiedSaving[] {
  const replaces = old.id === now.id ? null : old.id;
  const subject = { appId: now.appId, contractId: now.id, replaces };
  const savings: VerifiedSaving[] = [];
  const [seats, price] = [pair(old.seats, now.seats), pair(old.unitPrice, now.unitPrice)];
  if (seats && seats.to < seats.from) savings.push({ ...subject, lever: 'seats', ...seats, currency: null });
  if (price && price.from.currency === price.to.currency && price.to.minor < price.from.minor) {
    const { currency } = price.to;
    savings.push({ ...subject, lever: 'price', from: price.from.minor, to: price.to.minor, currency });
  }
  return savings;
}

function pair<T>(from: Value<T>, to: Value<T>): { from: T; to: T } | null {
  return from.kind === 'known' && to.kind === 'known' ? { from: from.value, to: to.value } : null;
}
