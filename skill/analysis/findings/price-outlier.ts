import type { AssessedApp, AssessedContract } from '../base/assessed.ts';
import type { Minor } from '../base/contract.ts';
import { priceFactors, scoreOf } from '../base/confidence.ts';
import { knownValue } from '../base/known-value.ts';
import { mulDiv } from '../base/money.ts';
import type { Gathering } from './gathering.ts';

interface SeatPrice {
  readonly contractId: number;
  readonly seats: number;
  /** Minor units of the tenant currency for all seats, so that prices compare without rounding. */
  readonly annual: Minor;
}

function seatPriceOf({ contract, annual, duplicateOf }: AssessedContract): SeatPrice | null {
  const seats = knownValue(contract.seats) ?? 0;
  if (annual === null || annual.minor <= 0 || seats <= 0 || duplicateOf !== null) return null;
  return { contractId: contract.id, seats, annual: annual.minor };
}

function dearer(a: SeatPrice, b: SeatPrice): number {
  return a.annual / a.seats - b.annual / b.seats || a.contractId - b.contractId;
}

/** Contracts of one app that buy the same seat at very different prices. Tiers of a license do not count. */
export function findPriceOutlier(app: AssessedApp, gathering: Gathering): void {
  if (app.inForce.length > 1) comparePrices(app, gathering);
}

function comparePrices(app: AssessedApp, { add, assessed: { config } }: Gathering): void {
  const prices = app.inForce.map(seatPriceOf).filter((price) => price !== null);
  const [low, ...others] = prices.toSorted(dearer);
  const high = others.at(-1);
  if (low === undefined || high === undefined) return;
  if (high.annual * low.seats < low.annual * high.seats * config.thresholds.priceOutlierRatio) return;
  const above = others.map(({ annual, seats }) => annual - mulDiv(low.annual, seats, low.seats));
  const { id } = app.app;
  add({
    type: 'price-outlier',
    subject: `app-${id}`,
    rule: 'seat-price',
    appId: id,
    amount: above.reduce((sum, part) => sum + Math.max(0, part), 0),
    score: scoreOf([priceFactors.contract]),
    evidence: [low, ...others].map(({ contractId }) => `renewal/${contractId}/annualValue`),
    action: 'Ask why one contract pays far more for a seat than another.',
  });
}
