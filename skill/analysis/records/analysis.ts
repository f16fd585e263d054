/** An analysis as a whole, made of the tables of its records. */
import { appFields } from './app.ts';
import type { FieldTable } from './field.ts';
import { findingFields } from './finding.ts';
import { ledgerRowFields } from './ledger-row.ts';
import { decisionFields, planEditFields, planEntryFields } from './plan.ts';
import { renewalFields } from './renewal.ts';
import { totalsFields } from './totals.ts';

export const depthFields = {
  basis: { kind: 'enum', values: ['aggregate', 'users'], fact: false },
  apps: { kind: 'count', how: 'Apps whose seats rest on user rows.' },
  /** Share of the baseline that those apps carry, 0 to 1. */
  costShare: {
    kind: 'share',
    label: 'share of the baseline judged by user rows',
    how: 'Baseline of the apps judged from their user rows ÷ baseline.',
  },
} as const satisfies FieldTable;

/** One value of the Organizational View. */
export const sliceFields = {
  value: { kind: 'text' },
  baselineAnnual: { kind: 'money', per: 'year' },
  apps: { kind: 'count' },
} as const satisfies FieldTable;

const mappingFields = {
  tenant: { kind: 'text' },
  status: { kind: 'enum', values: ['draft', 'approved'] },
  approvedAt: { kind: 'date', nullable: true },
} as const satisfies FieldTable;

const inputFields = {
  hash: { kind: 'key' },
  mapping: { kind: 'record', fields: mappingFields },
  config: { kind: 'described', as: 'config' },
  edits: { kind: 'list', of: { kind: 'record', fields: planEditFields } },
  decisions: { kind: 'list', of: { kind: 'record', fields: decisionFields } },
  /** The one value of the Organizational View that this is narrowed to; absent where it is the whole. */
  view: { kind: 'text', optional: true },
} as const satisfies FieldTable;

const checkFields = {
  check: { kind: 'text' },
  ok: { kind: 'flag' },
  detail: { kind: 'prose' },
} as const satisfies FieldTable;

export const analysisFields = {
  schemaVersion: { kind: 'literal', value: 1 },
  engine: { kind: 'record', fields: { name: { kind: 'text' }, version: { kind: 'text' } } },
  asOf: { kind: 'date' },
  currency: { kind: 'text' },
  depth: { kind: 'record', fields: depthFields },
  inputs: { kind: 'record', fields: inputFields },
  completeness: { kind: 'list', of: { kind: 'described', as: 'completeness' } },
  totals: { kind: 'record', fields: totalsFields },
  apps: { kind: 'list', of: { kind: 'record', fields: appFields } },
  renewals: { kind: 'list', of: { kind: 'record', fields: renewalFields } },
  findings: { kind: 'list', of: { kind: 'record', fields: findingFields } },
  plan: { kind: 'list', of: { kind: 'record', fields: planEntryFields } },
  ledger: { kind: 'list', of: { kind: 'record', fields: ledgerRowFields } },
  slices: { kind: 'list', of: { kind: 'record', fields: sliceFields } },
  selfAudit: { kind: 'list', of: { kind: 'record', fields: checkFields } },
} as const satisfies FieldTable;
