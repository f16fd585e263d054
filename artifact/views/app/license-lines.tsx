import type { ReactNode } from 'react';
import type { AnalyzedApp, Minor } from '../../../skill/analysis/contract.ts';
import { formatCount, formatExactMoney } from '../../parts/text.ts';
import { Section, UnknownValue } from '../../parts/layout.ts';
import { Table, type Column } from '../../parts/table.ts';
import { useResults } from '../page-context.ts';
import type { AppProps } from './facts.tsx';

type Line = NonNullable<AnalyzedApp<Minor>['seats']>['lines'][number];

/** Where the price of a seat comes from. */
const priceWords: Readonly<Record<Line['priceBasis'], string>> = {
  licence: 'the license record',
  free: 'free',
  contract: 'the contract’s price of a seat',
  'contract-seats': 'contract cost ÷ its seats, assumed',
  'contract-single': 'contract cost ÷ seats bought, assumed',
  none: 'no price known',
};

/** The license lines of an app, each with its seats and what a seat costs; nothing where there is none. */
export function LicenseLines({ app }: AppProps): ReactNode {
  const { currency } = useResults().shown;
  const lines = app.seats?.lines ?? [];
  if (lines.length === 0) return null;
  const unlimited = lines.filter((line) => line.unlimited).length;
  return (
    <Section
      title="License lines"
      sentence={unlimited === 0 ? undefined : 'An unlimited line is in no seat count and carries no saving.'}
    >
      <Table
        caption={`License lines of ${app.name}`}
        columns={columnsFor(currency)}
        rows={lines}
        keyOf={({ name }) => name}
        first={8}
      />
    </Section>
  );
}

function columnsFor(currency: string): Column<Line>[] {
  return [
    {
      key: 'line',
      header: 'Line',
      cell: ({ name }) => name,
      order: ({ name }) => name,
    },
    {
      key: 'seats',
      header: 'Assigned of bought',
      secondary: true,
      lead: 'assigned',
      cell: seatsOf,
      file: ({ assigned, purchased, unlimited }) =>
        unlimited ? 'unlimited' : `${assigned ?? 'unknown'} of ${purchased ?? 'unknown'}`,
    },
    {
      key: 'idle',
      header: 'Idle',
      secondary: true,
      lead: 'idle',
      numeric: true,
      cell: (line) => (line.unlimited ? null : formatCount(idleOf(line))),
      order: idleOf,
    },
    {
      key: 'price',
      header: `A seat, ${currency} a year`,
      numeric: true,
      cell: ({ unitPrice }) =>
        unitPrice === null ? (
          <UnknownValue reason="No price of a seat is known." />
        ) : (
          formatExactMoney(unitPrice, currency)
        ),
      order: ({ unitPrice }) => unitPrice,
    },
    {
      key: 'basis',
      header: 'Price from',
      secondary: true,
      lead: 'price from',
      cell: ({ priceBasis }) => priceWords[priceBasis],
      file: ({ priceBasis }) => priceWords[priceBasis],
    },
  ];
}

function seatsOf({ purchased, assigned, unlimited, overAssigned }: Line): ReactNode {
  if (unlimited) return 'unlimited';
  const counts = `${assigned === null ? 'unknown' : formatCount(assigned)} of ${purchased === null ? 'unknown' : formatCount(purchased)}`;
  return overAssigned > 0 ? `${counts}, ${formatCount(overAssigned)} beyond` : counts;
}

function idleOf({ unassigned, departed, inactive }: Line): number {
  return (unassigned ?? 0) + departed + (inactive ?? 0);
}
