import type { ReactNode } from 'react';
import type { Analysis, Minor } from '../../../skill/analysis/contract.ts';
import { count } from '../../parts/count.ts';
import { compactMoney, wholeMoney } from '../../parts/money.ts';
import { Section } from '../../parts/section.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { Waterfall, type Step } from '../../parts/waterfall.tsx';
import { Amount } from '../amount.tsx';
import { Provenance } from '../standing.tsx';
import type { ViewProps } from '../view-props.ts';
import { leverNames, leversOf, sum, type LeverSum } from './levers.ts';

/** From the baseline to the projected cost, lever by lever, as a drawing and as a table. */
export function Bridge({ state, picture }: ViewProps): ReactNode {
  const { analysis } = picture;
  const sums = leversOf(analysis);
  return (
    <Section
      title="From baseline to projected cost"
      sentence={sentenceOf(analysis, sums)}
      provenance={<Provenance state={state} sources={['apps', 'contracts']} />}
    >
      {sums.length > 0 && (
        <>
          <Waterfall steps={stepsOf(analysis, sums)} />
          <Table
            caption="The saving by lever: run-rate, next 12 months, this fiscal year"
            columns={columnsFor(analysis.currency)}
            rows={[...sums, totalOf(sums)]}
            keyOf={({ lever }) => lever ?? 'total'}
          />
        </>
      )}
    </Section>
  );
}

function sentenceOf({ totals, currency }: Analysis, sums: readonly LeverSum[]): string {
  const [largest] = sums.toSorted((a, b) => b.hardAnnual - a.hardAnnual);
  if (largest === undefined) return 'The plan changes no cost yet.';
  const baseline = compactMoney(totals.baselineAnnual, currency);
  const projected = compactMoney(totals.projectedAnnual, currency);
  const most = compactMoney(largest.hardAnnual, currency);
  return `${baseline} a year becomes ${projected} under this plan. The largest part, ${most}, is ${leverNames[largest.lever].toLowerCase()}.`;
}

function stepsOf({ totals, currency }: Analysis, sums: readonly LeverSum[]): Step[] {
  const { baselineAnnual, projectedAnnual } = totals;
  let reached = baselineAnnual;
  const levers = sums.map(({ lever, hardAnnual }): Step => {
    const from = reached;
    reached -= hardAnnual;
    return {
      label: leverNames[lever],
      from,
      to: reached,
      mark: 'plan',
      text: minus(hardAnnual, currency),
    };
  });
  return [
    {
      label: 'Annual baseline',
      from: 0,
      to: baselineAnnual,
      mark: 'actual',
      text: wholeMoney(baselineAnnual, currency),
    },
    ...levers,
    {
      label: 'Projected',
      from: projectedAnnual,
      to: 0,
      mark: 'forecast',
      text: wholeMoney(projectedAnnual, currency),
    },
  ];
}

/** What comes off stands with a true minus sign; seats that are added come on top. */
function minus(minor: Minor, currency: string): string {
  return `${minor > 0 ? '−' : '+'}${wholeMoney(Math.abs(minor), currency)}`;
}

/** The last row of the table; it belongs to no lever. */
type Line = Omit<LeverSum, 'lever'> & { readonly lever: LeverSum['lever'] | null };

function totalOf(sums: readonly LeverSum[]): Line {
  return {
    lever: null,
    seats: null,
    hardAnnual: sum(sums, (row) => row.hardAnnual),
    next12: sum(sums, (row) => row.next12),
    inYear: sum(sums, (row) => row.inYear),
  };
}

function columnsFor(currency: string): Column<Line>[] {
  const money = (
    key: 'hardAnnual' | 'next12' | 'inYear',
    header: string,
    secondary = false,
  ): Column<Line> => ({
    key,
    header: `${header}, ${currency}`,
    lead: header.toLowerCase(),
    numeric: true,
    secondary,
    cell: (row) => <Amount minor={row[key]} currency={currency} unknown="" />,
  });
  return [
    { key: 'lever', header: 'Lever', cell: ({ lever }) => (lever ? leverNames[lever] : 'All levers') },
    {
      key: 'seats',
      header: 'Seats',
      lead: 'seats',
      numeric: true,
      secondary: true,
      cell: ({ seats }) => (seats === null ? null : count(seats)),
    },
    money('next12', 'Next 12 months', true),
    money('inYear', 'This fiscal year', true),
    money('hardAnnual', 'Run-rate a year'),
  ];
}
