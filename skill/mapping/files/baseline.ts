/**
 * The aggregates of the last analysis, without people: `baseline.json` of the tenant pack, so that
 * the next run can say what changed. Amounts are decimal text in the tenant currency, major units.
 */
import * as z from 'zod/mini';
import { count, currency, decimal, id, isoDate, text } from '../base/formats.ts';
import { FILE_VERSION } from '../base/file-version.ts';
import type { Problem } from '../base/problem.ts';
import { checkFile } from './checked.ts';

const amount = z.nullable(decimal);

const totals = z.strictObject({
  baselineAnnual: decimal,
  projectedAnnual: decimal,
  hardSavingAnnual: decimal,
  decidableAnnual: decimal,
  lockedAnnual: decimal,
  exitUnknownAnnual: decimal,
  avoidanceAnnual: decimal,
  oneTime: decimal,
  liabilityAnnual: decimal,
  wasteAnnual: decimal,
  unknownSeatValueAnnual: decimal,
  apps: count,
  pricedApps: count,
  unpricedApps: count,
  hiddenApps: count,
  partial: z.boolean(),
});

const app = z.strictObject({
  id,
  name: z.string(),
  stateClass: z.enum(['sanctioned', 'pending', 'unsanctioned', 'closing', 'closed', 'hidden', 'unmapped']),
  costAnnual: amount,
  costBasis: z.enum(['contract', 'licences', 'expenses', 'none']),
  purchased: z.nullable(count),
});

const renewal = z.strictObject({
  contractId: id,
  appId: z.nullable(id),
  name: z.string(),
  termEnd: z.nullable(isoDate),
  deadline: z.nullable(isoDate),
  annualValue: amount,
});

const finding = z.strictObject({ id: text, appId: z.nullable(id), amount });

export const baselineSchema = z.strictObject({
  $schema: z.optional(z.string()),
  schemaVersion: z.literal(FILE_VERSION),
  tenant: text,
  asOf: isoDate,
  currency,
  /** Hash of the inputs that gave these aggregates. */
  inputs: text,
  totals,
  apps: z.array(app),
  renewals: z.array(renewal),
  findings: z.array(finding),
});

export type Baseline = z.output<typeof baselineSchema>;

export type ParsedBaseline =
  | { readonly ok: true; readonly baseline: Baseline }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function parseBaseline(json: unknown): ParsedBaseline {
  const otherRemedy = 'Leave it out: the next run starts a new comparison. Or: ';
  const checked = checkFile(baselineSchema, json, { name: 'baseline', otherRemedy });
  return checked.ok ? { ok: true, baseline: checked.value } : checked;
}
