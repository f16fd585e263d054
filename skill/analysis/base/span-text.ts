import type { Span } from '../../mapping/portfolio.ts';

/** "30 days", "1 month": a notice as the contract states it. */
export function spanText({ amount, unit }: Span): string {
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}
