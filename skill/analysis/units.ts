/**
 * Exact money and calendar days.
 * Money is integer minor units and exact rationals, rounded half away from zero once. Days are whole numbers in UTC.
 */
export { addDays, dayOf, isoOf } from './base/day.ts';
export { grouped } from './base/grouped.ts';
export { decimal, exponentOf, minorOf } from './base/money.ts';
export { verifiedSaving } from './base/savings.ts';
export { windowsOf } from './base/timing.ts';
