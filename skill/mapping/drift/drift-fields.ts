import type { JsonValue } from '../../torii/json.ts';
import type { TenantRecords } from '../../torii/read.ts';
import { candidateOf, hasForm, rankCandidates, type Candidate } from '../discovery/candidates.ts';
import { canonicalFields, fieldPath, type CanonicalField } from '../base/canonical-fields.ts';
import type { DriftItem } from './drift-item.ts';
import { fieldKey } from '../base/field-key.ts';
import { words } from '../base/fold.ts';
import { profileKeys, type KeyProfile } from '../discovery/key-profile.ts';
import type { TenantMapping } from '../base/mapping.ts';
import { bindMapping } from '../values/bind.ts';
import type { BoundField, BoundMapping } from '../values/bound.ts';
import { readInForm } from '../values/read-field.ts';

/** Fewer readable values than this share, and the field has changed its form. */
const READABLE = 0.5;
/** Another key must be surer by this much before it is worth a person's time. */
const AHEAD = 0.2;

/** Mapped fields, and the Organizational View, against the keys that the tenant has now. */
export function fieldDrift(mapping: TenantMapping, records: TenantRecords): DriftItem[] {
  const app = profileKeys('app', records.apps, records.fields);
  const contract = profileKeys('contract', records.contracts, records.fields);
  const bound = bindMapping(mapping, records);
  const drift = canonicalFields.flatMap((field) => {
    const mapped = mappedKey(mapping, field);
    const profiles = field.entity === 'app' ? app : contract;
    const rows = field.entity === 'app' ? records.apps : records.contracts;
    if (rows.length === 0 && profiles.length === 0) return [];
    if (mapped === null) return newlyFound(field, profiles, usedKeys(mapping, field.entity));
    const key = fieldKey(mapped, field.entity, records.fields, rows);
    return driftOfField(field, key, profiles, usedKeys(mapping, field.entity), readerOf(field, bound));
  });
  return [...drift, ...viewDrift(mapping, records)];
}

function mappedKey(mapping: TenantMapping, { entity, field }: CanonicalField): string | null {
  const fields: Readonly<Record<string, { key: string } | undefined>> = mapping.fields[entity];
  return fields[field]?.key ?? null;
}

function usedKeys(mapping: TenantMapping, entity: 'app' | 'contract'): ReadonlySet<string> {
  return new Set(Object.values(mapping.fields[entity]).map(({ key }) => key));
}

function driftOfField(
  field: CanonicalField,
  key: string,
  profiles: readonly KeyProfile[],
  used: ReadonlySet<string>,
  isReadable: (value: JsonValue) => boolean,
): DriftItem[] {
  const profile = profiles.find((entry) => entry.key === key);
  const others = rankCandidates(field, profiles).filter((entry) => !used.has(entry.key));
  if (profile === undefined) return [vanished(fieldPath(field), key, profiles, others[0])];
  const retyped = retypedAs(field, profile, isReadable);
  if (retyped !== null) return [retyped];
  return better(field, profile, others[0]);
}

function vanished(
  path: string,
  key: string,
  profiles: readonly KeyProfile[],
  other: Candidate | undefined,
): DriftItem {
  const twin = profiles.find((entry) => sameName(entry, key));
  const next = twin?.key ?? other?.key;
  return {
    kind: twin ? 'renamed' : 'vanished',
    severity: 'broken',
    path,
    message: twin
      ? `"${key}" is gone; "${twin.key}" has the same name.`
      : `"${key}" is gone: neither a record nor a field definition has it.`,
    remedy:
      next === undefined
        ? `Remove ${path}, or name another key.`
        : `Set "key" to "${next}", then approve again.`,
  };
}

/** The same words once prefixes and running numbers are gone: `c_notice_1` and `c_notice_7`. */
function sameName({ key, label }: KeyProfile, name: string): boolean {
  const wanted = words(name);
  return wanted !== '' && (words(key) === wanted || words(label) === wanted);
}

/** Reads a value as the mapping says; the unit of money is settled elsewhere. */
function readerOf(
  { entity, field, form }: CanonicalField,
  bound: BoundMapping,
): (value: JsonValue) => boolean {
  const fields: Readonly<Record<string, BoundField | undefined>> = bound[entity];
  const own = fields[field];
  if (own === undefined) return (value) => hasForm(value, form);
  const inUnit = { ...own, money: { ...own.money, unit: own.money.unit ?? 'major' } } as const;
  return (value) => readInForm({ [own.key]: value }, inUnit, form, bound.currency).kind !== 'invalid';
}

function retypedAs(
  field: CanonicalField,
  { key, type, filled }: KeyProfile,
  isReadable: (value: JsonValue) => boolean,
): DriftItem | null {
  const readable = filled.filter(isReadable).length;
  if (filled.length === 0 || readable / filled.length >= READABLE) return null;
  const typed = type === null ? '' : ` Torii types it as ${type}.`;
  return {
    kind: 'retyped',
    severity: 'broken',
    path: fieldPath(field),
    message: `Only ${readable} of ${filled.length} values of "${key}" can still be read.${typed}`,
    remedy: 'Look at a few records, then map the key that holds the value now.',
  };
}

function better(field: CanonicalField, profile: KeyProfile, other: Candidate | undefined): DriftItem[] {
  const now = candidateOf(field, profile);
  if (other === undefined || now === null || other.confidence < now.confidence + AHEAD) return [];
  return [
    {
      kind: 'better',
      severity: 'check',
      path: fieldPath(field),
      message: `"${other.key}" fits better than "${profile.key}": ${other.evidence.join(' ')}`,
      remedy: `If that is right, set "key" to "${other.key}" and approve again.`,
    },
  ];
}

/** A field that the mapping leaves open, and that now has a candidate with values. */
function newlyFound(
  field: CanonicalField,
  profiles: readonly KeyProfile[],
  used: ReadonlySet<string>,
): DriftItem[] {
  const [best] = rankCandidates(field, profiles).filter((entry) => !used.has(entry.key) && entry.fill > 0);
  if (best === undefined || best.confidence < 0.7) return [];
  return [
    {
      kind: 'better',
      severity: 'note',
      path: fieldPath(field),
      message: `Not mapped, though "${best.key}" would fit: ${best.evidence.join(' ')}`,
      remedy: `Add it with "key": "${best.key}" if that is right.`,
    },
  ];
}

function viewDrift({ organizationalView: view }: TenantMapping, records: TenantRecords): DriftItem[] {
  if (view === null) return [];
  const rows = {
    app: records.apps,
    contract: records.contracts,
    transaction: records.transactions,
    user: records.users,
  }[view.entity];
  const profiles = profileKeys(view.entity, rows, records.fields);
  const key = fieldKey(view.key, view.entity, records.fields, rows, view.sourceIdApp);
  if (profiles.length === 0 || profiles.some((profile) => profile.key === key)) return [];
  return [vanished('organizationalView', key, profiles, undefined)];
}
