import type { ReactNode } from 'react';
import { SpendByMonthSection } from '../payments/spend-by-month-section.tsx';
import { Breakdown } from './breakdown.tsx';
import { CategoryMap } from './category-map.tsx';
import { CrowdedApps } from './crowded-apps.tsx';
import { TopApps } from './top-apps.tsx';

/** Where the money goes: how concentrated it is, in which apps, and in what groups. */
export function Overview(): ReactNode {
  return (
    <>
      <CategoryMap />
      <TopApps />
      <SpendByMonthSection />
      <Breakdown />
      <CrowdedApps />
    </>
  );
}
