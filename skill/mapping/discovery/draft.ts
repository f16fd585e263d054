/**
 * Drafts a mapping from one reading of a tenant, with or without field definitions: what a page needs
 * to go on. Out: a mapping that checks, and the ranked candidates with their evidence. Nothing is
 * certain until a person approves; nothing fails on an odd tenant.
 */
import type { JsonObject } from '../../torii/json.ts';
import type { TenantRecords } from '../../torii/read.ts';
import type { Candidate } from './candidates.ts';
import { fieldPath, type CanonicalField } from '../base/canonical-fields.ts';
import { chooseKeys, rankAll, type ChosenField } from './choose-keys.ts';
import { currencyCode } from '../base/currency.ts';
import { draftMoney } from './draft-money.ts';
import type { TenantMapping } from '../base/mapping.ts';
import { readMapping } from '../files/mapping-file.ts';
import type { UnitVerdict } from './money-unit.ts';
import { costPeriod, pricePeriod } from '../base/price-period.ts';
import { tenantCurrency, tenantName } from '../files/tenant-facts.ts';
import { provenFormat } from './proven-format.ts';
import { spendWindow } from './spend-window.ts';
import { viewCandidates, viewValue, type ViewCandidate } from './view-candidates.ts';

export interface Candidates {
  /** Best first, by path of the mapping, such as `fields.contract.noticeDays`. */
  readonly fields: Readonly<Record<string, readonly Candidate[]>>;
  readonly views: readonly ViewCandidate[];
  /** Why each mapped money field is read in its unit, by path. */
  readonly units: Readonly<Record<string, UnitVerdict>>;
}

export interface DraftedMapping {
  readonly mapping: TenantMapping;
  readonly candidates: Candidates;
}

/** Below this a candidate is listed but not taken into the draft. */
const VIEW_TAKEN = 0.4;

export function draftOf(
  records: TenantRecords,
  tenant: { readonly name?: string; readonly currency?: string } = {},
): DraftedMapping {
  const currency = currencyCode(tenant.currency) ?? tenantCurrency(records);
  const ranked = rankAll(records);
  const chosen = chooseKeys(ranked);
  const views = viewCandidates(
    records,
    new Set(chosen.map(({ field, candidate }) => `${field.entity} ${candidate.key}`)),
  );
  const units = draftMoney(chosen, records, currency);
  const view = views[0];
  const mapping = wholeMapping({
    schemaVersion: 1,
    tenant: { name: tenant.name?.trim() || tenantName(records), currency },
    status: 'draft',
    organizationalView: view && view.confidence >= VIEW_TAKEN ? viewValue(view) : null,
    fields: {
      app: fieldsOf('app', chosen, units, records.apps),
      contract: fieldsOf('contract', chosen, units, records.contracts),
    },
  });
  const fields = Object.fromEntries(ranked.map(({ field, candidates }) => [fieldPath(field), candidates]));
  return { mapping, candidates: { fields, views, units: Object.fromEntries(units) } };
}

/** An invalid draft is a bug. */
function wholeMapping(draft: JsonObject): TenantMapping {
  const read = readMapping(draft);
  if (!read.ok) throw new Error(`The draft does not check: ${read.problems[0]?.message}`);
  return read.value;
}

function fieldsOf(
  entity: CanonicalField['entity'],
  chosen: readonly ChosenField[],
  units: ReadonlyMap<string, UnitVerdict>,
  rows: readonly JsonObject[],
): JsonObject {
  const fields: JsonObject = {};
  for (const { field, candidate } of chosen) {
    if (field.entity === entity) {
      fields[field.field] = fieldOf(field, candidate, units.get(fieldPath(field)), rows);
    }
  }
  return fields;
}

function formatOf({ form }: CanonicalField, key: string, rows: readonly JsonObject[]): JsonObject {
  const format = form === 'day' ? provenFormat(rows, key) : null;
  return format === null ? {} : { format };
}

function fieldOf(
  field: CanonicalField,
  candidate: Candidate,
  unit: UnitVerdict | undefined,
  rows: readonly JsonObject[],
): JsonObject {
  if (unit === undefined) return { key: candidate.key, ...formatOf(field, candidate.key, rows) };
  const money = { key: candidate.key, unit: unit.unit, confirmed: unit.confirmed };
  if (field.field === 'unitPrice') return { ...money, period: pricePeriod(candidate) };
  if (field.field === 'spend12m') return { ...money, window: spendWindow(candidate) };
  const period = field.field === 'annualValue' ? costPeriod(candidate) : 'year';
  return period === 'year' ? money : { ...money, period };
}
