/**
 * Binds a mapping to the records of one reading: names become keys, units become money forms, and
 * each field learns what its absence means. Done once, so that a row costs only look-ups.
 */
import type { JsonObject, JsonValue } from '../../torii/json.ts';
import type { FieldEntity, TenantRecords } from '../../torii/read.ts';
import { fieldKey, isCarried } from '../base/field-key.ts';
import { words } from '../base/fold.ts';
import type { TenantMapping } from '../base/mapping.ts';
import { normalizeText } from '../base/plain-text.ts';
import { dateFormatOf } from './date-format.ts';
import { unitInName } from './read-span.ts';
import { SharedValues } from './shared-values.ts';
import { statusTable } from './contract-status.ts';
import { missing } from '../base/value.ts';
import type { BoundField, BoundMapping, BoundView } from './bound.ts';
import { withLocalDays } from './zone-shift.ts';

export type RecordsToBind = Pick<TenantRecords, 'apps' | 'contracts' | 'users' | 'transactions' | 'fields'>;

interface MappedField {
  readonly key: string;
  readonly unit?: 'minor' | 'major';
  readonly period?: keyof typeof perYear | undefined;
  readonly format?: string | undefined;
  readonly values?: Readonly<Record<string, JsonValue>> | undefined;
}

const perYear = { year: 1, quarter: 4, month: 12 } as const;

export function bindMapping(mapping: TenantMapping, records: RecordsToBind): BoundMapping {
  return {
    currency: mapping.tenant.currency,
    app: bindFields(mapping.fields.app, 'app', records),
    contract: withLocalDays(bindFields(mapping.fields.contract, 'contract', records), records.contracts),
    view: bindView(mapping.organizationalView, records),
    states: mapping.states,
    stateClasses: new Map(),
    contractStatuses: statusTable(mapping.contractStatuses),
    sourceKinds: new Map(),
    shared: new SharedValues(),
  };
}

function bindFields<Field extends string>(
  fields: { readonly [Name in Field]?: MappedField | undefined },
  entity: 'app' | 'contract',
  records: RecordsToBind,
): { [Name in Field]?: BoundField } {
  const bound: { [Name in Field]?: BoundField } = {};
  for (const name in fields) {
    const field = fields[name];
    if (field) bound[name] = bindField(field, entity, records, null);
  }
  return bound;
}

function bindField(
  field: MappedField,
  entity: FieldEntity | 'transaction',
  records: RecordsToBind,
  sourceIdApp: number | null,
): BoundField {
  const rows = rowsOf(records, entity);
  const key = fieldKey(field.key, entity, records.fields, rows, sourceIdApp);
  const hidden = rows.length > 0 && !isCarried(rows, key);
  return {
    key,
    without: missing(hidden ? 'hidden-by-role' : 'absent'),
    money: {
      unit: field.unit ?? null,
      times: perYear[field.period ?? 'year'],
      mayBeNegative: false,
    },
    day: { format: field.format === undefined ? null : dateFormatOf(field.format), midnights: [] },
    spanUnit: unitInName(words(key)) ?? unitInName(labelOf(key, entity, records)),
    meanings: field.values === undefined ? null : meaningsOf(field.values),
  };
}

function labelOf(key: string, entity: FieldEntity | 'transaction', { fields }: RecordsToBind): string {
  return fields.find((field) => field.entity === entity && field.key === key)?.label ?? '';
}

/** Spelling, case and accents are folded as in the records. */
function meaningsOf(values: Readonly<Record<string, JsonValue>>): ReadonlyMap<string, JsonValue> {
  return new Map(Object.entries(values).map(([word, meant]) => [normalizeText(word), meant]));
}

function bindView(view: TenantMapping['organizationalView'], records: RecordsToBind): BoundView | null {
  if (view === null) return null;
  const bound = bindField({ key: view.key }, view.entity, records, view.sourceIdApp);
  return {
    ...bound,
    entity: view.entity,
    names: new Map(Object.entries(view.values).map(([word, name]) => [normalizeText(word), name])),
  };
}

function rowsOf(records: RecordsToBind, entity: FieldEntity | 'transaction'): readonly JsonObject[] {
  if (entity === 'app') return records.apps;
  if (entity === 'contract') return records.contracts;
  return entity === 'user' ? records.users : records.transactions;
}
