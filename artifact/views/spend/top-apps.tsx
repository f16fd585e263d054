import { useState, type ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { Bar, ParetoBars, Sparkline, type BarRange, type ParetoBarsProps } from '../../parts/charts.ts';
import { formatCompactMoney, formatCount, formatCounted, formatShare } from '../../parts/text.ts';
import { Section } from '../../parts/layout.ts';
import { Table, type Column } from '../../parts/table.ts';
import type { Results } from '../../session/state.ts';
import { moneyColumn } from '../figure-columns.tsx';
import { FilterResult } from '../filter/filter-result.tsx';
import { useFilter } from '../filter/use-filter.ts';
import { SliceApps } from './slice-apps.tsx';
import { appNameColumn } from './name-column.tsx';
import { useSpendByMonth, type PaidByMonth } from '../payments/use-spend-by-month.ts';
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
  const filtered = useFilter('app', items);
  const paid = useSpendByMonth();
  const [range, setRange] = useState<BarRange | null>(null);
  const spread = concentrationOf(items.map(spendOf));
  const ranked = filtered.rows;
  const rows = range === null ? ranked : ranked.slice(range.from, range.to + 1);
  const places = range === null ? [] : [`Only places ${range.from + 1} to ${range.to + 1} by spend.`];
  const leftOut = unknown === 0 ? [] : [`Apps without a known spend are left out: ${unknown}.`];
  return (
    <Section
      title="Top apps by 12-month spend"
      sentence={sentenceOf(spread, unknown, results)}
      provenance={<Provenance sources={['apps']} />}
    >
      <FilterResult filtered={filtered} />
      <ParetoBars
        key={filtered.words}
        label="12-month spend, app by app from the largest, and the share of the whole that they add up to"
        values={ranked.map(spendOf)}
        corner={filtered.words === '' ? cornerOf(spread) : null}
        textOf={(place) => textOf(ranked[place], place, analysis.currency)}
        range={range}
        onRange={setRange}
      />
      {rows.length > 0 && (
        <Table
          caption="Apps by 12-month spend"
          columns={columnsFor(items, analysis.currency, paid)}
          rows={rows}
          keyOf={({ id }) => id}
          notes={[...filtered.notes, ...places, ...leftOut]}
        />
      )}
    </Section>
  );
}

/** Where the vital few end. */
function cornerOf({ cumulated, total, vital }: Concentration): ParetoBarsProps['corner'] {
  if (vital === 0) return null;
  const share = formatShare(cumulated[vital - 1] ?? 0, total);
  return { place: vital - 1, text: `${formatCounted(vital, 'app')}: ${share}` };
}

function textOf(app: App | undefined, place: number, currency: string): string {
  return app === undefined ? '' : `${place + 1}. ${app.name}, ${formatCompactMoney(spendOf(app), currency)}`;
}

function spendOf({ expenses12m }: App): number {
  return expenses12m ?? 0;
}

function sentenceOf(
  { cumulated, total, vital }: Concentration,
  unknown: number,
  { shown: analysis, mapping }: Results,
): string {
  const gap = unknown === 0 ? '' : ` ${formatCounted(unknown, 'app has', 'apps have')} no known spend.`;
  const known = cumulated.length;
  if (known === 0) return `Unknown: no app has a known 12-month spend.${gap}`;
  const field = mapping.fields.app.spend12m;
  const sure = field?.confirmed === true && field.window === 'trailing12m';
  const caveat = sure || !field ? '' : ' These are Torii expenses, window unconfirmed.';
  const part = formatShare(cumulated[vital - 1] ?? 0, total);
  return `${formatCount(vital)} of ${formatCounted(known, 'app')} ${vital === 1 ? 'carries' : 'carry'} ${part} of the known ${formatCompactMoney(total, analysis.currency)}.${gap}${caveat}${besideBaseline(total, analysis)}`;
}

/** Two sums of the same apps that are not meant to agree. */
function besideBaseline(spend: number, { totals, currency }: Results['shown']): string {
  const { baselineAnnual } = totals;
  if (baselineAnnual <= 0 || baselineAnnual === spend) return '';
  return ` Spend is what was paid; the annual baseline of ${formatCompactMoney(baselineAnnual, currency)} is what a year costs as of today, by contract where there is one.`;
}

function columnsFor(items: readonly App[], currency: string, paid: PaidByMonth | null): Column<App>[] {
  const most = items.reduce((max, app) => Math.max(max, spendOf(app)), 0);
  return [
    appNameColumn,
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
    ...(paid === null ? [] : [sparklineColumn(paid)]),
    moneyColumn(currency, {
      key: 'spend',
      header: `Spend, ${currency}`,
      of: ({ expenses12m }) => expenses12m,
      unknown: 'Torii reports no spend for this app.',
      fact: ({ id }) => `app/${id}/expenses12m`,
    }),
  ];
}

/** What was paid month by month, where it was read. */
function sparklineColumn({ byApp }: PaidByMonth): Column<App> {
  return {
    key: 'months',
    header: 'Last 12 months',
    wide: true,
    cell: ({ id }) => {
      const months = byApp.get(id);
      return months && <Sparkline values={months.map(({ net }) => net)} />;
    },
  };
}
