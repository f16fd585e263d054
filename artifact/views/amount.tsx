import type { ReactNode } from 'react';
import type { Minor } from '../../skill/analysis/contract.ts';
import { exactMoney, wholeMoney } from '../parts/money.ts';
import { Unknown } from '../parts/unknown.tsx';

export interface AmountProps {
  readonly minor: Minor | null;
  readonly currency: string;
  /** Said where the amount is not known. */
  readonly unknown: string;
}

/** Money with its exact value at hand; what is not known says why. */
export function Amount({ minor, currency, unknown }: AmountProps): ReactNode {
  if (minor === null) return <Unknown reason={unknown} />;
  return <span title={exactMoney(minor, currency)}>{wholeMoney(minor, currency)}</span>;
}
