/** Dates whose form has one meaning: the year first, the day before a dot, or a month by its name. */
import { normalizeText } from '../base/plain-text.ts';

type DateParts = readonly [year: number, month: number, date: number];

/** English, German, French, Spanish, Italian, Portuguese and Dutch, in full and as people shorten them. */
const months: readonly string[] = [
  'january jan januar janner janvier janv enero ene gennaio gen janeiro januari',
  'february feb februar feber fevrier fevr fev febrero febbraio fevereiro februari',
  'march mar marz maerz mrz mars marzo marco maart mrt',
  'april apr avril avr abril abr aprile',
  'may mai mayo maggio mag maio mei',
  'june jun juni juin junio giugno giu junho',
  'july jul juli juillet juil julio luglio lug julho',
  'august aug aout aou agosto ago augustus',
  'september sep sept septembre septiembre setiembre settembre set setembro',
  'october oct oktober okt octobre octubre ottobre ott outubro out',
  'november nov novembre noviembre novembro',
  'december dec dezember dez decembre diciembre dic dicembre dezembro',
];

const monthByName: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);

/** 1 to 12, or null for a word that names no month. */
export function monthNamed(word: string): number | null {
  return monthByName.get(normalizeText(word)) ?? null;
}

const time = String.raw`(?:(?:T|,?\s+)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?\s?(?:[ap]\.?m\.?|Z|UTC|GMT|Uhr|[+-]\d{2}:?\d{2})?)?$`;
const yearFirst = new RegExp(String.raw`^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})${time}`, 'i');
const dotted = new RegExp(String.raw`^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})${time}`, 'i');
const eastern = /^(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/;

export function partsInWords(text: string): DateParts | null {
  const [, year, , month, date] = yearFirst.exec(text) ?? [];
  if (year !== undefined) return [Number(year), Number(month), Number(date)];
  const [, day, ofMonth, inYear] = dotted.exec(text) ?? [];
  if (day !== undefined) return [Number(inYear), Number(ofMonth), Number(day)];
  const [, first, second, third] = eastern.exec(text) ?? [];
  return first === undefined ? named(text) : [Number(first), Number(second), Number(third)];
}

/** Weekdays and the small words between the parts say nothing that the date does not. */
const around =
  /^(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(mon|tues|wednes|thurs|fri|satur|sun)day|(mon|diens|donners|frei|sams|sonn)tag|mittwoch|mo|di|mi|do|fr|sa|so|of|the|de|del|den|le|st|nd|rd|th|er)$/;
const clock = /(?:\bT|,?\s+(?:at )?)\d{1,2}:\d{2}.*?(?=\s\d{4}$|$)/;

/** One month by name, one year of four digits, one day of one or two; "Dec 2026" names no day. */
function named(raw: string): DateParts | null {
  const tokens =
    normalizeText(raw)
      .replace(clock, '')
      .match(/\d+|\p{L}+|[^\s\p{L}\d,.'’/-]/gu) ?? [];
  const rest = tokens.filter((token) => !around.test(token));
  const month = rest.flatMap((token) => monthByName.get(token) ?? []);
  const numbers = rest.filter((token) => /^\d+$/.test(token));
  const [year, ...years] = numbers.filter(({ length }) => length === 4);
  const [date, ...dates] = numbers.filter(({ length }) => length <= 2);
  if (rest.length !== 3 || month.length !== 1 || years.length > 0 || dates.length > 0) return null;
  return year === undefined || date === undefined ? null : [Number(year), month[0] ?? 0, Number(date)];
}
