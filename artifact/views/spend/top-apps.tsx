import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { Bar, Pareto } from '../../parts/charts.ts';
import { compactMoney, count, counted, share } from '../../parts/text.ts';
import { Section } from '../../parts/layout.ts';
import { Table, type Column } from '../../parts/table.ts';
import type { Results } from '../../session/state.ts';
import { moneyColumn } from '../figure-columns.tsx';
import { SliceApps } from './slice-apps.tsx';
import { nameColumn } from './name-column.tsx';
import { Provenance } from '../completeness-badge.tsx';
import { concentrationOf, type Concentration } from './concentration.ts';
import { useResults } from '../page-context.ts';

type App = Analysis['apps'][number];

/** Apps by 12-month spend, as Torii reports it; of a slice by what of their cost is its own. */
export function TopApps(): ReactNode {
  const isSlice = useResults().shown.inputs.view !== undefined;
  return isSlice ? <SliceApps /> : <AppsBySpend />;
}

function AppsBySpend(): ReactNode {
  const results = useResults();
  const { shown: analysis, answers } = results;
  const { items, unknown } = answers.topSpend;
  const spread = concentrationOf(items.map(spendOf));
  return (
    <Section
      title="Top apps by 12-month spend"
      sentence={sentenceOf(spread, unknown, results)}
      provenance={<Provenance sources={['apps']} />}
    >
      <Pareto
        label="Share of the 12-month spend, app by app from the largest"
        {...spread}
        vitalText={`${counted(spread.vital, 'app')}: ${share(spread.cumulated[spread.vital - 1] ?? 0, spread.total)}`}
        endText={counted(items.length, 'app')}
      />
      {items.length > 0 && (
        <Table
          caption="Apps by 12-month spend"
          columns={columnsFor(items, analysis.currency)}
          rows={items}
          keyOf={({ id }) => id}
          notes={unknown === 0 ? [] : [`Apps without a known spend are left out: ${unknown}.`]}
        />
      )}
    </Section>
  );
}

function spendOf({ expenses12m }: App): number {
  return expenses12m ?? 0;
}

function sentenceOf(
  { cumulated, total, vital }: Concentration,
  unknown: number,
  { shown: analysis, mapping }: Results,
): string {
  const gap = unknown === 0 ? '' : ` ${counted(unknown, 'app has', 'apps have')} no known spend.`;
  const known = cumulated.length;
  if (known === 0) return `Unknown: no app has a known 12-month spend.${gap}`;
  const field = mapping.fields.app.spend12m;
  const sure = field?.confirmed === true && field.window === 'trailing12m';
  const caveat = sure || !field ? '' : ' These are Torii expenses, window unconfirmed.';
  const part = share(cumulated[vital - 1] ?? 0, total);
  return `${count(vital)} of ${counted(known, 'app')} ${vital === 1 ? 'carries' : 'carry'} ${part} of the known ${compactMoney(total, analysis.currency)}.${gap}${caveat}`;
}

function columnsFor(items: readonly App[], currency: string): Column<App>[] {
  const most = items.reduce((max, app) => Math.max(max, spendOf(app)), 0);
  return [
    nameColumn,
    {
      key: 'category',
      header: 'Category',
      secondary: true,
      lead: '',
      cell: ({ category }) => category ?? <span className="quiet">no category</span>,
      order: ({ category }) => category,
    },
    {
      key: 'bar',
      header: 'Share of the largest',
      meter: true,
      cell: (app) => <Bar value={spendOf(app)} max={most} mark="actual" />,
    },
    moneyColumn(currency, {
      key: 'spend',
      header: `Spend, ${currency}`,
      of: ({ expenses12m }) => expenses12m,
      unknown: 'Torii reports no spend for this app.',
      fact: ({ id }) => `app/${id}/expenses12m`,
    }),
  ];
}
