import type { ReactNode } from 'react';
import { Partition, type Mark } from '../../parts/charts.ts';
import { formatCount } from '../../parts/text.ts';
import { Section } from '../../parts/layout.ts';
import { FigureLink } from '../figure.tsx';
import { Provenance } from '../completeness-badge.tsx';
import type { AppProps } from './facts.tsx';

type Seats = NonNullable<AppProps['app']['seats']>;

const parts = [
  ['active', 'In use', 'actual'],
  ['unassigned', 'Unassigned', 'quiet'],
  ['departed', 'Held by people who left', 'quiet'],
  ['inactive', 'Unused', 'quiet'],
  ['lowerTier', 'On too high a tier', 'plan'],
  ['grace', 'New', 'plan'],
  ['exempt', 'Exempt', 'plan'],
  ['unknown', 'Usage unknown', 'unknown'],
] as const satisfies readonly (readonly [string, string, Mark])[];

/** Each seat in one part; the parts add up to what was bought or, if more, assigned. */
export function SeatParts({ app }: AppProps): ReactNode {
  const { id, seats } = app;
  if (seats === null) {
    return <Section title="Seats" sentence="Unknown: Torii shows no license or seat counts for this app." />;
  }
  // Counts of unlimited lines are none of seats that were bought.
  if (seats.lines.length > 0 && seats.lines.every(({ unlimited }) => unlimited)) {
    return (
      <Section
        title="Seats"
        sentence="Unlimited: every license line of this app is without a number of seats."
      />
    );
  }
  return (
    <Section
      title="Seats"
      sentence={<SeatSentence id={id} seats={seats} />}
      provenance={<Provenance sources={seats.basis === 'users' ? ['apps', 'appUsers'] : ['apps']} />}
    >
      <Partition
        parts={parts
          .filter(([part]) => seats[part] > 0)
          .map(([part, label, mark]) => ({
            label,
            mark,
            value: seats[part],
            text: <SeatFigure id={id} part={part} value={seats[part]} />,
          }))}
      />
    </Section>
  );
}

interface SeatsProps {
  readonly id: number;
  readonly seats: Seats;
}

function SeatSentence({ id, seats }: SeatsProps): ReactNode {
  const { purchased, assigned, overAssigned, basis } = seats;
  return (
    <>
      <SeatFigure id={id} part="purchased" value={purchased} /> purchased,{' '}
      <SeatFigure id={id} part="assigned" value={assigned} /> assigned
      {overAssigned > 0 && (
        <>
          , <SeatFigure id={id} part="overAssigned" value={overAssigned} /> of them beyond what was bought: a
          true-up may be owed
        </>
      )}
      .{' '}
      {basis === 'users'
        ? 'Judged by user rows.'
        : 'Judged by the license record, whose threshold of inactivity is Torii’s.'}
    </>
  );
}

interface SeatFigureProps {
  readonly id: number;
  readonly part: keyof Seats;
  readonly value: number;
}

function SeatFigure({ id, part, value }: SeatFigureProps): ReactNode {
  return (
    <FigureLink fact={`app/${id}/seats/${part}`} stop>
      {formatCount(value)}
    </FigureLink>
  );
}
