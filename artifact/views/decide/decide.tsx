/** Decide: what can still be decided, by when, and what it rests on. */
import '../../theme/decide.css';
import type { ReactNode } from 'react';
import { segmentIn, Segments } from '../../parts/segments.tsx';
import { formatRoute } from '../address.ts';
import type { DestinationProps } from '../view-props.ts';
import { Headline } from './headline.tsx';
import { Inbox } from './inbox.tsx';
import { KeyFigures } from './key-figures.tsx';
import { Renewals } from './renewals.tsx';
import { Review } from './review.tsx';
import { YearAhead } from './year-ahead.tsx';

export function Decide(props: DestinationProps): ReactNode {
  const { state, picture, route } = props;
  const segment = segmentIn(['inbox', 'renewals', 'review'], route.segment);
  const View = views[segment];
  return (
    <>
      <Headline state={state} analysis={picture.analysis} />
      <KeyFigures state={state} picture={picture} />
      <Segments
        label="Decide"
        addressOf={(segment) => formatRoute({ destination: 'decide', segment })}
        segments={names}
        current={segment}
      />
      <View {...props} />
    </>
  );
}

const names = [
  ['inbox', 'Inbox'],
  ['renewals', 'Renewals'],
  ['review', 'Review'],
] as const;

const views: Readonly<Record<(typeof names)[number][0], (props: DestinationProps) => ReactNode>> = {
  inbox: Inbox,
  renewals: (props) => (
    <>
      <Renewals state={props.state} picture={props.picture} />
      <YearAhead {...props} />
    </>
  ),
  review: Review,
};
