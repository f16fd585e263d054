/**
 * Spans of time as people write them: a number and a unit, in words ("90 days prior", "3 Monate",
 * "quarterly") or as ISO 8601 ("P3M"). Months stay months, because three of them are not ninety days.
 *
 * Two spans in one text, a range, working days and anything with a word that is not known here could
 * mean something else, and are Invalid.
 */
import type { JsonValue } from '../../torii/json.ts';
import { isGroupOrFraction } from '../base/decimal-text.ts';
import { normalizeText } from '../base/plain-text.ts';
import type { Span, Value } from '../base/portfolio.ts';
import { invalid, known } from '../base/value.ts';

/** The unit of a bare number: what the field is kept in. */
export type SpanUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

const units: Readonly<Record<SpanUnit, { readonly times: number; readonly unit: Span['unit'] }>> = {
  day: { times: 1, unit: 'days' },
  week: { times: 7, unit: 'days' },
  month: { times: 1, unit: 'months' },
  quarter: { times: 3, unit: 'months' },
  year: { times: 12, unit: 'months' },
};

const unitWords = tableOf<SpanUnit>({
  day: 'd day days tag tage tagen jour jours dia dias giorno giorni dag dagen',
  week: 'w wk wks week weeks woche wochen semaine semaines semana semanas settimana settimane weken',
  month:
    'm mo mos mon mth mths month months monat monate monaten monats mois mes meses mese mesi maand maanden',
  quarter: 'q qtr qtrs quarter quarters quartal quartale quartalen trimestre trimestres trimestri kwartaal',
  year: 'y yr yrs year years jahr jahre jahren jahres an ans annee annees ano anos anno anni jaar',
});

/** Months of a rhythm; "biannual" is left out, because it is half a year to some and two to others. */
const rhythms = tableOf<'0.25' | '1' | '3' | '6' | '12' | '24' | '36'>({
  '0.25': 'weekly wochentlich hebdomadaire semanal settimanale wekelijks',
  '1': 'monthly monatlich mensuel mensuelle mensual mensile mensal maandelijks',
  '3': 'quarterly vierteljahrlich quartalsweise trimestriel trimestrielle trimestral trimestrale',
  '6': 'semiannual semiannually halfyearly halbjahrlich semestriel semestral semestrale',
  '12': 'annual annually yearly jahrlich annuel annuelle anual annuale jaarlijks',
  '24': 'biennial biennially',
  '36': 'triennial triennially',
});

const numbers = tableOf({
  '1': 'a one ein eine einen einem un une uno una',
  '2': 'two zwei deux dos due dois twee',
  '3': 'three drei trois tres tre drie',
  '4': 'four vier quatre cuatro quattro',
  '5': 'five funf cinq cinco cinque vijf',
  '6': 'six sechs seis sei zes',
  '7': 'seven sieben sept siete sette sete zeven',
  '8': 'eight acht huit ocho otto oito',
  '10': 'ten zehn dix diez dieci dez tien',
  '12': 'twelve zwolf douze doce dodici twaalf',
  '14': 'fourteen vierzehn quatorze catorce quattordici veertien',
  '15': 'fifteen funfzehn quinze quince quindici vijftien',
  '20': 'twenty zwanzig vingt veinte venti vinte twintig',
  '30': 'thirty dreissig trente treinta trenta dertig',
  '45': 'forty-five',
  '60': 'sixty sechzig soixante sesenta sessanta zestig',
  '90': 'ninety neunzig noventa novanta negentig',
});

/** Words around a span that do not change it. */
const fillers = new Set(
  `prior before in advance notice written period of to the renewal term end expiry expiration contract
  calendar at least minimum min auto automatic each every per rolling subsequent successive additional further
  frist kundigungsfrist vor vorab vorher ablauf vertragsende laufzeitende zum zur der des je pro um jeweils
  preavis avant echeance de la le par antes del previo aviso antelacion prima preavviso opzegtermijn`.split(
    /\s+/,
  ),
);

function tableOf<Meaning extends string>(words: Readonly<Record<Meaning, string>>): Map<string, Meaning> {
  const table = new Map<string, Meaning>();
  for (const meaning in words) for (const word of words[meaning].split(' ')) table.set(word, meaning);
  return table;
}

export function readSpan(raw: JsonValue, bare: SpanUnit): Value<Span> {
  const span =
    typeof raw === 'number' ? spanOf(raw, bare) : typeof raw === 'string' ? spanOfText(raw, bare) : null;
  return span === null ? invalid(raw) : known(span);
}

/** A century: what is longer is a slip of the keyboard or stands for something else, and leads to dates that no calendar has. */
const longest: Readonly<Record<Span['unit'], number>> = { days: 36_525, months: 1200 };

