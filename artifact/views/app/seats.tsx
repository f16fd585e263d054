import type { ReactNode } from 'react';
import { Partition, type Mark } from '../../parts/charts.ts';
import { formatCount } from '../../parts/text.ts';
import { Section } from '../../parts/layout.ts';
import { FigureLink } from '../figure.tsx';
import { Provenance } from '../completeness-badge.tsx';
import type { AppProps } from './facts.tsx';

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
  const figure = (part: keyof typeof seats, value: number): ReactNode => (
    <FigureLink fact={`app/${id}/seats/${part}`} stop>
      {formatCount(value)}
    </FigureLink>
  );
  return (
    <Section
      title="Seats"
      sentence={
        <>
          {figure('purchased', seats.purchased)} purchased, {figure('assigned', seats.assigned)} assigned
          {seats.overAssigned > 0 && (
            <>
              , {figure('overAssigned', seats.overAssigned)} of them beyond what was bought: a true-up may be
              owed
            </>
          )}
          .{' '}
          {seats.basis === 'users'
            ? 'Judged by user rows.'
            : 'Judged by the license record, whose threshold of inactivity is Torii’s.'}
        </>
      }
      provenance={<Provenance sources={seats.basis === 'users' ? ['apps', 'appUsers'] : ['apps']} />}
    >
      <Partition
        parts={parts
          .filter(([part]) => seats[part] > 0)
          .map(([part, label, mark]) => ({
            label,
            mark,
            value: seats[part],
            text: figure(part, seats[part]),
          }))}
      />
    </Section>
  );
}
