/**
 * Figures as people read them, the same on every machine: no locale is asked.
 * What is rendered here is what prose must cite.
 */
import type { Day } from '../../mapping/portfolio.ts';
import { civilOf } from '../base/day.ts';
import { digitsOf, exponentOf } from '../base/money.ts';

const symbols: ReadonlyMap<string, string> = new Map([
  ['USD', '$'],
  ['EUR', '€'],
  ['GBP', '£'],
  ['JPY', '¥'],
]);

/** The sign of a negative figure in everything that is read: no hyphen. */
const minus = '\u2212';

/** "$360,000", "$360,000.50", "−$1,200", "CHF 1,200": decimals only where there are any. */
export function renderMoney(minor: number, currency: string): string {
  const { sign, whole, fraction } = digitsOf(minor, currency);
  const decimals = /[1-9]/.test(fraction) ? `.${fraction}` : '';
  return `${sign === '' ? '' : minus}${symbols.get(currency) ?? `${currency} `}${grouped(whole)}${decimals}`;
}

/** For prose that nobody adds up: "$360,001". Below one unit it stays exact, since little is not nothing. */
export function renderWholeMoney(minor: number, currency: string): string {
  const unit = 10 ** exponentOf(currency);
  const whole = Math.sign(minor) * Math.round(Math.abs(minor) / unit) * unit;
  return renderMoney(whole === 0 ? minor : whole, currency);
}

/** Longest name within a text. */
const longestName = 80;

/**
 * The name of a record on one line and in quotation marks, which no sign inside it can end: whatever it
 * says, it is a name.
 */
export function renderName(name: string): string {
  const line = name
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/["“”„‟«»]/g, "'")
    .trim();
  const signs = Array.from(line);
  return `“${signs.length > longestName ? `${signs.slice(0, longestName).join('')}…` : line}”`;
}

/** "1,234" */
export function renderCount(count: number): string {
  return count < 0 ? `${minus}${grouped(String(-count))}` : grouped(String(count));
}

/** "1 app", "1,234 apps" */
export function renderCounted(count: number, one: string, many = `${one}s`): string {
  return `${renderCount(count)} ${count === 1 ? one : many}`;
}

/** A share of 1 in percent with at most one decimal: 0.653 is "65.3%". */
export function renderPercent(share: number): string {
  const tenths = Math.round(Math.abs(share) * 1000);
  const text = tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
  return `${share < 0 && tenths > 0 ? minus : ''}${text}%`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "Dec 3, 2026" */
export function renderDate(value: Day): string {
  const { year, month, day } = civilOf(value);
  return `${months[month - 1]} ${day}, ${year}`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