function spanOf(amount: number, unit: SpanUnit): Span | null {
  const { times, unit: counted } = units[unit];
  return inCalendar(amount * times, counted);
}

function inCalendar(amount: number, unit: Span['unit']): Span | null {
  return Number.isInteger(amount) && amount >= 0 && amount <= longest[unit]
    ? { amount: amount + 0, unit }
    : null;
}

function spanOfText(raw: string, bare: SpanUnit): Span | null {
  const text = normalizeText(raw);
  if (isGroupOrFraction(text)) return null;
  if (/^\d{1,3}(,\d{3})+$|^\d+([.,]0+)?$/.test(text)) {
    return spanOf(
      Number(/^\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(',', '') : text.replace(',', '.')),
      bare,
    );
  }
  return text.startsWith('p') && /\d/.test(text) ? spanOfIso(text) : spanOfWords(text);
}

const iso = /^p(?:(\d+)y)?(?:(\d+)m)?(?:(\d+)w)?(?:(\d+)d)?$/;

/** Months and days together have no one length. */
function spanOfIso(text: string): Span | null {
  const parts = iso.exec(text);
  if (parts === null) return spanOfWords(text);
  const [years = 0, months = 0, weeks = 0, days = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  const inMonths = years * 12 + months;
  const inDays = weeks * 7 + days;
  if (inMonths > 0 && inDays > 0) return null;
  return inMonths > 0 ? inCalendar(inMonths, 'months') : inCalendar(inDays, 'days');
}

/** "month to month", "semi-annual" and "half a year" are one word each. */
const joined: readonly (readonly [RegExp, string])[] = [
  [/\bmonth[- ]to[- ]month\b/g, 'monthly'],
  [/\byear[- ]to[- ]year\b/g, 'yearly'],
  [/\b(semi|half)[- ](annual|annually|yearly)\b/g, 'semiannual'],
  [/\bhalf[- ](a[- ])?year\b|\bhalbes jahr\b|\bhalbjahr\b|\bsix[- ]monthly\b/g, '6 months'],
  [/\bper annum\b/g, 'yearly'],
  [/\bforty[- ]five\b/g, '45'],
];

function spanOfWords(plain: string): Span | null {
  const text = joined.reduce((rest, [pattern, word]) => rest.replace(pattern, word), plain);
  if (/\d\s*[-–—/+]\s*\d/.test(text)) return null;
  const tokens = text.match(/\d+(?:[.,]\d+)?|\p{L}+|[^\s\p{L}\d]/gu) ?? [];
  const found: Found = { amounts: [], units: [], spans: [] };
  for (const token of tokens) if (!take(token, found)) return null;
  return oneSpan(found);
}

interface Found {
  readonly amounts: number[];
  readonly units: SpanUnit[];
  readonly spans: Span[];
}

/** False for a word that could change the meaning. */
function take(token: string, { amounts, units: named, spans }: Found): boolean {
  const unit = unitWords.get(token);
  const months = rhythms.get(token);
  const number = /^\d/.test(token) ? token.replace(',', '.') : numbers.get(token);
  if (number !== undefined) amounts.push(Number(number));
  else if (unit !== undefined) named.push(unit);
  else if (months === '0.25') spans.push({ amount: 7, unit: 'days' });
  else if (months !== undefined) spans.push({ amount: Number(months), unit: 'months' });
  else return fillers.has(token) || /^[().,:;'’-]$/.test(token);
  return true;
}

/** "Ninety (90) days" says one number twice. */
function oneSpan({ amounts, units: named, spans }: Found): Span | null {
  const [amount, ...others] = [...new Set(amounts)];
  const [unit, ...more] = [...new Set(named)];
  if (others.length > 0 || more.length > 0) return null;
  const counted = unit === undefined || amount === undefined ? null : spanOf(amount, unit);
  const [rhythm] = spans;
  if (rhythm === undefined) return counted;
  const isAlone = amount === undefined && unit === undefined;
  return spans.length === 1 && (isAlone || isSameSpan(rhythm, counted)) ? rhythm : null;
}

/** "Annual (12 months)" says one span twice. */
function isSameSpan(a: Span, b: Span | null): boolean {
  return a.amount === b?.amount && a.unit === b.unit;
}

/** The unit that the name of a field speaks of, "Notice period (months)"; null when it names none. */
export function unitInName(name: string): SpanUnit | null {
  const named = new Set(
    normalizeText(name)
      .match(/\p{L}+/gu)
      ?.flatMap((word) => (word.length > 2 ? (unitWords.get(word) ?? []) : [])),
  );
  const [unit, ...others] = named;
  return unit !== undefined && others.length === 0 ? unit : null;
}
