import type { ReactNode } from 'react';
import type { AppRow } from './app-row.ts';

const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });

export function moneyText(cost: number): string {
  return money.format(cost);
}

export function KeyFigures({ rows }: { rows: readonly AppRow[] }): ReactNode {
  const total = rows.reduce((sum, { cost }) => sum + cost, 0);
  const unused = rows.filter(({ users, cost }) => users === 0 && cost > 0);
  const unusedCost = unused.reduce((sum, { cost }) => sum + cost, 0);
  return (
    <dl>
      <dt>Apps</dt>
      <dd>{rows.length}</dd>
      <dt>Spend in 12 months</dt>
      <dd>{moneyText(total)}</dd>
      <dt>Paid and unused</dt>
      <dd>{`${unused.length}, ${moneyText(unusedCost)}`}</dd>
    </dl>
  );
}
