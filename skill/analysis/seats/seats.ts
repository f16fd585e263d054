/**
 * Seats of an app: what the license records, the contracts and (where the depth includes them) the user
 * rows say go in; each line with its partition and price comes out, and the pools that the right-sizing
 * policy acts on. Null when nothing says how many seats there are.
 */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { App, AppUser } from '../../mapping/portfolio.ts';
import type { Cost, LineSeats, Seats, SeatsDisagreement } from '../base/assessed.ts';
import type { Converter } from '../base/conversion.ts';
import { knownValue } from '../base/known-value.ts';
import { isFree } from '../base/seat-price.ts';
import type { ResolvedContract } from '../contracts/assess-contract.ts';
import { contractTerms, type ContractTerms } from './contract-terms.ts';
import { countLicenses } from './license-counts.ts';
import { linePrices } from './line-price.ts';
import { lineSeats } from './line-seats.ts';
import { totalOf } from './partition.ts';
import { poolsOf } from './pools.ts';
import { policyOf } from './right-sizing.ts';
import { classesOfRows, noRows, type UserRules } from './user-rows.ts';

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
  const licenses = knownValue(app.licenses);
  if (licenses === null && inForce.length === 0) return null;
  const terms = contractTerms(inForce, context.convert);
  const counted = countLicenses(licenses, terms.seats);
  if (counted.lines.length === 0 && counted.unlimited.length === 0) return null;
  const unlimitedNames = counted.unlimited.map(({ name }) => name);
  const rows =
    users === null
      ? noRows
      : classesOfRows(users, counted.lines, unlimitedNames, context.rulesOf(app.id), context.rowsAreComplete);
  const prices = linePrices(counted.lines, cost, terms, context.convert);
  const lines = counted.lines.map((line, place) =>
    lineSeats(line, rows.classes?.[place] ?? line.classes, prices[place] ?? unpriced),
  );
  return {
    total: totalOf(lines, rows.classes === null ? 'summary' : 'users'),
    lines,
    unlimited: counted.unlimited,
    pools: poolsOf(lines, policyOf(context.config, app.id)),
    thresholdIsTorii: rows.classes === null,
    summaryDiffers: counted.summaryDiffers,
    summaryApart: counted.summaryApart,
    rowsProblem: rows.problem,
    contradictory: rows.contradictory,
    contracted: terms.seats,
    disagreement: licenses === null ? null : disagreementOf(lines, terms),
  };
}

const unpriced = { unitPrice: null, priceBasis: 'none' } as const;

/** More than this share apart, in percent of what the contracts record, two counts contradict each other. */
const toleratedPercent = 10;

/**
 * Contracts buy the seats that cost something, so free lines are only counted where that is what makes
 * both agree. Where a contract records no seats the others state the least there can be.
 */
function disagreementOf(lines: readonly LineSeats[], terms: ContractTerms): SeatsDisagreement | null {
  const { seats: contracted, seatsAreFloor, contractIds } = terms;
  if (contracted === null || lines.length === 0) return null;
  const all = lines.reduce((sum, { purchased }) => sum + purchased, 0);
  const paid = lines.reduce((sum, line) => sum + (isFree(line) ? 0 : line.purchased), 0);
  const isApart = (licensed: number): boolean =>
    (seatsAreFloor ? contracted - licensed : Math.abs(contracted - licensed)) * 100 >
    contracted * toleratedPercent;
  return isApart(all) && isApart(paid) ? { contracted, licensed: paid, contractIds } : null;
}
