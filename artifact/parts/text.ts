/**
 * Numbers, money and dates as text for the screen, in American English.
 *
 * In: counts, minor units with a currency, ISO dates. Out: text. Nothing here rounds a share to 0% or a part
 * to 100%.
 */
export { count, counted, share } from './text/count.ts';
export { date, dayMonth, daysBetween, instant, month, nearDate, timeOfDay } from './text/date.ts';
export { compactMoney, exactMoney, moneyChange, wholeMoney } from './text/money.ts';
export { sentenceCase } from './text/sentence-case.ts';
