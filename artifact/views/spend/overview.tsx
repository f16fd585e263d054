import type { ReactNode } from 'react';
import { useOffer } from '../../exports/offer.ts';
import type { ViewProps } from '../view-props.ts';
import { amountCell } from './amounts.ts';
import { Breakdown } from './breakdown.tsx';
import { CrowdedApps } from './crowded-apps.tsx';
import { TopApps } from './top-apps.tsx';

/** Where the money goes: how concentrated it is, in which apps, and in what groups. */
export function Overview(props: ViewProps): ReactNode {
  const { analysis, answers } = props.picture;
  const { currency } = analysis;
  useOffer(() => [
    {
      title: 'Apps by 12-month spend',
      header: ['App', 'Category', 'Vendor', `Spend, ${currency}`, `Cost, ${currency} a year`, 'Active users'],
      rows: answers.topSpend.items.map((app) => [
        app.name,
        app.category,
        app.vendor,
        amountCell(app.expenses12m, currency),
        amountCell(app.costAnnual, currency),
        app.activeUsers,
      ]),
      notes:
        answers.topSpend.unknown === 0
          ? []
          : [`Apps without a known spend are left out: ${answers.topSpend.unknown}.`],
    },
  ]);
  return (
    <>
      <TopApps {...props} />
      <Breakdown {...props} />
      <CrowdedApps {...props} />
    </>
  );
}
