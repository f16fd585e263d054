/** Spend: where the money goes, who uses what it buys, which seats are idle, and what overlaps. */
import type { ComponentType, ReactNode } from 'react';
import '../../theme/spend.css';
import { Segments, segmentIn } from '../../parts/controls.ts';
import { formatRoute } from '../address.ts';
import { Apps } from './apps.tsx';
import { LicensesView } from './licenses.tsx';
import { Overlap } from './overlap.tsx';
import { Overview } from './overview.tsx';
import { useRoute } from '../page-context.ts';

const names = ['overview', 'apps', 'licenses', 'overlap'] as const;
const labels = [
  ['overview', 'Overview'],
  ['apps', 'Apps'],
  ['licenses', 'Licenses'],
  ['overlap', 'Overlap'],
] as const;

const views: Readonly<Record<(typeof names)[number], ComponentType>> = {
  overview: Overview,
  apps: Apps,
  licenses: LicensesView,
  overlap: Overlap,
};

export function SpendView(): ReactNode {
  const route = useRoute();
  const current = segmentIn(names, route.segment);
  const View = views[current];
  return (
    <>
      <Segments
        label="Spend"
        addressOf={(segment) => formatRoute({ destination: 'spend', segment })}
        segments={labels}
        current={current}
      />
      <View />
    </>
  );
}
