import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { HeatCell, Partition, type BarPart } from '../../parts/charts.ts';
import {
  formatCompactMoney,
  formatCount,
  formatCounted,
  formatShare,
  sentenceCase,
} from '../../parts/text.ts';
import { Section } from '../../parts/layout.ts';
import { Table, type Column, type FileColumn } from '../../parts/table.ts';
import { FigureLink } from '../figure.tsx';
import { countColumn, moneyColumn } from '../figure-columns.tsx';
import { idleIn, idleSeats, type SeatSums } from '../seats.ts';
import { Provenance } from '../completeness-badge.tsx';
import { appNameColumn } from './name-column.tsx';
import { UtilizationChart } from './utilization-chart.tsx';
import { useResults } from '../page-context.ts';

type App = Analysis['apps'][number];
type SeatedApp = App & { readonly seats: NonNullable<App['seats']> };

/** Purchased licenses cut into exclusive parts, app by app, and what their use is worth. */
export function LicensesView(): ReactNode {
  const results = useResults();
  const { shown: analysis } = results;
  const { currency } = analysis;
  const sums = idleSeats(analysis.apps);
  const seated = analysis.apps.filter(hasSeats).toSorted(byIdleMoney);
  const provenance = <Provenance sources={['apps']} />;
  return (
    <>
      <Section title="Licenses" sentence={sentenceOf(sums, analysis)} provenance={provenance}>
        <Partition parts={partsOf(sums)} />
        {seated.length > 0 && <HeatScale />}
        {seated.length > 0 && (
          <Table
            className="heat-map"
            caption="Licenses by app, most money idle first"
            columns={columnsFor(currency)}
            rows={seated}
            keyOf={({ id }) => id}
            also={also}
            notes={['Apps without license counts are left out.']}
          />
        )}
      </Section>
      <UtilizationChart apps={analysis.apps} currency={currency} provenance={provenance} />
    </>
  );
}

function HeatScale(): ReactNode {
  return (
    <p className="provenance">
      The fuller a cell, the larger its share of what the app bought. Blue is in use, amber is idle, hatched
      is unknown. Most money idle first.
    </p>
  );
}

function hasSeats(app: App): app is SeatedApp {
  return app.seats !== null;
}

function sentenceOf(
  { apps, purchased, idle, overAssigned }: SeatSums,
  { totals, currency }: Analysis,
): string {
  if (apps === 0)
    return 'Unknown: Torii shows no license counts. Only apps with a direct integration have them.';
  const cost =
    totals.wasteAnnual !== null && totals.wasteAnnual > 0
      ? `, ${formatCompactMoney(totals.wasteAnnual, currency)} a year where a price is known`
      : '';
  const over =
    overAssigned === 0
      ? ''
      : ` ${formatCounted(overAssigned, 'more is assigned than was', 'more are assigned than were')} bought.`;
  const without = totals.apps - apps;
  const gap = without > 0 ? ` ${formatCounted(without, 'app has', 'apps have')} no license counts.` : '';
  return `${formatShare(idle, purchased)} of ${formatCount(purchased)} purchased licenses in ${formatCounted(apps, 'app')} are idle${cost}.${over}${gap}`;
}

function partsOf({
  active,
  idle,
  unknown,
  other,
}: Omit<SeatSums, 'apps' | 'purchased' | 'overAssigned'>): BarPart[] {
  const parts: BarPart[] = [
    { label: 'In use', value: active, mark: 'actual', text: formatCount(active) },
    { label: 'Idle', value: idle, mark: 'quiet', text: formatCount(idle) },
    { label: 'New, exempt or on too high a tier', value: other, mark: 'plan', text: formatCount(other) },
    { label: 'Usage unknown', value: unknown, mark: 'unknown', text: formatCount(unknown) },
  ];
  return parts.filter(({ value }) => value > 0);
}

/** Idle money first, then seats: without a price nobody knows what they cost. */
function byIdleMoney(a: SeatedApp, b: SeatedApp): number {
  return (b.wasteAnnual ?? -1) - (a.wasteAnnual ?? -1) || idleIn(b.seats) - idleIn(a.seats) || a.id - b.id;
}

function columnsFor(currency: string): Column<SeatedApp>[] {
  return [
    appNameColumn,
    heatColumn('active', 'In use', 'actual', ({ active }) => active, 'seats/active'),
    heatColumn('idle', 'Left, unused', 'idle', ({ departed, inactive }) => departed + inactive),
    heatColumn('unassigned', 'Not assigned', 'idle', ({ unassigned }) => unassigned, 'seats/unassigned'),
    heatColumn('unknown', 'Use unknown', 'unknown', ({ unknown }) => unknown, 'seats/unknown'),
    countColumn({
      key: 'purchased',
      header: 'Purchased',
      lead: 'bought',
      secondary: true,
      of: ({ seats }) => seats.purchased,
      fact: ({ id }) => `app/${id}/seats/purchased`,
    }),
    moneyColumn(currency, {
      key: 'waste',
      header: `Idle, ${currency} a year`,
      of: ({ wasteAnnual }) => wasteAnnual,
      unknown: 'No price of a seat is known.',
      fact: ({ id }) => `app/${id}/wasteAnnual`,
    }),
    moneyColumn(currency, {
      key: 'saving',
      header: `Proposed saving, ${currency} a year`,
      lead: 'saves',
      secondary: true,
      of: ({ hardSavingAnnual }) => hardSavingAnnual,
      unknown: 'The cost of the app is unknown.',
      fact: ({ id }) => `app/${id}/hardSavingAnnual`,
    }),
  ];
}

/** A part of the licenses bought, shaded by its share of them. */
function heatColumn(
  key: string,
  header: string,
  heat: 'actual' | 'idle' | 'unknown',
  partOf: (seats: SeatedApp['seats']) => number,
  fact?: string,
): Column<SeatedApp> {
  const countOf = ({ seats }: SeatedApp): number => partOf(seats);
  return {
    key,
    header,
    numeric: true,
    heat: true,
    cell: (app) => {
      const value = formatCount(countOf(app));
      return (
        <HeatCell share={countOf(app) / Math.max(1, app.seats.purchased)} heat={heat}>
          {fact === undefined ? value : <FigureLink fact={`app/${app.id}/${fact}`}>{value}</FigureLink>}
        </HeatCell>
      );
    },
    order: countOf,
  };
}

const also: readonly FileColumn<SeatedApp>[] = [
  ...(['assigned', 'active', 'unassigned', 'departed', 'inactive'] as const).map((part) => ({
    header: sentenceCase(part),
    file: ({ seats }: SeatedApp) => seats[part],
  })),
  {
    header: 'New, exempt or on too high a tier',
    file: ({ seats }) => seats.exempt + seats.grace + seats.lowerTier,
  },
];
