/**
 * One run in small: a file of `history/` in the tenant pack, so that page and digest can show time.
 *
 * Totals, open decisions, the largest apps, how complete the reading was, and whether the mapping was a draft.
 * No people. At most 10 kB: the smallest of the largest apps give way first.
 */
import * as z from 'zod/mini';
import { appFields, pickFields, seatFields, totalsFields } from '../../analysis/contract.ts';
import {
  checkFile,
  countSchema,
  currency,
  decimalSchema,
  FILE_VERSION,
  isoDate,
  textSchema,
} from '../../mapping/tenant-files.ts';
import type { Problem } from '../../mapping/mapping.ts';
import { fittedJson } from '../base/fitted-json.ts';
import { fieldSchema, recordSchema } from '../snapshot/field-schema.ts';
import { completenessSchema } from '../snapshot/snapshot.ts';

export const RUN_KIND = 'saas-rationalization-run';

const { source, status, rows, total } = completenessSchema.shape;

const { costComplete } = appFields;

const app = recordSchema({
  ...pickFields(appFields, 'id', 'name', 'costAnnual', 'costComplete'),
  purchased: { ...seatFields.purchased, nullable: true },
});

/** What was still to be decided: an app or a contract, as the inbox names it. */
const decision = z.strictObject({
  id: textSchema,
  name: z.string(),
  by: z.nullable(isoDate),
  /** A year; null where nothing is to be saved by it. */
  saves: z.nullable(decimalSchema),
});

export const runSchema = z.strictObject({
  $schema: z.optional(z.string()),
  kind: z.literal(RUN_KIND),
  schemaVersion: z.literal(FILE_VERSION),
  tenant: textSchema,
  asOf: isoDate,
  currency,
  /** Hash of the inputs that gave these aggregates. */
  inputs: textSchema,
  draft: z.boolean(),
  completeness: z.array(z.strictObject({ source, status, rows, total })),
  totals: recordSchema(totalsFields),
  /** Whether the baseline is the whole, or at least or at most that. */
  baselineComplete: fieldSchema(costComplete),
  /** What contracts cost less than in the run before, a year; null where there was none to compare with. */
  verifiedAnnual: z.nullable(decimalSchema),
  /** How many there were; the list holds the first of them. */
  open: countSchema,
  decisions: z.array(decision),
  /** The largest by cost, no more than fit. */
  apps: z.array(app),
});

/** The totals of one run and what belongs to them. */
export type PastRun = z.output<typeof runSchema>;

export type ParsedRun =
  | { readonly ok: true; readonly run: PastRun }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function parseRun(json: unknown): ParsedRun {
  const checked = checkFile(runSchema, json, { name: 'run', otherRemedy: 'Leave it out. Or: ' });
  return checked.ok ? { ok: true, run: checked.value } : checked;
}

/** Largest file of `history/`. */
export const RUN_BYTES = 10_000;

/** A run as a file, with as many apps and decisions as have room. */
export function runText(run: PastRun): string {
  const text = textOf(run);
  const { apps, decisions } = run;
  const isOver = new TextEncoder().encode(text).length > RUN_BYTES;
  if (!isOver || apps.length + decisions.length === 0) return text;
  return apps.length > decisions.length
    ? runText({ ...run, apps: apps.slice(0, -1) })
    : runText({ ...run, decisions: decisions.slice(0, -1) });
}

function textOf(run: PastRun): string {
  return `${fittedJson({ $schema: 'urn:saas-rationalization-dashboard:run:1', ...run })}\n`;
}

/** Name of its file: a second run of a day takes the place of the first. */
export function runName({ asOf }: Pick<PastRun, 'asOf'>): string {
  return `${asOf}.json`;
}
