import type { ReactNode } from 'react';
import type { Analysis, Minor } from '../../../skill/analysis/contract.ts';
import { baselineComplete, leversOf, rowsOf, sumsOf, type LeverSum } from '../../../skill/analysis/facts.ts';
import { boundWords } from '../../../skill/report/texts.ts';
import { formatCompactMoney, sentenceCase, formatWholeMoney } from '../../parts/text.ts';
import { Section } from '../../parts/layout.ts';
import { Table, type Column } from '../../parts/table.ts';
import { Waterfall, type WaterfallStep } from '../../parts/charts.ts';
import { countColumn, moneyColumn } from '../figure-columns.tsx';
import { Provenance } from '../completeness-badge.tsx';
import { useAddresses, type Addresses } from '../use-addresses.ts';
import { leverNames } from './lever-names.ts';
import { useResults } from '../page-context.ts';

/** From the baseline to the projected cost, lever by lever, as a drawing and as a table. */
export function Bridge(): ReactNode {
  const results = useResults();
  const { shown: analysis } = results;
  const sums = leversOf(analysis);
  const addresses = useAddresses();
  return (
    <Section
      title="From baseline to projected cost"
      sentence={sentenceOf(analysis, sums)}
      provenance={<Provenance sources={['apps', 'contracts']} />}
    >
      {sums.length > 0 && (
        <>
          <Waterfall label="The annual cost, step by step" steps={stepsOf(analysis, sums, addresses)} />
          <Table
            caption="The saving by lever: a full year, next 12 months, this fiscal year"
            columns={columnsFor(analysis.currency)}
            rows={[...sums, { lever: null, ...sumsOf(rowsOf(analysis, 'all')), seats: null }]}
            keyOf={({ lever }) => lever ?? 'total'}
          />
        </>
      )}
    </Section>
  );
}

function sentenceOf(analysis: Analysis, sums: readonly LeverSum[]): string {
  const [largest] = sums.toSorted((a, b) => b.hardAnnual - a.hardAnnual);
  if (largest === undefined) return 'The plan changes no cost yet.';
  const { totals, currency } = analysis;
  const bound = boundWords[baselineComplete(analysis)];
  const baseline = formatCompactMoney(totals.baselineAnnual, currency);
  const projected = formatCompactMoney(totals.projectedAnnual, currency);
  const most = formatCompactMoney(largest.hardAnnual, currency);
  const today = sentenceCase(`${bound}${baseline}`);
  return `${today} a year becomes ${bound}${projected} under this plan. The largest part, ${most}, is ${leverNames[largest.lever].toLowerCase()}.`;
}

function stepsOf(analysis: Analysis, sums: readonly LeverSum[], { fact }: Addresses): WaterfallStep[] {
  const { totals, currency } = analysis;
  const bound = boundWords[baselineComplete(analysis)];
  const { baselineAnnual, projectedAnnual } = totals;
  let reached = baselineAnnual;
  const levers = sums.map(({ lever, hardAnnual }): WaterfallStep => {
    const from = reached;
    reached -= hardAnnual;
    return {
      label: leverNames[lever],
      from,
      to: reached,
      mark: 'plan',
      text: minus(hardAnnual, currency),
      href: fact(`lever/${lever}/hardAnnual`),
    };
  });
  return [
    {
      label: 'Annual baseline',
      from: 0,
      to: baselineAnnual,
      mark: 'actual',
      text: `${bound}${formatWholeMoney(baselineAnnual, currency)}`,
      href: fact('totals/baselineAnnual'),
    },
    ...levers,
    {
      label: 'Projected',
      from: projectedAnnual,
      to: 0,
      mark: 'forecast',
      text: `${bound}${formatWholeMoney(projectedAnnual, currency)}`,
      href: fact('totals/projectedAnnual'),
    },
  ];
}

/** What comes off has a true minus sign; seats that are added come on top. */
function minus(minor: Minor, currency: string): string {
  return `${minor > 0 ? '−' : '+'}${formatWholeMoney(Math.abs(minor), currency)}`;
}

/** The last row of the table; it belongs to no lever. */
type Line = Omit<LeverSum, 'lever'> & { readonly lever: LeverSum['lever'] | null };

function columnsFor(currency: string): Column<Line>[] {
  const factOf = ({ lever }: Line, field: string): string => `lever/${lever ?? 'all'}/${field}`;
  const money = (key: 'hardAnnual' | 'next12' | 'inYear', header: string, secondary = false): Column<Line> =>
    moneyColumn(currency, {
      key,
      header: `${header}, ${currency}`,
      lead: header.toLowerCase(),
      secondary,
      of: (row) => row[key],
      fact: (row) => factOf(row, key),
    });
  const nameOf = ({ lever }: Line): string => (lever ? leverNames[lever] : 'All levers');
  return [
    { key: 'lever', header: 'Lever', cell: nameOf, file: nameOf },
    countColumn({
      key: 'seats',
      header: 'Seats',
      lead: 'seats',
      secondary: true,
      of: ({ seats }) => seats,
      fact: (row) => factOf(row, 'seats'),
    }),
    money('next12', 'Next 12 months', true),
    money('inYear', 'This fiscal year', true),
    money('hardAnnual', 'A full year'),
  ];
}
