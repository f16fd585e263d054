import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { Bar } from '../../parts/bars.tsx';
import { count, counted, share } from '../../parts/count.ts';
import { compactMoney } from '../../parts/money.ts';
import { Section } from '../../parts/section.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import type { Picture } from '../../session/state.ts';
import { Amount } from '../amount.tsx';
import { Provenance } from '../standing.tsx';
import type { ViewProps } from '../view-props.ts';

type App = Analysis['apps'][number];

/** Apps the sentence speaks of. */
const TOP = 10;

/** Apps by 12-month spend, as Torii reports it; the label says so while the window is unconfirmed. */
export function TopApps({ state, picture }: ViewProps): ReactNode {
  const { analysis, answers } = picture;
  const { items, unknown } = answers.topSpend;
  return (
    <Section
      title="Top apps by 12-month spend"
      sentence={sentenceOf(items, unknown, picture)}
      provenance={<Provenance state={state} sources={['apps']} />}
    >
      {items.length > 0 && (
        <Table
          caption="Apps by 12-month spend"
          columns={columnsFor(items, analysis.currency)}
          rows={items}
          keyOf={({ id }) => id}
        />
      )}
    </Section>
  );
}

function spendOf({ expenses12m }: App): number {
  return expenses12m ?? 0;
}

function sentenceOf(items: readonly App[], unknown: number, { analysis, mapping }: Picture): string {
  const gap = unknown === 0 ? '' : ` ${counted(unknown, 'app has', 'apps have')} no known spend.`;
  if (items.length === 0) return `Unknown: no app has a known 12-month spend.${gap}`;
  const total = items.reduce((sum, app) => sum + spendOf(app), 0);
  const top = items.slice(0, TOP);
  const part = top.reduce((sum, app) => sum + spendOf(app), 0);
  const field = mapping.fields.app.spend12m;
  const sure = field?.confirmed === true && field.window === 'trailing12m';
  const caveat = sure || !field ? '' : ' These are Torii expenses, window unconfirmed.';
  return `The ${count(top.length)} largest apps carry ${share(part, total)} of the known ${compactMoney(total, analysis.currency)}.${gap}${caveat}`;
}

function columnsFor(items: readonly App[], currency: string): Column<App>[] {
  const most = items.reduce((max, app) => Math.max(max, spendOf(app)), 0);
  return [
    { key: 'name', header: 'App', cell: ({ name }) => name, order: ({ name }) => name },
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
    {
      key: 'spend',
      header: `Spend, ${currency}`,
      numeric: true,
      cell: ({ expenses12m }) => (
        <Amount minor={expenses12m} currency={currency} unknown="Torii reports no spend for this app." />
      ),
      order: ({ expenses12m }) => expenses12m,
    },
  ];
}
