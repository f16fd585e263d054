/** Decide: what can still be decided, by when, and what it rests on. */
import '../../theme/decide.css';
import type { ComponentType, ReactNode } from 'react';
import { Segments, segmentIn } from '../../parts/controls.ts';
import { formatRoute } from '../address.ts';
import { Headline } from './headline.tsx';
import { Inbox } from './inbox.tsx';
import { KeyFigures } from './key-figures.tsx';
import { Renewals } from './renewals.tsx';
import { Review } from './review.tsx';
import { YearAhead } from './year-ahead.tsx';
import { OverTime } from '../over-time/over-time.tsx';
import { useRoute } from '../page-context.ts';

export function Decide(): ReactNode {
  const route = useRoute();
  const segment = segmentIn(['inbox', 'renewals', 'review', 'over-time'], route.segment);
  const View = views[segment];
  return (
    <>
      <Headline />
      <KeyFigures />
      <Segments
        label="Decide"
        addressOf={(segment) => formatRoute({ destination: 'decide', segment })}
        segments={names}
        current={segment}
      />
      <View />
    </>
  );
}

const names = [
  ['inbox', 'Inbox'],
  ['renewals', 'Renewals'],
  ['review', 'Review'],
  ['over-time', 'Over time'],
] as const;

const views: Readonly<Record<(typeof names)[number][0], ComponentType>> = {
  inbox: Inbox,
  renewals: () => (
    <>
      <Renewals />
      <YearAhead />
    </>
  ),
  review: Review,
  'over-time': OverTime,
};
