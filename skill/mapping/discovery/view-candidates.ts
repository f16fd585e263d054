/**
 * Ranks fields that could slice a tenant into parts of the organization. A good one is filled for most
 * current employees, has a handful of values, and values that several people share.
 */
import type { JsonObject, JsonValue } from '../../torii/json.ts';
import type { TenantRecords } from '../../torii/read.ts';
import { fold, words } from '../base/fold.ts';
import { profileKeys, type KeyProfile } from './key-profile.ts';
import { normalizeText } from '../base/plain-text.ts';
import { readDay } from '../values/read-day.ts';
import { readText } from '../values/read-text.ts';
import { isSet, readTruth } from '../values/read-truth.ts';
import { unwrapped } from '../values/unwrapped.ts';

export interface ViewCandidate {
  readonly entity: 'app' | 'contract' | 'transaction' | 'user';
  readonly key: string;
  readonly label: string;
  readonly sourceIdApp: number | null;
  readonly confidence: number;
  readonly evidence: readonly string[];
  /** Share of current employees (or records) with a value. */
  readonly fill: number;
  /** Number of different values. */
  readonly values: number;
  /** Share of the different values that at least two people (or records) have. */
  readonly stability: number;
}

/** What a name promises; fields with other names can still slice, but must be chosen by a person. */
const names: readonly (readonly [number, RegExp])[] = [
  [1, /department|abteilung|d[ée]partement|departamento|dipartimento|afdeling|avdelning|\bdept\b/],
  [0.9, /division|business unit|cost cent(er|re)|kostenstelle|centre de coût|centro de cost[eo]s?|\bbu\b/],
  [
    0.8,
    /\bteam\b|org(ani[sz]ation(al)?)? ?(unit|view)|\bfunction\b|bereich|\bsquad\b|\btribe\b|\bchapter\b|\bequipe\b|équipe|equipo/,
  ],
  [0.6, /location|country|region|office|subsidiary|legal entity|standort/],
];

/** Torii's own user keys that describe a person or an account, never a part of the organization. */
const personal =
  /^(id|idUser|email|firstName|lastName|fullName|name|lifecycleStatus|.*Count|is[A-Z].*|photo.*|.*Time|.*Date|.*Id|phone.*|source.*)$/;

/** @param taken keys that the draft reads as something else, such as `app category` */
export function viewCandidates(
  records: TenantRecords,
  taken: ReadonlySet<string> = new Set(),
): ViewCandidate[] {
  const { fields } = records;
  const employees = records.users.filter(isEmployee);
  const free = (entity: 'app' | 'contract', rows: readonly JsonObject[]): KeyProfile[] =>
    profileKeys(entity, rows, fields).filter(({ key }) => !taken.has(`${entity} ${key}`));
  const ranked = [
    ...ofEntity('user', profileKeys('user', employees, fields), 1),
    ...ofEntity('app', free('app', records.apps), 0.8),
    ...ofEntity('contract', free('contract', records.contracts), 0.75),
    ...ofEntity('transaction', profileKeys('transaction', records.transactions, fields), 0.7),
  ];
  return ranked.toSorted((a, b) => b.confidence - a.confidence || (a.key < b.key ? -1 : 1));
}

/** A candidate as the mapping holds it. */
export function viewValue({ label, entity, key, sourceIdApp }: ViewCandidate): JsonObject {
  return { label, entity, key, sourceIdApp };
}

function isEmployee(row: JsonObject): boolean {
  const lifecycle = row.lifecycleStatus;
  const here = typeof lifecycle !== 'string' || fold(lifecycle) === 'active';
  return here && !isSet(row.isExternal) && !isSet(row.isDeletedInIdentitySources);
}

function ofEntity(
  entity: ViewCandidate['entity'],
  profiles: readonly KeyProfile[],
  weight: number,
): ViewCandidate[] {
  return profiles.flatMap((profile) => {
    const promise = promiseOf(profile);
    if (promise === 0 || (promise < 0.5 && entity !== 'user' && !isGrouping(profile))) return [];
    return candidateOf(entity, profile, promise * weight) ?? [];
  });
}

/** Torii's own keys of apps and contracts, which describe the record and not a part of the organization. */
const described =
  /^(state|status|category|url|vendor|description|tags|score|primaryOwner|appOwners|users|expenses|licenses|addedBy|owner|createdBy|currency|amount|app)$/;
const MOST_VALUES = 40;

function isWord(raw: JsonValue): boolean {
  return (
    typeof raw === 'string' &&
    /\p{L}/u.test(raw) &&
    readDay(raw).kind === 'invalid' &&
    readTruth(raw).kind === 'invalid'
  );
}

/** A field under any name that sorts most records into a few groups by short words: no ids, dates, numbers or yes and no. */
function isGrouping({ key, rows, filled }: KeyProfile): boolean {
  if (described.test(key) || filled.length < rows / 2) return false;
  const texts = filled.map((raw) => unwrapped(raw));
  const different = new Set(texts);
  return different.size <= MOST_VALUES && different.size <= filled.length / 2 && texts.every(isWord);
}

function promiseOf({ key, label, type }: KeyProfile): number {
  if (personal.test(key) || /date|email|user|currency/i.test(type ?? '')) return 0;
  const text = `${words(label)} ${words(key)}`;
  return names.find(([, pattern]) => pattern.test(text))?.[0] ?? 0.35;
}

function candidateOf(
  entity: ViewCandidate['entity'],
  profile: KeyProfile,
  promise: number,
): ViewCandidate | null {
  const counts = countValues(profile.filled);
  const values = counts.size;
  const shared = [...counts.values()].filter((count) => count > 1).length;
  const stability = values === 0 ? 0 : shared / values;
  const fill = profile.rows === 0 ? 0 : profile.filled.length / profile.rows;
  const slices = values >= 2 && values <= Math.max(2, profile.filled.length / 2);
  if (!slices && promise < 0.5) return null;
  const who = entity === 'user' ? 'current employees' : `${entity}s`;
  const { key, label, sourceIdApp } = profile;
  return {
    entity,
    key,
    label,
    sourceIdApp,
    confidence:
      Math.round(promise * (0.3 + 0.7 * fill) * (0.5 + 0.5 * stability) * (slices ? 100 : 40)) / 100,
    evidence: [
      `Filled for ${profile.filled.length} of ${profile.rows} ${who}.`,
      `${values} different values; ${shared} of them occur more than once.`,
    ],
    fill,
    values,
    stability,
  };
}

/** Values that read as short text; longer ones describe, they do not group. */
function countValues(filled: readonly JsonValue[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const raw of filled) {
    const text = readText(raw);
    if (text.kind !== 'known' || text.value.length > 60) continue;
    const word = normalizeText(text.value);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
