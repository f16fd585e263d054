/** Decide: what can still be decided, by when, and what it rests on. */
import '../../theme/decide.css';
import type { ComponentType, ReactNode } from 'react';
import { Segments, segmentIn } from '../../parts/controls.ts';
import { formatRoute } from '../address.ts';
import { Headline } from './home/headline.tsx';
import { Inbox } from './inbox/inbox.tsx';
import { KeyFigures } from './home/key-figures.tsx';
import { Pictures } from './home/pictures.tsx';
import { PictureTables } from './home/picture-tables.tsx';
import { ThisWeek } from './home/this-week.tsx';
import { RenewalsList } from './renewals/renewals-list.tsx';
import { Review } from './review.tsx';
import { OverTime } from '../over-time/over-time.tsx';
import { useRoute } from '../page-context.ts';

export function Decide(): ReactNode {
  const route = useRoute();
  const segment = segmentIn(['inbox', 'renewals', 'review', 'over-time'], route.segment);
  const View = views[segment];
  return (
    <>
      <Headline />
      {segment === 'inbox' && <Overview />}
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

/** What the home shows first; the other segments begin with their own lists. */
function Overview(): ReactNode {
  return (
    <>
      <Pictures />
      <ThisWeek />
      <PictureTables />
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
  renewals: RenewalsList,
  review: Review,
  'over-time': OverTime,
};
