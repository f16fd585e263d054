/** From ranked candidates to one key per canonical field. */
import type { TenantRecords } from '../../torii/read.ts';
import { rankCandidates, type Candidate } from './candidates.ts';
import { canonicalFields, fieldPath, type CanonicalField } from '../base/canonical-fields.ts';
import { profileKeys } from './key-profile.ts';

/** Below this a candidate is listed but not taken into the draft. */
const TAKEN = 0.45;

export interface RankedField {
  readonly field: CanonicalField;
  readonly candidates: readonly Candidate[];
}

export interface ChosenField {
  readonly field: CanonicalField;
  readonly candidate: Candidate;
}

/** Candidates of every canonical field of a tenant. */
export function rankAll(records: TenantRecords): RankedField[] {
  const app = profileKeys('app', records.apps, records.fields);
  const contract = profileKeys('contract', records.contracts, records.fields);
  return canonicalFields.map((field) => ({
    field,
    candidates: rankCandidates(field, field.entity === 'app' ? app : contract),
  }));
}

/** The surest pairs first; a key serves one field, so that no amount is read twice. */
export function chooseKeys(ranked: readonly RankedField[]): ChosenField[] {
  const pairs = ranked
    .flatMap(({ field, candidates }) => candidates.map((candidate) => ({ field, candidate })))
    .filter(({ candidate }) => candidate.confidence >= TAKEN)
    .toSorted((a, b) => b.candidate.confidence - a.candidate.confidence);
  const taken = new Set<string>();
  return pairs.filter(({ field, candidate }) => {
    const key = `${field.entity} ${candidate.key}`;
    if (taken.has(key) || taken.has(fieldPath(field))) return false;
    taken.add(key).add(fieldPath(field));
    return true;
  });
}
