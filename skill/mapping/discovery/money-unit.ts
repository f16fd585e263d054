/**
 * Decides whether a money field holds minor or major units, and says why. Every independent figure there
 * is has a vote; without enough of them the likelier unit is taken, unconfirmed, and a person is asked.
 */
import { isJsonObject, type JsonObject } from '../../torii/json.ts';
import { writtenAmount } from '../base/amount-text.ts';
import { minorPerMajor } from '../base/currency.ts';
import { currencyNamed } from '../base/currency-words.ts';
import { unwrapped } from '../values/unwrapped.ts';

export type MoneyUnit = 'minor' | 'major';

export interface UnitVerdict {
  readonly unit: MoneyUnit;
  readonly confirmed: boolean;
  readonly evidence: string;
  /** Why no figure of this field can be said before somebody has answered; null where nothing speaks against it. */
  readonly contradiction: string | null;
}

/** What a record's money should roughly be, in minor units of a currency, from another source. */
export interface Witness {
  readonly minor: number;
  readonly currency: string;
  /** Where the figure comes from, in words. */
  readonly from: string;
}

export interface BareAmount {
  readonly row: JsonObject;
  readonly amount: number;
  readonly currency: string;
  /** Minor units in a major one. */
  readonly scale: number;
}

/** Fewer comparisons prove nothing: one app in ten may well differ from its license cost. */
const ENOUGH = 3;
const AGREEMENT = 0.6;
/** A figure this far from what others say is not said. */
const FAR = 10;

/** The amount of a record that does not say its own unit; null where there is none. */
export function bareAmountOf(row: JsonObject, key: string, tenantCurrency: string): BareAmount | null {
  if (isAmount(row, key)) return null;
  const raw = Object.hasOwn(row, key) ? unwrapped(row[key] ?? null) : null;
  const own = currencyNamed(unwrapped(row.currency ?? null), tenantCurrency) ?? tenantCurrency;
  const written = typeof raw === 'string' ? writtenAmount(raw, own) : null;
  const amount = typeof raw === 'number' ? raw : written?.amount;
  if (amount === undefined) return null;
  const currency = written?.currency ?? own;
  return { row, amount, currency, scale: minorPerMajor(currency) };
}

export interface UnitEvidence {
  readonly rows: readonly JsonObject[];
  readonly key: string;
  readonly bare: readonly BareAmount[];
  /** 12 where the field holds a monthly amount and its witnesses a yearly one. */
  readonly perYear: number;
  /** The unit that is likelier before any figure is compared. */
  readonly likelier: MoneyUnit;
  readonly witnessesOf: (row: JsonObject) => readonly Witness[];
}

export function moneyUnit(evidence: UnitEvidence): UnitVerdict {
  const { rows, key, bare } = evidence;
  const filled = rows.filter((row) => (row[key] ?? '') !== '');
  if (filled.length > 0 && filled.every((row) => isAmount(row, key))) {
    return sure('minor', 'Each value names its currency; Torii states such money in minor units.');
  }
  if (bare.length > 0 && bare.every(({ scale }) => scale === 1)) {
    return sure('minor', `${bare[0]?.currency} has no minor unit, so both readings are the same.`);
  }
  const votes = votesOf(evidence);
  const fractions = bare.filter(({ amount }) => !Number.isInteger(amount)).length;
  const speaksAgainst = votes.minor > votes.major && votes.minor >= ENOUGH;
  if (fractions > 0 && !speaksAgainst) {
    return sure('major', `${fractions} of ${bare.length} values have decimals.`);
  }
  return judged(votes, evidence.likelier);
}

function isAmount(row: JsonObject, key: string): boolean {
  const raw = row[key];
  return isJsonObject(raw) && raw.value !== undefined && raw.currency !== undefined;
}

interface Votes {
  readonly compared: number;
  readonly minor: number;
  readonly major: number;
  /** What is compared with, in the words of its source. */
  readonly from: readonly string[];
  /** Read as minor units, by how much the field exceeds its witnesses: the middle of all comparisons. */
  readonly ratio: number;
  readonly scale: number;
}

function votesOf({ bare, perYear, witnessesOf }: UnitEvidence): Votes {
  const all = bare.flatMap(({ row, amount, currency, scale }) => {
    if (!(amount > 0) || scale === 1) return [];
    return witnessesOf(row)
      .filter((witness) => witness.minor > 0 && witness.currency === currency)
      .map(({ minor, from }) => ({ ratio: (amount * perYear) / minor, scale, from }));
  });
  const sorted = all.map(({ ratio }) => ratio).toSorted((a, b) => a - b);
  return {
    compared: all.length,
    minor: all.filter(({ ratio }) => isNear(ratio)).length,
    major: all.filter(({ ratio, scale }) => isNear(ratio * scale)).length,
    from: [...new Set(all.map(({ from }) => from))].toSorted(),
    ratio: sorted[Math.floor(sorted.length / 2)] ?? 1,
    scale: all[0]?.scale ?? 100,
  };
}

/** Within a factor of two: costs drift, but units differ a hundredfold. */
function isNear(ratio: number): boolean {
  return ratio >= 0.5 && ratio <= 2;
}

function judged(votes: Votes, likelier: MoneyUnit): UnitVerdict {
  const { compared, minor, major, from } = votes;
  const unit = minor === major ? likelier : minor > major ? 'minor' : 'major';
  const agreeing = Math.max(minor, major);
  if (compared < ENOUGH || agreeing / compared < AGREEMENT) return unsure(unit, votes);
  const relation = unit === 'minor' ? 'the same number as' : 'about a hundredth of';
  const where = `${agreeing} of ${compared} comparisons`;
  return sure(unit, `In ${where} it is ${relation} the ${from.join(', ')} in minor units.`);
}

function sure(unit: MoneyUnit, evidence: string): UnitVerdict {
  return { unit, confirmed: true, evidence, contradiction: null };
}

function unsure(unit: MoneyUnit, votes: Votes): UnitVerdict {
  const why = votes.compared < ENOUGH ? 'too few comparable figures' : 'the figures do not agree';
  return {
    unit,
    confirmed: false,
    evidence: `Nothing settles its unit: ${why}.`,
    contradiction: contradictionOf(unit, votes),
  };
}

/** The middle comparison speaks for all: a few odd records contradict nothing. */
export function contradictionOf(unit: MoneyUnit, { compared, ratio, scale, from }: Votes): string | null {
  const read = unit === 'minor' ? ratio : ratio * scale;
  if (compared === 0 || (read < FAR && read > 1 / FAR)) return null;
  const times = Math.round(read < 1 ? 1 / read : read);
  const than = read < 1 ? `a ${times}th of` : `${times} times`;
  return `read in ${unit} units it is about ${than} the ${from.join(', ')}`;
}

/** The same for a unit that a mapping states, whatever the comparisons would say. */
export function contradicts(unit: MoneyUnit, evidence: UnitEvidence): string | null {
  return contradictionOf(unit, votesOf(evidence));
}
