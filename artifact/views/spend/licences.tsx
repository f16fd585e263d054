import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import type { Sheet } from '../../../skill/report/sheet.ts';
import { useOffer } from '../../exports/offer.ts';
import { Partition, StackedBar, type Part } from '../../parts/bars.tsx';
import { count, counted, share } from '../../parts/count.ts';
import { compactMoney } from '../../parts/money.ts';
import { Section } from '../../parts/section.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { Amount } from '../amount.tsx';
import { AppLink } from '../app/app-link.tsx';
import { idleIn, idleSeats, type SeatSums } from '../seats.ts';
import { Provenance } from '../standing.tsx';
import type { ViewProps } from '../view-props.ts';
import { amountCell } from './amounts.ts';
import { UtilisationChart } from './utilisation-chart.tsx';

type App = Analysis['apps'][number];
type SeatedApp = App & { readonly seats: NonNullable<App['seats']> };

/** Purchased licences cut into exclusive parts, app by app, and what their use is worth. */
export function Licences({ state, picture }: ViewProps): ReactNode {
  const { analysis } = picture;
  const { currency } = analysis;
  const sums = idleSeats(analysis.apps);
  const seated = analysis.apps.filter(hasSeats).toSorted((a, b) => idleIn(b.seats) - idleIn(a.seats));
  useOffer(() => [sheetOf(seated, analysis)]);
  const provenance = <Provenance state={state} sources={['apps']} />;
  return (
    <>
      <Section title="Licences" sentence={sentenceOf(sums, analysis)} provenance={provenance}>
        <Partition parts={partsOf(sums)} />
        {seated.length > 0 && (
          <Table
            caption="Licences by app, most idle first"
            columns={columnsFor(currency)}
            rows={seated}
            keyOf={({ id }) => id}
          />
        )}
      </Section>
      <UtilisationChart apps={analysis.apps} currency={currency} provenance={provenance} />
    </>
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
    return 'Unknown: Torii shows no licence counts. Only apps with a direct integration have them.';
  const cost =
    totals.wasteAnnual > 0
      ? `, ${compactMoney(totals.wasteAnnual, currency)} a year where a price is known`
      : '';
  const over =
    overAssigned === 0 ? '' : ` ${counted(overAssigned, 'more is', 'more are')} assigned than were bought.`;
  const without = totals.apps - apps;
  const gap = without > 0 ? ` ${counted(without, 'app has', 'apps have')} no licence counts.` : '';
  return `${share(idle, purchased)} of ${count(purchased)} purchased licences in ${counted(apps, 'app')} stand idle${cost}.${over}${gap}`;
}

function partsOf({
  active,
  idle,
  unknown,
  other,
}: Omit<SeatSums, 'apps' | 'purchased' | 'overAssigned'>): Part[] {
  const parts: Part[] = [
    { label: 'In use', value: active, mark: 'actual', text: count(active) },
    { label: 'Idle', value: idle, mark: 'quiet', text: count(idle) },
    { label: 'New, exempt or on too high a tier', value: other, mark: 'plan', text: count(other) },
    { label: 'Usage unknown', value: unknown, mark: 'unknown', text: count(unknown) },
  ];
  return parts.filter(({ value }) => value > 0);
}

function columnsFor(currency: string): Column<SeatedApp>[] {
  return [
    {
      key: 'name',
      header: 'App',
      cell: ({ id, name }) => <AppLink id={id}>{name}</AppLink>,
      order: ({ name }) => name,
    },
    {
      key: 'parts',
      header: 'In use, idle, new or exempt, usage unknown',
      meter: true,
      cell: (app) => <StackedBar parts={partsOf(idleSeats([app]))} />,
    },
    {
      key: 'idle',
      header: 'Idle',
      numeric: true,
      cell: ({ seats }) => count(idleIn(seats)),
      order: ({ seats }) => idleIn(seats),
    },
    {
      key: 'purchased',
      header: 'Purchased',
      lead: 'of',
      numeric: true,
      secondary: true,
      cell: ({ seats }) => count(seats.purchased),
      order: ({ seats }) => seats.purchased,
    },
    {
      key: 'unknown',
      header: 'Usage unknown',
      lead: 'unknown',
      numeric: true,
      secondary: true,
      cell: ({ seats }) => (seats.unknown === 0 ? null : count(seats.unknown)),
      order: ({ seats }) => seats.unknown,
    },
    {
      key: 'saving',
      header: `Proposed saving, ${currency} a year`,
      numeric: true,
      cell: ({ hardSavingAnnual }) => (
        <Amount minor={hardSavingAnnual} currency={currency} unknown="The cost of the app is unknown." />
      ),
      order: ({ hardSavingAnnual }) => hardSavingAnnual,
    },
  ];
}

function sheetOf(apps: readonly SeatedApp[], { currency }: Analysis): Sheet {
  return {
    title: 'Licences by app',
    header: [
      'App',
      'Purchased',
      'Assigned',
      'Active',
      'Unassigned',
      'Departed',
      'Inactive',
      'Usage unknown',
      'New, exempt or on too high a tier',
      `Proposed saving, ${currency} a year`,
    ],
    rows: apps.map(({ name, seats, hardSavingAnnual }) => [
      name,
      seats.purchased,
      seats.assigned,
      seats.active,
      seats.unassigned,
      seats.departed,
      seats.inactive,
      seats.unknown,
      seats.exempt + seats.grace + seats.lowerTier,
      amountCell(hardSavingAnnual, currency),
    ]),
    notes: ['Apps without licence counts are left out.'],
  };
}
