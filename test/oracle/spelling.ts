/** The many ways in which people and systems write one value down. */
import { type Day, dayOfIso, iso, partsOf } from './calendar.ts';
import type { Json } from './json.ts';
import type { Chance } from './random.ts';

/** How the dates of one tenant are kept. */
export type DateStyle = 'mixed' | 'berlin' | 'new-york' | 'day-first';

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Summer time, nearly enough: the last days of March and October are not worth an almanac. */
function isSummer(day: Day): boolean {
  const { month } = partsOf(day);
  return month > 3 && month < 11;
}

function berlin(day: Day): string {
  return `${iso(day - 1)}T${isSummer(day) ? '22' : '23'}:00:00.000Z`;
}

function newYork(day: Day): string {
  return `${iso(day)}T${isSummer(day) ? '04' : '05'}:00:00.000Z`;
}

/** Forms with one meaning. */
function plainForm(day: Day, chance: Chance): Json {
  const { year, month, day: date } = partsOf(day);
  const month3 = names[month - 1] ?? '';
  return chance.pick<Json>([
    iso(day),
    iso(day),
    iso(day),
    `${iso(day)}T00:00:00.000Z`,
    `${year}/${two(month)}/${two(date)}`,
    `${two(date)}.${two(month)}.${year}`,
    `${two(date)}-${month3}-${year}`,
    `${month3} ${date}, ${year}`,
    day - dayOfIso('1899-12-30'),
    day * 86_400,
    day * 86_400_000,
    `${iso(day)}T00:00:00+02:00`,
    `${iso(day)}T23:30:00-05:00`,
  ]);
}

/** An amount under `value` would be Torii's own object, which counts in the smallest units. */
function wrappedAmount(value: Json, chance: Chance): Json {
  return chance.in100(6) ? chance.pick<Json>([{ name: value }, { label: value }, [value]]) : value;
}

export function wrapped(value: Json, chance: Chance): Json {
  if (!chance.in100(6)) return value;
  return chance.pick<Json>([{ name: value }, { label: value }, { value }, [value], [{ name: value }]]);
}

export function spellDate(day: Day, style: DateStyle, chance: Chance): Json {
  const { year, month, day: date } = partsOf(day);
  if (style === 'berlin') return chance.in100(85) ? berlin(day) : iso(day);
  if (style === 'new-york') return chance.in100(85) ? newYork(day) : iso(day);
  if (style === 'day-first' && chance.in100(70)) return `${two(date)}/${two(month)}/${year}`;
  return wrapped(plainForm(day, chance), chance);
}

export function unreadableDate(chance: Chance): Json {
  return chance.pick<Json>(['03/04/2027', '31/12/2026', 'TBD', 'end of year', '2026-13-40']);
}

export function spellTruth(value: boolean, chance: Chance): Json {
  const spelled = value
    ? chance.pick<Json>([
        'Yes',
        'Y',
        'yes',
        true,
        'TRUE',
        '1',
        'on',
        'Auto',
        'automatic',
        'evergreen',
        'ja',
        'Oui',
        'Sí',
        'si',
        'sim',
      ])
    : chance.pick<Json>(['No', 'N', 'no', false, 'FALSE', '0', 'off', 'Nein', 'non']);
  return wrapped(spelled, chance);
}

export function spellMonths(months: number, chance: Chance): Json {
  const choices: Json[] = [
    months,
    months,
    String(months),
    `${months} months`,
    `${months} Monate`,
    `P${months}M`,
  ];
  if (months === 1) choices.push('Monthly', '1 month');
  if (months === 3) choices.push('Quarterly', '1 quarter');
  if (months === 12) choices.push('Annual', 'P1Y', '1 year', 'yearly');
  return wrapped(chance.pick(choices), chance);
}

export function spellNotice(chance: Chance): Json {
  const days = chance.pick([0, 1, 14, 30, 30, 45, 60, 60, 90, 92, 120]);
  const months = chance.pick([1, 2, 3, 6]);
  const spelled = chance.pick<Json>([
    days,
    days,
    String(days),
    `${days} days`,
    `${days} days prior`,
    `${days} Tage`,
    `P${days}D`,
    `${months} months`,
    `${months} Monate`,
    `P${months}M`,
    `${chance.between(1, 6)} weeks`,
    '1 quarter',
    '1 month',
  ]);
  return wrapped(spelled, chance);
}

function grouped(whole: string, group: string): string {
  return whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
}

/** An amount in major units, in a spelling with one meaning. `cents` is what is meant. */
export function spellAmount(cents: number, currency: string, chance: Chance): Json {
  const [whole, part] = [String(Math.trunc(cents / 100)), String(cents % 100).padStart(2, '0')];
  const sign = { EUR: '€', USD: '$' }[currency];
  const choices: Json[] = [
    cents / 100,
    cents / 100,
    `${whole}.${part}`,
    `${whole},${part}`,
    `${grouped(whole, ',')}.${part}`,
    `${grouped(whole, '.')},${part}`,
    `${grouped(whole, "'")}.${part}`,
  ];
  if (sign !== undefined) choices.push(`${whole}.${part} ${sign}`, `${sign}${grouped(whole, ',')}.${part}`);
  return wrappedAmount(chance.pick(choices), chance);
}

export function unreadableAmount(chance: Chance): Json {
  return chance.pick<Json>(['90.000', '1,200', '12k-ish', 'see order form', 'about 500']);
}

export function spellCurrency(currency: string, chance: Chance): Json {
  const choices: Json[] = [currency, currency, currency, currency.toLowerCase(), { name: currency }];
  if (currency === 'EUR') choices.push('€', 'Euro');
  if (currency === 'USD') choices.push('US$');
  return chance.pick(choices);
}
