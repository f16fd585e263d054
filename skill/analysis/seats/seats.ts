/**
 * Seats of an app: what the license records, the contracts and (where the depth includes them) the user
 * rows say go in; each line with its partition, price and right-sizing target comes out. Null when
 * nothing says how many seats there are.
 */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { App, AppUser } from '../../mapping/portfolio.ts';
import type { Cost, LineSeats, Seats } from '../base/assessed.ts';
import type { ResolvedContract } from '../contracts/assess-contract.ts';
import type { Converter } from '../base/conversion.ts';
import { knownValue } from '../base/known-value.ts';
import { allocate } from '../base/money.ts';
import { countedLines, type CountedLine } from './license-counts.ts';
import { linePrices, unpriced, type LinePrice } from './line-price.ts';
import { lineSeats } from './line-seats.ts';
import { totalOf, type AssignedClasses } from './partition.ts';
import { keptSeats, policyOf, seatTarget, type Policy } from './right-sizing.ts';
import { classesOfRows, type UserRules } from './user-rows.ts';

export interface SeatContext {
  readonly config: AnalysisConfig;
  readonly convert: Converter;
  readonly rowsAreComplete: boolean;
  readonly rulesOf: (appId: number) => UserRules;
}

export function seatsOf(
  app: App,
  cost: Cost,
  inForce: readonly ResolvedContract[],
  users: readonly AppUser[] | null,
  context: SeatContext,
): Seats | null {
  const counted = countedLines(knownValue(app.licenses), contractTotal(inForce, 'seats'));
  if (counted.length === 0) return null;
  const rows = users && classesOfRows(users, counted, context.rulesOf(app.id), context.rowsAreComplete);
  const classes = rows ?? counted.map((line) => line.classes);
  const prices = linePrices(counted, cost, inForce, context.convert);
  const commitment = contractTotal(inForce, 'commitSeats');
  const lines = linesOf(counted, classes, prices, commitment, policyOf(context.config, app.id));
  const basis = rows === null ? 'summary' : 'users';
  return { total: totalOf(lines, basis), lines, thresholdIsTorii: rows === null };
}

/** Of the contracts in force, suspected duplicates once; null when none of them says. */
function contractTotal(inForce: readonly ResolvedContract[], field: 'seats' | 'commitSeats'): number | null {
  let total: number | null = null;
  for (const { assessed } of inForce) {
    const count = knownValue(assessed.contract[field]);
    if (count !== null && assessed.duplicateOf === null) total = (total ?? 0) + count;
  }
  return total;
}

/** A commitment, hires and spare seats are the app's: lines share them, so that none counts twice. */
function linesOf(
  counted: readonly CountedLine[],
  classes: readonly AssignedClasses[],
  prices: readonly LinePrice[],
  commitment: number | null,
  policy: Policy,
): LineSeats[] {
  const kept = counted.map((line, index) => keptSeats(classes[index] ?? line.classes));
  const purchased = counted.map((line) => line.purchased);
  const committed = commitment === null ? null : shared(commitment, purchased);
  const spare = shared(policy.seats, kept);
  const hires = shared(policy.hires, kept);
  return counted.map((line, index) => {
    const stays = kept[index] ?? 0;
    const own = policyWith(policy, spare[index] ?? 0, hires[index] ?? 0);
    const target = seatTarget(stays, line.purchased, own);
    const price = prices[index] ?? unpriced;
    return lineSeats(line, classes[index] ?? line.classes, price, committed?.[index] ?? null, target);
  });
}

function policyWith({ policy, percent }: Policy, seats: number, hires: number): Policy {
  return { policy, percent, seats, hires };
}

function shared(total: number, weights: readonly number[]): readonly number[] {
  return weights.length === 1 || total === 0 ? weights.map(() => total) : allocate(total, weights);
}
