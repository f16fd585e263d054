/**
 * Numbers, money and dates as text for the screen, in American English.
 *
 * In: counts, minor units with a currency, ISO dates. Out: text. Nothing here rounds a share to 0% or a part
 * to 100%.
 */
export { formatCount, formatCounted, formatShare } from './text/count.ts';
export {
  formatDate,
  formatDayMonth,
  daysBetween,
  formatInstant,
  formatMonth,
  formatNearDate,
  formatTimeOfDay,
} from './text/date.ts';
export { formatCompactMoney, formatExactMoney, formatMoneyChange, formatWholeMoney } from './text/money.ts';
export { sentenceCase } from './text/sentence-case.ts';
