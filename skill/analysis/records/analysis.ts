/** An analysis as a whole, made of the tables of its records. */
import { appFields } from './app.ts';
import { completeValues } from './cost.ts';
import type { FieldTable } from './field.ts';
import { findingFields } from './finding.ts';
import { ledgerRowFields } from './ledger-row.ts';
import { decisionFields, planEditFields, planEntryFields } from './plan.ts';
import { renewalFields } from './renewal.ts';
import { totalsFields } from './totals.ts';
import {
  key,
  text,
  prose,
  date,
  count,
  share,
  flag,
  yearly,
  maybeDate,
  oneOf,
  listOf,
  recordOf,
} from './rows.ts';

export const depthFields = {
  basis: { ...oneOf(['aggregate', 'users']), fact: false },
  apps: { ...count, how: 'Apps whose seats rest on user rows.' },
  /** Share of the baseline that those apps carry, 0 to 1. */
  costShare: {
    ...share,
    label: 'share of the baseline judged by user rows',
    how: 'Baseline of the apps judged from their user rows ÷ baseline.',
  },
} as const satisfies FieldTable;

/** One value of the Organizational View. */
export const sliceFields = {
  value: text,
  baselineAnnual: { ...yearly, label: 'own part of the cost' },
  /** Of apps with several slices the part of the others is in it too, so slices never add up by this. */
  wholeAnnual: {
    ...yearly,
    label: 'whole cost of its apps',
    how: 'Annual cost of the apps with a part in it, each whole.',
  },
  apps: { ...count, how: 'Apps with a part in it.' },
  sharedApps: { ...count, how: 'Apps of which another slice has a part too.' },
  unpricedApps: { ...count, how: 'Apps with a part in it whose cost is not known.' },
  costComplete: { ...oneOf(completeValues), fact: false },
} as const satisfies FieldTable;

const mappingFields = {
  tenant: text,
  status: oneOf(['draft', 'approved']),
  approvedAt: maybeDate,
} as const satisfies FieldTable;

const inputFields = {
  hash: key,
  mapping: recordOf(mappingFields),
  config: { kind: 'described', as: 'config' },
  edits: listOf(planEditFields),
  decisions: listOf(decisionFields),
  /** The one value of the Organizational View that this is narrowed to; absent where it is the whole. */
  view: { ...text, optional: true },
} as const satisfies FieldTable;

const checkFields = {
  check: text,
  ok: flag,
  detail: prose,
} as const satisfies FieldTable;

export const analysisFields = {
  schemaVersion: { kind: 'literal', value: 1 },
  engine: recordOf({ name: text, version: text }),
  asOf: date,
  currency: text,
  depth: recordOf(depthFields),
  inputs: recordOf(inputFields),
  completeness: { kind: 'list', of: { kind: 'described', as: 'completeness' } },
  totals: recordOf(totalsFields),
  apps: listOf(appFields),
  renewals: listOf(renewalFields),
  findings: listOf(findingFields),
  plan: listOf(planEntryFields),
  ledger: listOf(ledgerRowFields),
  slices: listOf(sliceFields),
  selfAudit: listOf(checkFields),
} as const satisfies FieldTable;
