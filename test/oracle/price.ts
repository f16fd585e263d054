/**
 * "Unit price per year, first that applies, each with its name in `priceBasis`": the line's own · the
 * contract's mapped unitPrice, for lines it explains · contract cost ÷ recorded seats, the same ·
 * contract cost ÷ purchased where there is one line and no recorded seats · none.
 */
import type { AppCost } from './cost.ts';
import { compare, type Fraction, fraction, over, times, total, zero } from './exact.ts';
import { isRow } from './json.ts';
import { inTenantCurrency, type Rules } from './mapping.ts';
import type { Judged, OracleApp } from './portfolio.ts';
import { valueOf } from './read.ts';
import { canCost, isFree, type Line } from './seats.ts';

export type PriceBasis = 'licence' | 'free' | 'contract' | 'contract-seats' | 'contract-single' | 'none';

export interface Priced {
  readonly line: Line;
  readonly basis: PriceBasis;
  readonly price: Fraction | null;
}

export interface Pricing {
  readonly lines: readonly Priced[];
  /** Lines would cost more than the app, and were scaled down. */
  readonly scaled: boolean;
}

/**
 * "only for lines it explains (the one line that is neither free nor empty, or unpriced lines whose
 * seats sum to the contract's within 5 %)"
 */
function explained(lines: readonly Line[], { contract }: Judged): readonly Line[] {
  const paying = lines.filter(canCost);
  if (paying.length === 1) return paying;
  const unpriced = paying.filter(({ ownPrice }) => ownPrice === null);
  const seats = valueOf(contract.seats);
  if (seats === null) return [];
  const sum = fraction(unpriced.reduce((count, { purchased }) => count + purchased, 0));
  const [low, high] = [times(seats, fraction(95, 100)), times(seats, fraction(105, 100))];
  return compare(sum, low) >= 0 && compare(sum, high) <= 0 ? unpriced : [];
}

function mappedPrice({ contract }: Judged, rules: Rules): Fraction | null {
  const money = valueOf(contract.seatPrice);
  const amount = money === null ? null : inTenantCurrency(money, rules);
  if (amount === null || compare(amount, zero) <= 0) return null;
  const field = rules.fields.contract['unitPrice'];
  const months = isRow(field) && field['period'] === 'month' ? 12 : 1;
  return times(amount, fraction(months));
}

const unpriced = { basis: 'none', price: null } as const;

function fromContract(
  line: Line,
  lines: readonly Line[],
  judged: Judged,
  rules: Rules,
): Omit<Priced, 'line'> {
  if (line.remainder || !explained(lines, judged).includes(line)) return unpriced;
  const mapped = mappedPrice(judged, rules);
  if (mapped !== null) return { basis: 'contract', price: mapped };
  const { value, contract } = judged;
  if (value.is !== 'usable') return unpriced;
  const seats = valueOf(contract.seats);
  if (seats !== null && compare(seats, zero) > 0)
    return { basis: 'contract-seats', price: over(value.amount, seats) };
  const single = lines.filter(canCost).length === 1 && contract.seats.is === 'missing';
  return single
    ? { basis: 'contract-single', price: over(value.amount, fraction(line.purchased)) }
    : unpriced;
}

function priced(line: Line, lines: readonly Line[], contract: Judged | null, rules: Rules): Priced {
  if (isFree(line)) return { line, basis: 'free', price: zero };
  if (line.ownPrice !== null) return { line, basis: 'licence', price: line.ownPrice };
  if (contract === null || line.unlimited || line.purchased === 0) return { line, ...unpriced };
  return { line, ...fromContract(line, lines, contract, rules) };
}

/** "Scaled down so that lines never exceed the app's cost basis." */
function scaledTo(cost: Fraction, lines: readonly Priced[]): Pricing {
  const sum = total(
    lines.flatMap(({ line, price }) =>
      price === null || line.unlimited ? [] : [times(price, fraction(line.purchased))],
    ),
  );
  if (compare(sum, zero) === 0 || compare(sum, cost) <= 0) return { lines, scaled: false };
  const factor = over(cost, sum);
  const scaled = lines.map((one) => ({
    ...one,
    price: one.price === null ? null : times(one.price, factor),
  }));
  return { lines: scaled, scaled: true };
}

/**
 * Null where analysis.md has no single answer: several contracts count, and a line has no price of its
 * own. Reading: without a cost basis there is no money on any line.
 */
export function pricingOf(
  app: OracleApp,
  lines: readonly Line[],
  cost: AppCost,
  rules: Rules,
): Pricing | null {
  const counted = app.contracts.filter(({ counts }) => counts);
  const open = lines.some((line) => canCost(line) && line.ownPrice === null && !line.remainder);
  if (counted.length > 1 && open) return null;
  const all = lines.map((line) =>
    priced(line, lines, counted.length === 1 ? (counted[0] ?? null) : null, rules),
  );
  return cost.exact === null ? { lines: all, scaled: false } : scaledTo(cost.exact, all);
}
