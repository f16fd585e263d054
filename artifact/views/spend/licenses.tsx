import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { HeatGrid, Partition, type BarPart, type HeatCell, type HeatRow } from '../../parts/charts.ts';
import {
  formatCompactMoney,
  formatCount,
  formatCounted,
  formatShare,
  sentenceCase,
} from '../../parts/text.ts';
import { Section } from '../../parts/layout.ts';
import { Table, type Column, type FileColumn } from '../../parts/table.ts';
import { countColumn, moneyColumn } from '../figure-columns.tsx';
import { idleIn, idleSeats, type SeatSums } from '../seats.ts';
import { Provenance } from '../completeness-badge.tsx';
import { appNameColumn } from './name-column.tsx';
import { UtilizationChart } from './utilization-chart.tsx';
import { useAddresses, type Addresses } from '../use-addresses.ts';
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
        <HeatMap apps={seated.slice(0, MAPPED)} all={seated.length} />
        {seated.length > 0 && (
          <Table
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

/** Apps of the heat map; the table below it lists all. */
const MAPPED = 12;

interface HeatMapProps {
  readonly apps: readonly SeatedApp[];
  readonly all: number;
}

/** What became of the licenses of each app, most money idle first. */
function HeatMap({ apps, all }: HeatMapProps): ReactNode {
  const addresses = useAddresses();
  if (apps.length === 0) return null;
  const which = all > apps.length ? `The ${apps.length} apps with most money idle. ` : '';
  return (
    <>
      <HeatGrid
        label="Licenses of each app by what became of them, most money idle first"
        columns={seatParts.map(({ short }) => short)}
        rows={apps.map((app) => rowOf(app, addresses))}
      />
      <p className="provenance">
        {which}The deeper a cell, the larger its share of what the app bought. Blue is in use, amber is idle,
        hatched is unknown.
      </p>
    </>
  );
}

interface SeatPart extends Pick<HeatCell, 'heat'> {
  readonly key: string;
  readonly short: string;
  readonly header: string;
  readonly of: (seats: SeatedApp['seats']) => number;
  readonly fact?: string;
}

const seatParts: readonly SeatPart[] = [
  {
    key: 'active',
    short: 'In use',
    header: 'In use',
    heat: 'actual',
    of: ({ active }) => active,
    fact: 'active',
  },
  {
    key: 'idle',
    short: 'Unused',
    header: 'Left, unused',
    heat: 'idle',
    of: ({ departed, inactive }) => departed + inactive,
  },
  {
    key: 'unassigned',
    short: 'Spare',
    header: 'Not assigned',
    heat: 'idle',
    of: ({ unassigned }) => unassigned,
    fact: 'unassigned',
  },
  {
    key: 'unknown',
    short: 'Unknown',
    header: 'Use unknown',
    heat: 'unknown',
    of: ({ unknown }) => unknown,
    fact: 'unknown',
  },
];

function rowOf({ id, name, seats }: SeatedApp, addresses: Addresses): HeatRow {
  return {
    key: id,
    name,
    cells: seatParts.map(({ header, heat, of, fact }): HeatCell => {
      const count = of(seats);
      const share = formatShare(count, Math.max(1, seats.purchased));
      return {
        heat,
        share: count / Math.max(1, seats.purchased),
        text: formatCount(count),
        words: `${name}, ${header.toLowerCase()}: ${formatCount(count)} of ${formatCount(seats.purchased)}${count > 0 ? `, ${share}` : ''}`,
        href: fact === undefined ? addresses.app(id) : addresses.fact(`app/${id}/seats/${fact}`),
      };
    }),
  };
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
    ...seatParts.map(partColumn),
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

function partColumn({ key, header, of, fact }: SeatPart): Column<SeatedApp> {
  return countColumn({
    key,
    header,
    lead: header.toLowerCase(),
    secondary: true,
    of: ({ seats }) => of(seats),
    ...(fact !== undefined && { fact: ({ id }: SeatedApp) => `app/${id}/seats/${fact}` }),
  });
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
