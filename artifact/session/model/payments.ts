import type { Completeness, Transaction } from '../../../skill/mapping/portfolio.ts';

export interface Payments {
  readonly transactions: readonly Transaction[];
  /** How much of them has come. */
  readonly certificate: Completeness;
}
