import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { formatCompactMoney, formatCount, formatCounted, formatShare } from '../../parts/text.ts';
import { Scatter, type Dot } from '../../parts/charts.ts';
import { Section, UnknownValue } from '../../parts/layout.ts';
import { Table, type Column } from '../../parts/table.ts';
import { useAddresses } from '../use-addresses.ts';
import { costColumn } from './cost-column.tsx';
import { appNameColumn } from './name-column.tsx';
import { utilizationOf } from './utilization.ts';

type App = Analysis['apps'][number];

export interface UtilizationChartProps {
  readonly apps: readonly App[];
  readonly currency: string;
  readonly provenance: ReactNode;
}

/** Dots that can still be told apart. */
const MOST = 250;
/** Below this share of seats in use an app is worth a look. */
const LOW = 0.5;

/** Use against cost: dear and little used apps stand out, and what is unknown has its own place. */
export function UtilizationChart({ apps, currency, provenance }: UtilizationChartProps): ReactNode {
  const placed = apps.filter(({ seats, costAnnual }) => seats !== null || costAnnual !== null);
  const mostExpensive = placed.toSorted((a, b) => (b.costAnnual ?? 0) - (a.costAnnual ?? 0)).slice(0, MOST);
  const addresses = useAddresses();
  const dots = mostExpensive.map((app) => dotOf(app, currency, addresses.app(app.id)));
  return (
    <Section title="Use and cost" sentence={sentenceOf(dots, placed.length)} provenance={provenance}>
      <Scatter
        label="Share of licenses in use against annual cost"
        dots={dots}
        amount={(minor) => formatCompactMoney(minor, currency)}
      />
      <p className="provenance">
        A dotted line ends where the use would be if every license of unknown use were used.
      </p>
      <Table
        caption="Use and cost by app, most expensive first"
        columns={columnsFor(currency)}
        rows={mostExpensive}
        keyOf={({ id }) => id}
        first={5}
      />
    </Section>
  );
}

function dotOf(app: App, currency: string, href: string): Dot {
  const use = utilizationOf(app);
  const cost = app.costAnnual !== null && app.costAnnual > 0 ? app.costAnnual : null;
  const words = use === null ? 'use unknown' : `${percent(use.low)} in use${spread(use.low, use.high)}`;
  const price = cost === null ? 'cost unknown' : `${formatCompactMoney(cost, currency)} a year`;
  return { id: app.id, name: app.name, use, cost, text: `${app.name}: ${words}, ${price}`, href };
}

function percent(part: number): string {
  return part === 0 ? '0%' : formatShare(part, 1);
}

function spread(low: number, high: number): string {
  return high > low ? `, up to ${percent(high)} if unknown seats are used` : '';
}

function sentenceOf(dots: readonly Dot[], all: number): string {
  const known = dots.filter(({ use, cost }) => use !== null && cost !== null);
  if (known.length === 0) return 'Unknown: for no app are both its cost and the use of its licenses known.';
  const little = known.filter(({ use }) => (use?.high ?? 1) < LOW).length;
  const blind = dots.length - known.length;
  const gap = blind === 0 ? '' : ` For ${formatCounted(blind, 'app')} use or cost is unknown.`;
  const cut = all > dots.length ? ` Only the ${formatCount(dots.length)} most expensive are drawn.` : '';
  const verb = little === 1 ? 'uses' : 'use';
  return `${formatCount(little)} of ${formatCounted(known.length, 'app')} ${verb} less than half of the licenses bought.${gap}${cut}`;
}

function columnsFor(currency: string): Column<App>[] {
  return [
    appNameColumn,
    {
      key: 'use',
      header: 'In use',
      numeric: true,
      cell: (app) => {
        const use = utilizationOf(app);
        return use === null ? <UnknownValue reason="Who uses its licenses is unknown." /> : percent(use.low);
      },
      order: (app) => utilizationOf(app)?.low ?? null,
    },
    costColumn(currency),
  ];
}
