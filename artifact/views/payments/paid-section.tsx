import type { ReactNode } from 'react';
import type { MonthSpend } from '../../../skill/analysis/analyze.ts';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { Sparkline } from '../../parts/charts.ts';
import { Section } from '../../parts/layout.ts';
import { formatWholeMoney } from '../../parts/text.ts';
import { useResults } from '../page-context.ts';
import { MonthsTable } from './months-table.tsx';
import { ReadPayments } from './read-payments.tsx';
import { paymentGaps, monthName } from './words.ts';
import { useSpendByMonth } from './use-spend-by-month.ts';

interface PaidSectionProps {
  readonly app: Pick<Analysis['apps'][number], 'id' | 'name'>;
}

/** What was paid for one app, month by month. */
export function PaidSection({ app }: PaidSectionProps): ReactNode {
  const { currency } = useResults().shown;
  const paid = useSpendByMonth();
  if (paid === null) {
    return (
      <Section title="Paid by month" sentence="Not read yet.">
        <ReadPayments />
      </Section>
    );
  }
  const months = paid.byApp.get(app.id);
  const gaps = paymentGaps(paid);
  if (months === undefined) {
    return (
      <Section
        title="Paid by month"
        sentence={`Torii lists no payment for it in the last twelve months.${gaps}`}
      />
    );
  }
  return (
    <Section title="Paid by month" sentence={`${sentenceOf(months, currency)}${gaps}`}>
      <Sparkline values={months.map(({ net }) => net)} />
      <MonthsTable caption={`Paid for ${app.name} by month`} months={months} />
    </Section>
  );
}

function sentenceOf(months: readonly MonthSpend[], currency: string): string {
  const paid = months.filter(({ net }) => net !== null && net !== 0);
  const sum = paid.reduce((all, { net }) => all + (net ?? 0), 0);
  const [only] = paid;
  const whole = formatWholeMoney(sum, currency);
  if (only !== undefined && paid.length === 1) return `${whole}, all of it in ${monthName(only)}.`;
  return `${whole} in ${paid.length} of the last twelve months.`;
}
