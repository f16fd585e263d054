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
import { checkFile, currency, FILE_VERSION, isoDate, textSchema } from '../../mapping/tenant-files.ts';
import { fieldSchema, recordSchema } from './field-schema.ts';

const app = recordSchema({
  ...pickFields(appFields, 'id', 'name', 'stateClass', 'costAnnual', 'costBasis', 'costComplete'),
  purchased: { ...seatFields.purchased, nullable: true },
});
const renewal = recordSchema(
  pickFields(renewalFields, 'contractId', 'appId', 'name', 'termEnd', 'deadline', 'annualValue'),
);
const { appId, amount } = findingFields;
const finding = z.strictObject({ id: textSchema, appId: fieldSchema(appId), amount: fieldSchema(amount) });

export const baselineSchema = z.strictObject({
  $schema: z.optional(z.string()),
  schemaVersion: z.literal(FILE_VERSION),
  tenant: textSchema,
  asOf: isoDate,
  currency,
  /** Hash of the inputs that gave these aggregates. */
  inputs: textSchema,
  totals: recordSchema(totalsFields),
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
