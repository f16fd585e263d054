/** Decide: what can still be decided, by when, and what it rests on. */
import type { ReactNode } from 'react';
import { Headline } from './headline.tsx';
import { KeyFigures } from './key-figures.tsx';
import { Proposals } from './proposals.tsx';
import { Renewals } from './renewals.tsx';
import type { ViewProps } from '../view-props.ts';

export function Decide({ state, picture }: ViewProps): ReactNode {
  return (
    <>
      <Headline state={state} analysis={picture.analysis} />
      <KeyFigures state={state} picture={picture} />
      <Renewals state={state} picture={picture} />
      <Proposals state={state} picture={picture} />
    </>
  );
}
