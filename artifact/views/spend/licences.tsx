import type { ReactNode } from 'react';
import type { Analysis, Minor } from '../../../skill/analysis/contract.ts';
import { Partition, type Part } from '../../parts/bars.tsx';
import { count, counted, share } from '../../parts/count.ts';
import { compactMoney } from '../../parts/money.ts';
import { Section } from '../../parts/section.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { Amount } from '../amount.tsx';
import { idleIn, idleSeats, type SeatSums } from '../seats.ts';
import { Provenance } from '../standing.tsx';
import type { ViewProps } from '../view-props.ts';

type App = Analysis['apps'][number];
type SeatedApp = App & { readonly seats: NonNullable<App['seats']> };

/** Purchased licences cut into exclusive parts, and the apps in which they stand idle. */
export function Licences({ state, picture }: ViewProps): ReactNode {
  const { analysis } = picture;
  const sums = idleSeats(analysis.apps);
  const idle = analysis.apps.filter(hasIdleSeats).toSorted((a, b) => idleIn(b.seats) - idleIn(a.seats));
  return (
    <Section
      title="Licences"
      sentence={sentenceOf(sums, analysis)}
      provenance={<Provenance state={state} sources={['apps']} />}
    >
      <Partition parts={partsOf(sums)} />
      {idle.length > 0 && (
        <Table
          caption="Apps with idle licences"
          columns={columnsFor(analysis.currency)}
          rows={idle}
          keyOf={({ id }) => id}
        />
      )}
    </Section>
  );
}

function hasIdleSeats(app: App): app is SeatedApp {
  return app.seats !== null && idleIn(app.seats) > 0;
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

function partsOf({ active, idle, unknown, other }: SeatSums): Part[] {
  const parts: Part[] = [
    { label: 'In use', value: active, mark: 'actual', text: count(active) },
    { label: 'Idle', value: idle, mark: 'quiet', text: count(idle) },
    { label: 'New, exempt or on too high a tier', value: other, mark: 'plan', text: count(other) },
    { label: 'Usage unknown', value: unknown, mark: 'unknown', text: count(unknown) },
  ];
  return parts.filter(({ value }) => value > 0);
}

/** What the plan would take off the app's cost; unknown where the cost is. */
function savingOf({ costAnnual, projectedAnnual }: App): Minor | null {
  return costAnnual === null || projectedAnnual === null ? null : costAnnual - projectedAnnual;
}

function columnsFor(currency: string): Column<SeatedApp>[] {
  return [
    { key: 'name', header: 'App', cell: ({ name }) => name, order: ({ name }) => name },
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
      key: 'unassigned',
      header: 'Unassigned',
      lead: 'unassigned',
      numeric: true,
      secondary: true,
      cell: ({ seats }) => count(seats.unassigned),
      order: ({ seats }) => seats.unassigned,
    },
    {
      key: 'saving',
      header: `Proposed saving, ${currency} a year`,
      numeric: true,
      cell: (app) => (
        <Amount minor={savingOf(app)} currency={currency} unknown="The cost of the app is unknown." />
      ),
      order: savingOf,
    },
  ];
}
