/** Decide: what can still be decided, by when, and what it rests on. */
import type { ReactNode } from 'react';
import { segmentIn, Segments } from '../../parts/segments.tsx';
import type { DestinationProps, ViewProps } from '../view-props.ts';
import { Headline } from './headline.tsx';
import { KeyFigures } from './key-figures.tsx';
import { Proposals } from './proposals.tsx';
import { Renewals } from './renewals.tsx';

export function Decide({ state, picture, route }: DestinationProps): ReactNode {
  const segment = segmentIn(['inbox', 'renewals'], route.segment);
  const View = views[segment];
  return (
    <>
      <Headline state={state} analysis={picture.analysis} />
      <KeyFigures state={state} picture={picture} />
      <Segments label="Decide" base="#/decide" segments={names} current={segment} />
      <View state={state} picture={picture} />
    </>
  );
}

const names = [
  ['inbox', 'Inbox'],
  ['renewals', 'Renewals'],
] as const;

const views: Readonly<Record<'inbox' | 'renewals', (props: ViewProps) => ReactNode>> = {
  inbox: Proposals,
  renewals: Renewals,
};
