/** Spend: where the money goes, who uses what it buys, which seats stand idle, and what overlaps. */
import type { ComponentType, ReactNode } from 'react';
import '../../theme/spend.css';
import { segmentIn, Segments } from '../../parts/segments.tsx';
import { formatRoute } from '../address.ts';
import type { DestinationProps } from '../view-props.ts';
import { Apps } from './apps.tsx';
import { Licenses } from './licenses.tsx';
import { Overlap } from './overlap.tsx';
import { Overview } from './overview.tsx';

const names = ['overview', 'apps', 'licenses', 'overlap'] as const;
const labels = [
  ['overview', 'Overview'],
  ['apps', 'Apps'],
  ['licenses', 'Licenses'],
  ['overlap', 'Overlap'],
] as const;

const views: Readonly<Record<(typeof names)[number], ComponentType<DestinationProps>>> = {
  overview: Overview,
  apps: Apps,
  licenses: Licenses,
  overlap: Overlap,
};

export function Spend(props: DestinationProps): ReactNode {
  const current = segmentIn(names, props.route.segment);
  const View = views[current];
  const { q, category } = props.route.parameters;
  return (
    <>
      <Segments
        label="Spend"
        addressOf={(segment) => formatRoute({ destination: 'spend', segment })}
        segments={labels}
        current={current}
      />
      <View key={`${q} ${category}`} {...props} />
    </>
  );
}
