/**
 * Savings that a later reading proves: fewer contracted seats, or a lower price of a seat. A contract
 * is compared with itself, or with the one open contract that followed it on the same app. What they
 * are worth is computed by the analysis.
 */
import { verifiedSaving } from '../../analysis/units.ts';
import type { Contract, Portfolio, Value } from '../../mapping/portfolio.ts';

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
  /**
   * What it saves a year, in the contract's own currency; null where a price or a count is missing.
   * Seats count at the old price, a lower price for the seats that stay: both add up.
   */
  readonly annual: { readonly minor: number; readonly currency: string } | null;
}

export function verifiedSavings(before: Portfolio, after: Portfolio): VerifiedSaving[] {
  const earlier = new Map(before.contracts.map((contract) => [contract.id, contract]));
  return after.contracts
    .filter(isOpen)
    .flatMap((contract) => {
      const old = earlier.get(contract.id) ?? predecessor(contract, before, after);
      return old ? lowered(old, contract) : [];
    })
    .toSorted((a, b) => a.contractId - b.contractId || (a.lever < b.lever ? -1 : 1));
}

function isOpen({ statusClass }: Contract): boolean {
  return statusClass === 'active' || statusClass === 'ending';
}

/** The only contract of the app that was open before and is closed or gone now. */
function predecessor(contract: Contract, before: Portfolio, after: Portfolio): Contract | null {
  if (contract.appId === null) return null;
  const known = new Set(before.contracts.map(({ id }) => id));
  const open = new Set(after.contracts.filter(isOpen).map(({ id }) => id));
  const onApp = (other: Contract): boolean => other.appId === contract.appId;
  const ended = before.contracts.filter((other) => onApp(other) && isOpen(other) && !open.has(other.id));
  const followers = after.contracts.filter(
    (other) => onApp(other) && open.has(other.id) && !known.has(other.id),
  );
  return ended.length === 1 && followers.length === 1 ? (ended[0] ?? null) : null;
}

function lowered(old: Contract, now: Contract): VerifiedSaving[] {
  const replaces = old.id === now.id ? null : old.id;
  const subject = { appId: now.appId, contractId: now.id, replaces };
  const savings: VerifiedSaving[] = [];
  const seats = pair(old.seats, now.seats);
  const price = samePrice(old, now);
  const worth = verifiedSaving(
    { seats: seats?.from ?? null, price: price?.from ?? null },
    { seats: seats?.to ?? null, price: price?.to ?? null },
  );
  const money = (minor: number | null): VerifiedSaving['annual'] =>
    minor === null || price === null ? null : { minor, currency: price.currency };
  if (seats && seats.to < seats.from) {
    savings.push({ ...subject, lever: 'seats', ...seats, currency: null, annual: money(worth.seats) });
  }
  if (price && price.to < price.from) {
    savings.push({ ...subject, lever: 'price', ...price, annual: money(worth.price) });
  }
  return savings;
}

/** Prices of a seat can be compared in one currency only. */
function samePrice(old: Contract, now: Contract): { from: number; to: number; currency: string } | null {
  const price = pair(old.unitPrice, now.unitPrice);
  if (price === null || price.from.currency !== price.to.currency) return null;
  return { from: price.from.minor, to: price.to.minor, currency: price.to.currency };
}

function pair<T>(from: Value<T>, to: Value<T>): { from: T; to: T } | null {
  return from.kind === 'known' && to.kind === 'known' ? { from: from.value, to: to.value } : null;
}
