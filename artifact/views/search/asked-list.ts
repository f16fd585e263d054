/** A question such as "contracts over 20k q1" as the list that answers it. */
import type { IsoDate } from '../../../skill/analysis/contract.ts';
import { wordsOfFilter, readFilter } from '../filter/filter.ts';
import { searchEntry, type Entry } from './entry.ts';

const AMOUNT = /(?:over|above|from|at least|more than|≥|>=?)\s*[$€£]?\s*(\d[\d,]*(?:\.\d+)?)\s*(k|m)?\b/i;
const QUARTER = /\bq([1-4])(?:\s*(20\d\d))?\b|\b(20\d\d)\s*-?q([1-4])\b/i;
const MONTH =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?\b(?:\s*(20\d\d))?/i;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Words that say nothing beyond the list they ask for. */
const FILLERS = /\b(contracts?|renewals?|renew(?:s|ing)?|apps?|that|which|in|the|of|and|for|a year)\b/gi;

/** Null where neither an amount nor a period is asked for. */
export function askedList(query: string, asOf: IsoDate, currency: string): Entry | null {
  const amount = AMOUNT.exec(query);
  const value = amount === null ? '' : wholeUnits(amount);
  const rest = amount === null ? query : query.replace(amount[0], ' ');
  const period = periodIn(rest, asOf);
  if (value === '' && period.text === '') return null;
  const q = period.rest.replace(FILLERS, ' ').trim().replace(/\s+/g, ' ');
  const isOfApps = /\bapps?\b/i.test(query);
  const parameters = {
    ...(q !== '' && { q }),
    ...(value !== '' && { value }),
    ...(period.text !== '' && { period: period.text }),
  };
  const to = isOfApps
    ? { destination: 'spend' as const, segment: 'apps', parameters }
    : { destination: 'decide' as const, segment: 'renewals', parameters };
  const text = `${isOfApps ? 'Apps' : 'Renewals'}: ${wordsOfFilter(readFilter(parameters), currency)}`;
  return searchEntry('list/asked', 'list', text, to);
}

function wholeUnits([, digits = '', unit = '']: RegExpExecArray): string {
  const factor = unit.toLowerCase() === 'k' ? 1000 : unit.toLowerCase() === 'm' ? 1_000_000 : 1;
  return String(Math.round(Number(digits.replaceAll(',', '')) * factor));
}

/** A quarter or month without a year is the next one, the present one included. */
function periodIn(text: string, asOf: IsoDate): { readonly text: string; readonly rest: string } {
  const quarter = QUARTER.exec(text);
  const year = Number(asOf.slice(0, 4));
  const month = Number(asOf.slice(5, 7));
  if (quarter !== null) {
    const [whole, first, itsYear, early, second] = quarter;
    const number = Number(first ?? second);
    const of = itsYear ?? early ?? String(number < Math.ceil(month / 3) ? year + 1 : year);
    return { text: `${of}Q${number}`, rest: text.replace(whole, ' ') };
  }
  const named = MONTH.exec(text);
  if (named === null) return { text: '', rest: text };
  const [whole, name = '', itsYear] = named;
  const number = months.indexOf(name.toLowerCase()) + 1;
  const of = itsYear ?? String(number < month ? year + 1 : year);
  return { text: `${of}-${String(number).padStart(2, '0')}`, rest: text.replace(whole, ' ') };
}
