import type { ReactNode } from 'react';
import type { MonthSpend } from '../../../skill/analysis/analyze.ts';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { hasPrices } from '../../../skill/report/texts.ts';
import { MonthBars } from '../../parts/charts.ts';
import { Link } from '../../parts/controls.ts';
import { Section } from '../../parts/layout.ts';
import { Table } from '../../parts/table.ts';
import { formatCompactMoney, formatCounted, formatWholeMoney } from '../../parts/text.ts';
import { formatRoute } from '../address.ts';
import { moneyColumn } from '../figure-columns.tsx';
import { useResults, useRoute } from '../page-context.ts';
import { withParameters } from '../router.ts';
import { appNameColumn } from '../spend/name-column.tsx';
import { ReadPayments } from './read-payments.tsx';
import { MonthsTable } from './months-table.tsx';
import { useSpendByMonth, type PaidByMonth } from './use-spend-by-month.ts';
import { paymentGaps, monthName } from './words.ts';

/** What was paid in each of the last twelve months, beside what a month commits; a month lists its apps. */
export function SpendByMonthSection(): ReactNode {
  const { shown: analysis } = useResults();
  const paid = useSpendByMonth();
  if (paid === null) {
    return (
      <Section
        title="Spend by month"
        sentence="Not read: what was paid in which month. Torii’s transactions say it; they come page by page and change no figure of this page."
      >
        <ReadPayments />
      </Section>
    );
  }
  return (
    <Section title="Spend by month" sentence={sentenceOf(paid, analysis)}>
      <Months paid={paid} analysis={analysis} />
      <PaidInMonth paid={paid} />
    </Section>
  );
}

function Months({ paid, analysis }: { readonly paid: PaidByMonth; readonly analysis: Analysis }): ReactNode {
  const route = useRoute();
  const { currency, totals } = analysis;
  const chosen = route.parameters['paid'];
  const monthly = totals.baselineAnnual / 12;
  return (
    <>
      <MonthBars
        label="Paid in each of the last twelve months"
        room={120}
        {...(hasPrices(totals) && {
          line: { value: monthly, text: `committed: ${formatCompactMoney(monthly, currency)} a month` },
        })}
        bars={paid.months.map((one) => ({
          key: one.month,
          label: monthName(one).slice(0, 3),
          value: one.net,
          isChosen: one.month === chosen,
          text: wordsOf(one, analysis),
          href: formatRoute(withParameters(route, { paid: one.month === chosen ? null : one.month })),
        }))}
      />
      <MonthsTable caption="Paid by month" months={paid.months} />
    </>
  );
}

/** The month of today is not over. */
function wordsOf(one: MonthSpend, { asOf, currency }: Pick<Analysis, 'asOf' | 'currency'>): string {
  const so = asOf.startsWith(one.month) ? ' so far' : '';
  if (one.net === null) return `${monthName(one)}: unknown, before the first payment that Torii lists`;
  return `${monthName(one)}${so}: ${formatWholeMoney(one.net, currency)} paid`;
}

function sentenceOf(paid: PaidByMonth, { currency, inputs }: Analysis): string {
  const known = paid.months.filter(({ net }) => net !== null);
  const [first] = known;
  const gaps = paymentGaps(paid);
  if (first === undefined) return `Unknown: Torii lists no payment of the last twelve months.${gaps}`;
  const sum = known.reduce((all, { net }) => all + (net ?? 0), 0);
  const whose = inputs.view === undefined ? '' : ` for the whole apps that ${inputs.view} shares`;
  const start =
    known.length < paid.months.length ? ` Torii lists no payment before ${monthName(first)} (hatched).` : '';
  return `${formatCompactMoney(sum, currency)} was paid${whose} since ${monthName(first)}; a month shows its apps. The line is a twelfth of the annual baseline.${start}${gaps}`;
}

interface PaidApp {
  readonly id: number;
  readonly name: string;
  readonly net: number;
}

/** The apps that were paid for in the month that was chosen. */
function PaidInMonth({ paid }: { readonly paid: PaidByMonth }): ReactNode {
  const route = useRoute();
  const { apps, currency } = useResults().shown;
  const place = paid.months.findIndex(({ month }) => month === route.parameters['paid']);
  const month = paid.months[place];
  if (month === undefined) return null;
  const rows = apps
    .map(({ id, name }): PaidApp => ({ id, name, net: paid.byApp.get(id)?.[place]?.net ?? 0 }))
    .filter(({ net }) => net !== 0)
    .toSorted((a, b) => b.net - a.net || a.id - b.id);
  return (
    <>
      <p className="filter-result">
        <output>{`${formatCounted(rows.length, 'app')} paid in ${monthName(month)}.`}</output>{' '}
        <Link href={formatRoute(withParameters(route, { paid: null }))}>Show no month</Link>
      </p>
      {rows.length > 0 && (
        <Table
          key={month.month}
          caption={`Paid in ${monthName(month)}, largest first`}
          columns={[
            appNameColumn,
            moneyColumn<PaidApp>(currency, {
              key: 'paid',
              header: `Paid, ${currency}`,
              of: ({ net }) => net,
            }),
          ]}
          rows={rows}
          keyOf={({ id }) => id}
          first={8}
        />
      )}
    </>
  );
}
