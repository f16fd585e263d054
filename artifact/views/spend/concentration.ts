export interface Concentration {
  /** Amounts, largest first, added up: the last is the whole. */
  readonly cumulated: readonly number[];
  readonly total: number;
  /** How many of the largest it takes to reach four fifths of the whole. */
  readonly vital: number;
}

/** The share that the vital few of Pareto's rule carry. */
const VITAL_SHARE = 0.8;

/** @param amounts largest first, none negative */
export function concentrationOf(amounts: readonly number[]): Concentration {
  let total = 0;
  const cumulated = amounts.map((amount) => (total += Math.max(0, amount)));
  const vital = cumulated.findIndex((sum) => sum >= total * VITAL_SHARE) + 1;
  return { cumulated, total, vital };
}
