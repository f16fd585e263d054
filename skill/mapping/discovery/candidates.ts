/**
 * Ranks the keys of a tenant as candidates for one canonical field. The name proposes, the type and
 * the values confirm: a key without a fitting name is no candidate, however well its values fit.
 */
import { withNoun } from '../../torii/failure.ts';
import type { JsonValue } from '../../torii/json.ts';
import type { CanonicalField, ValueForm } from '../base/canonical-fields.ts';
import { words } from '../base/fold.ts';
import type { KeyProfile } from './key-profile.ts';
import { isTwoDates } from './proven-format.ts';
import type { Value } from '../base/portfolio.ts';
import { readSeats } from '../values/read-count.ts';
import { readMoney } from '../values/read-money.ts';
import { readOwner } from '../values/read-owner.ts';
import { readText } from '../values/read-text.ts';
import { readSpan } from '../values/read-span.ts';
import { readTruth } from '../values/read-truth.ts';
import { readUse } from '../values/read-use.ts';
import { unwrapped } from '../values/unwrapped.ts';

export interface Candidate {
  readonly key: string;
  readonly label: string;
  /** 0 to 1; 0.45 is enough for a draft. */
  readonly confidence: number;
  /** Sentences that a person can check. */
  readonly evidence: readonly string[];
  /** Share of records with a value. */
  readonly fill: number;
  /** Share of those values that have the form of the field; null when there is no value. */
  readonly readable: number | null;
}

/** Candidates of a field, best first. */
export function rankCandidates(field: CanonicalField, profiles: readonly KeyProfile[]): Candidate[] {
  const ranked = profiles.flatMap((profile) => candidateOf(field, profile) ?? []);
  if (ranked.length === 0) ranked.push(...unseen(field));
  return ranked.toSorted(
    (a, b) => b.confidence - a.confidence || b.fill - a.fill || (a.key < b.key ? -1 : 1),
  );
}

/** How well a key fits a field; null when its name does not speak for it. */
export function candidateOf(field: CanonicalField, profile: KeyProfile): Candidate | null {
  const name = nameScore(field, profile);
  if (name.score === 0) return null;
  const type = typeScore(field.form, profile.type);
  const { fill, readable, score } = valueScore(field.form, profile);
  const evidence = [name.evidence];
  if (profile.type !== null) evidence.push(`Torii types it as ${profile.type}.`);
  evidence.push(...valueEvidence(field.form, profile, readable));
  return {
    key: profile.key,
    label: profile.label,
    confidence: Math.round(name.score * type * score * 100) / 100,
    evidence,
    fill,
    readable,
  };
}

/** Torii's own key is worth asking for even when no record has shown it yet. */
function unseen({ own }: CanonicalField): Candidate[] {
  const [key] = own;
  if (key === undefined) return [];
  const evidence = ["Torii's own key, which no record carried: it was not asked for, or the role hides it."];
  return [{ key, label: key, confidence: 0.45, evidence, fill: 0, readable: null }];
}

function nameScore(field: CanonicalField, profile: KeyProfile): { score: number; evidence: string } {
  const rank = field.own.indexOf(profile.key);
  if (rank >= 0) return { score: rank === 0 ? 0.97 : 0.92, evidence: `"${profile.key}" is Torii's own key.` };
  const names = [words(profile.label), words(profile.key)];
  const matches = names.map((name) => (field.not?.test(name) ? null : field.words.exec(name)));
  const best = matches.findIndex((match) => match !== null);
  if (best < 0 || field.not?.test(names[0] ?? '')) return { score: 0, evidence: '' };
  const covered = (matches[best]?.[0].length ?? 0) / Math.max(1, names[best]?.length ?? 1);
  const what = best === 0 ? `label “${profile.label}”` : `key "${profile.key}"`;
  return { score: 0.72 + 0.2 * covered, evidence: `Its ${what} speaks of it.` };
}

const types: Readonly<Record<ValueForm, RegExp>> = {
  money: /currency|number|money/,
  day: /date/,
  each: /number/,
  days: /number|dropdown$/,
  months: /number|dropdown$/,
  truth: /bool|checkbox|dropdown$/,
  text: /dropdown|singleline|text/,
  owner: /user|email/,
};

/** A single line can hold anything, so it speaks neither for nor against a field. */
function typeScore(form: ValueForm, type: string | null): number {
  if (type === null) return 0.97;
  const name = type.toLowerCase();
  if (types[form].test(name)) return 1;
  return /singleline|text|string/.test(name) ? 0.9 : 0.3;
}

interface ValueScore {
  readonly fill: number;
  readonly readable: number | null;
  readonly score: number;
}

function valueScore(form: ValueForm, { rows, carried, filled }: KeyProfile): ValueScore {
  const fill = rows === 0 ? 0 : filled.length / rows;
  if (filled.length === 0) return { fill, readable: null, score: rows > 0 && carried > 0 ? 0.5 : 0.6 };
  const readable = filled.filter((value) => hasForm(value, form)).length / filled.length;
  const fitting = readable + (1 - readable) * (isExplainable(filled, form) ? EXPLAINABLE : 0);
  return { fill, readable, score: (0.2 + 0.8 * fitting) * (0.75 + 0.25 * fill) };
}

/** What unreadable values are worth that a person can explain once for all records. */
const EXPLAINABLE = 0.6;
const MOST_WORDS = 6;

/** A few words of the house, or dates whose order of day and month is open: a name that fits is asked about. */
function isExplainable(filled: readonly JsonValue[], form: ValueForm): boolean {
  const texts = filled.map(unwrapped).filter((value) => typeof value === 'string');
  if (texts.length < filled.length) return false;
  if (form === 'day') return texts.every((text) => hasForm(text, 'day') || isTwoDates(text));
  return (form === 'truth' || form === 'days' || form === 'months') && new Set(texts).size <= MOST_WORDS;
}

function valueEvidence(
  form: ValueForm,
  { rows, carried, filled }: KeyProfile,
  readable: number | null,
): string[] {
  if (rows === 0) return ['No record has been read yet.'];
  if (carried === 0)
    return [`None of ${withNoun(rows, 'record')} carries it: it was not asked for, or the role hides it.`];
  const filledIn = `Filled in ${filled.length} of ${withNoun(rows, 'record')}.`;
  if (readable === null) return [filledIn];
  return [filledIn, `${Math.round(readable * 100)} % of the values read as ${forms[form]}.`];
}

const forms: Readonly<Record<ValueForm, string>> = {
  money: 'money',
  day: 'a date',
  each: 'a whole number',
  days: 'a number of days',
  months: 'a number of months',
  truth: 'yes or no',
  text: 'a text',
  owner: 'a person',
};

/** True when a value can be read in a form; the unit of money is settled elsewhere. */
export function hasForm(value: JsonValue, form: ValueForm): boolean {
  return readers[form](value).kind !== 'invalid';
}

const anyMoney = { unit: 'major', times: 1, mayBeNegative: false } as const;
const anyCurrency = { tenantCurrency: 'USD', recordCurrency: null, converted: null };

const readers: Readonly<Record<ValueForm, (value: JsonValue) => Value<unknown>>> = {
  money: (value) => readMoney(value, anyMoney, anyCurrency),
  day: (value) => readUse(unwrapped(value)),
  truth: (value) => readTruth(unwrapped(value)),
  text: readText,
  owner: readOwner,
  each: (value) => readSeats(unwrapped(value)),
  days: (value) => readSpan(unwrapped(value), 'day'),
  months: (value) => readSpan(unwrapped(value), 'month'),
};
