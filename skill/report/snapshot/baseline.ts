/**
 * The aggregates of the last analysis, without people: `baseline.json` of the tenant pack, so that
 * the next run can say what changed. Amounts are decimal text in the tenant currency, major units.
 */
import * as z from 'zod/mini';
import {
  appFields,
  findingFields,
  pickFields,
  renewalFields,
  seatFields,
  totalsFields,
} from '../../analysis/contract.ts';
import type { Problem } from '../../mapping/mapping.ts';
import { FILE_VERSION, otherVersion, schemaProblems } from '../../mapping/tenant-files.ts';
import { fieldSchema, recordSchema } from './field-schema.ts';

const text = z.string().check(z.minLength(1));

const app = recordSchema({
  ...pickFields(appFields, 'id', 'name', 'stateClass', 'costAnnual', 'costBasis'),
  purchased: { ...seatFields.purchased, nullable: true },
});
const renewal = recordSchema(
  pickFields(renewalFields, 'contractId', 'appId', 'name', 'termEnd', 'deadline', 'annualValue'),
);
const { appId, amount } = findingFields;
const finding = z.strictObject({ id: text, appId: fieldSchema(appId), amount: fieldSchema(amount) });

export const baselineSchema = z.strictObject({
  $schema: z.optional(z.string()),
  schemaVersion: z.literal(FILE_VERSION),
  tenant: text,
  asOf: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-11-22')),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, 'an ISO 4217 code such as USD')),
  /** Hash of the inputs that gave these aggregates. */
  inputs: text,
  totals: recordSchema(totalsFields),
  apps: z.array(app),
  renewals: z.array(renewal),
  findings: z.array(finding),
});

export type Baseline = z.output<typeof baselineSchema>;

export type ParsedBaseline =
  | { readonly ok: true; readonly baseline: Baseline }
  | { readonly ok: false; readonly problems: Problem[] };

export function parseBaseline(json: unknown): ParsedBaseline {
  const other = otherVersion(json, 'baseline', 'Leave it out: the next run starts a new comparison. Or: ');
  if (other !== null) return { ok: false, problems: [other] };
  const parsed = baselineSchema.safeParse(json);
  return parsed.success
    ? { ok: true, baseline: parsed.data }
    : { ok: false, problems: schemaProblems(parsed.error, baselineSchema, json) };
}
