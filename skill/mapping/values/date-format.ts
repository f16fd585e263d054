/** Dates in the format that a mapping names: "DD/MM/YYYY", "MM-DD-YY", "D MMM YYYY", "YYYYMMDD". */
import { monthNamed } from './date-words.ts';

export type DateParts = readonly [year: number, month: number, date: number];

export interface DateFormat {
  /** Day, month and year in the order of the format. */
  readonly order: readonly ('D' | 'M' | 'Y')[];
  /** Length of each part if nothing separates them; null if a sign does. */
  readonly widths: readonly number[] | null;
}

export function dateFormatOf(text: string): DateFormat {
  const parts = text.match(/D+|M+|Y+/g) ?? [];
  const order = parts.map((part) => (part.startsWith('D') ? 'D' : part.startsWith('M') ? 'M' : 'Y'));
  return { order, widths: /[ .,/-]/.test(text) ? null : parts.map(({ length }) => length) };
}

/** Null when the text is not written so; a time of day after the date is passed over. */
export function partsInFormat(text: string, { order, widths }: DateFormat): DateParts | null {
  const date = text.trim().replace(/(?:T|,?\s+)\d{1,2}:\d{2}.*$/, '');
  const parts = widths === null ? date.match(/\d+|\p{L}+/gu) : sliced(date, widths);
  if (parts === null || parts.length !== order.length || /[^\p{L}\p{M}\d .,/-]/u.test(date)) return null;
  const at = (part: 'D' | 'M' | 'Y'): string => parts[order.indexOf(part)] ?? '';
  const [year, day] = [yearOf(at('Y')), /^\d{1,2}$/.test(at('D')) ? Number(at('D')) : null];
  const month = /^\d{1,2}$/.test(at('M')) ? Number(at('M')) : monthNamed(at('M'));
  return year === null || month === null || day === null ? null : [year, month, day];
}

function sliced(text: string, widths: readonly number[]): string[] | null {
  if (text.length !== widths.reduce((sum, width) => sum + width, 0)) return null;
  let from = 0;
  return widths.map((width) => text.slice(from, (from += width)));
}

function yearOf(text: string): number | null {
  if (!/^(\d{2}|\d{4})$/.test(text)) return null;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}
