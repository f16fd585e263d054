import type { ReactNode } from 'react';
import type { CostComplete, Minor } from '../../skill/analysis/contract.ts';
import { boundWords } from '../../skill/report/texts.ts';
import { formatExactMoney, formatWholeMoney } from '../parts/text.ts';
import { UnknownValue } from '../parts/layout.ts';
import { FigureLink } from './figure.tsx';

export interface AmountProps {
  readonly minor: Minor | null;
  readonly currency: string;
  /** Said where the amount is not known. */
  readonly unknown: string;
  /** Address of the fact the amount is; with it the amount opens its lineage. */
  readonly fact?: string | undefined;
  /** A stop of the tab key; in tables the arrow keys lead there instead. */
  readonly stop?: boolean;
  /** Whether it is all of what it names: else a word goes before it. */
  readonly complete?: CostComplete | undefined;
}

/** Money with its exact value at hand; what is not known says why. */
export function Amount({ minor, currency, unknown, fact, stop, complete = 'whole' }: AmountProps): ReactNode {
  if (minor === null) return <UnknownValue reason={unknown} />;
  const exact = formatExactMoney(minor, currency);
  const text = `${boundWords[complete]}${formatWholeMoney(minor, currency)}`;
  if (fact === undefined) return <span title={exact}>{text}</span>;
  return (
    <FigureLink fact={fact} title={exact} stop={stop}>
      {text}
    </FigureLink>
  );
}
