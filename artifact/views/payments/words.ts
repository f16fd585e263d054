import type { MonthSpend } from '../../../skill/analysis/analyze.ts';
import { formatCounted, formatMonth } from '../../parts/text.ts';
import type { PaidByMonth } from './use-spend-by-month.ts';

export function monthName({ month }: MonthSpend): string {
  return formatMonth(`${month}-01`);
}

/** What keeps the months from being all that was paid. */
export function paymentGaps({ unusable, undated, certificate }: PaidByMonth): string {
  const cut =
    certificate === null || certificate.status === 'complete' ? '' : ' Not all payments could be read.';
  const unread =
    unusable === 0 ? '' : ` ${formatCounted(unusable, 'payment has', 'payments have')} no usable amount.`;
  const dateless = undated === 0 ? '' : ` ${formatCounted(undated, 'payment says', 'payments say')} no date.`;
  return `${cut}${unread}${dateless}`;
}
