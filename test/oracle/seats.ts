/**
 * The license lines of one app at aggregate depth: "per license line an exclusive partition that sums to
 * max(purchased, assigned)"; "unassigned, inactive, active from the counts; a missing part is *unknown*
 * in its own line only".
 */
import { isRow, type Json, type JsonRow, rowsIn, textOf } from './json.ts';
import { licenseMoney } from './cost.ts';
import { compare, type Fraction, fraction, over, zero } from './exact.ts';
import type { Rules } from './mapping.ts';

export interface Line {
  /** Null for the summary that stands for all lines, and for what it has beyond them. */
  readonly name: string | null;
  readonly purchased: number;
  readonly assigned: number;
  readonly unassigned: number;
  readonly inactive: number;
  readonly unknown: number;
  readonly active: number;
  readonly overAssigned: number;
  readonly unlimited: boolean;
  /** "the line's own price or annualCost ÷ totalAmount (known 0 = free)" */
  readonly ownPrice: Fraction | null;
  /** What the summary has beyond its lines: unpriced, whatever the contract says. */
  readonly remainder: boolean;
}

function countIn(row: JsonRow, key: string): number | null {
  const value = row[key];
  return typeof value === 'number' ? value : null;
}

function priceOf(row: JsonRow, purchased: number, rules: Rules): Fraction | null {
  const price = licenseMoney(row, 'pricePerLicense', rules);
  const cost = licenseMoney(row, 'annualCost', rules);
  if (price !== null || cost === null) return price;
  if (compare(cost, zero) === 0) return zero;
  return purchased > 0 ? over(cost, fraction(purchased)) : null;
}

/**
 * "seat counts −1, "unlimited", five or more 9s, or ≥ 10,000 with < 1 % assigned on a line without a
 * positive price of its own"
 */
function isUnlimited(total: Json | undefined, assigned: number, price: Fraction | null): boolean {
  if (total === -1 || /^(unlimited|-1|9{5,})$/i.test(textOf(total))) return true;
  const large = typeof total === 'number' && total >= 10_000 && assigned * 100 < total;
  return large && (price === null || compare(price, zero) === 0);
}

function lineFrom(row: JsonRow, name: string | null, rules: Rules): Line {
  const purchased = Math.max(0, countIn(row, 'totalAmount') ?? 0);
  const [active, inactive] = [countIn(row, 'activeAmount') ?? 0, countIn(row, 'inactiveAmount') ?? 0];
  const unassigned = Math.min(countIn(row, 'unassignedAmount') ?? 0, purchased);
  const unknown = Math.max(0, purchased - unassigned - active - inactive);
  const assigned = active + inactive + unknown;
  const ownPrice = priceOf(row, purchased, rules);
  return {
    name,
    purchased,
    assigned,
    unassigned,
    inactive,
    unknown,
    active,
    overAssigned: Math.max(0, assigned - purchased),
    unlimited: isUnlimited(row['totalAmount'], active + inactive, ownPrice),
    ownPrice,
    remainder: false,
  };
}

/** "What the summary has beyond the lines is a remainder line of unknown use, unpriced" */
function remainderOf(summary: JsonRow, lines: readonly Line[]): Line[] {
  const beyond =
    (countIn(summary, 'totalAmount') ?? 0) - lines.reduce((sum, line) => sum + line.purchased, 0);
  if (beyond <= 0) return [];
  const counts = {
    purchased: beyond,
    assigned: beyond,
    unknown: beyond,
    unassigned: 0,
    inactive: 0,
    active: 0,
  };
  return [{ name: null, ...counts, overAssigned: 0, unlimited: false, ownPrice: null, remainder: true }];
}

/** Null where the app has no license record. */
export function linesOf(app: JsonRow, rules: Rules): Line[] | null {
  const licenses = app['licenses'];
  if (!isRow(licenses)) return null;
  const summary = isRow(licenses['summary']) ? licenses['summary'] : null;
  const lines = rowsIn(licenses['types']).map((row) => lineFrom(row, textOf(row['name']), rules));
  if (lines.length === 0) return summary === null ? null : [lineFrom(summary, null, rules)];
  return summary === null ? lines : [...lines, ...remainderOf(summary, lines)];
}

export function isFree({ ownPrice }: Line): boolean {
  return ownPrice !== null && compare(ownPrice, zero) === 0;
}

/** Neither free nor empty nor without a limit: a line that can cost something. */
export function canCost(line: Line): boolean {
  return !line.unlimited && line.purchased > 0 && !isFree(line);
}
