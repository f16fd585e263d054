/**
 * The published shape of an analysis (`report --format json`): source of its JSON Schema.
 * Amounts are decimal strings in major units of the tenant currency, dates ISO calendar dates.
 */
import * as z from 'zod/mini';
import { effects, findingTypes, levers, type AnalysisJson } from '../../analysis/contract.ts';
import { mappingSchema } from '../../mapping/mapping.ts';
import { contractClasses } from '../../mapping/portfolio.ts';
import { completenessSchema } from './snapshot.ts';

const amount = z.string().check(z.regex(/^-?\d+(\.\d+)?$/, 'a decimal number in quotes'));
const date = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-11-22'));
const id = z.number().check(z.int());
const count = z.number().check(z.int(), z.gte(0));
const share = z.number().check(z.gte(0), z.lte(1));
const text = z.nullable(z.string());
const maybeAmount = z.nullable(amount);
const maybeDate = z.nullable(date);
const texts = z.array(z.string());

const verdict = z.enum(['accepted', 'rejected', 'accepted-risk', 'snoozed']);
const confidence = z.enum(['high', 'medium', 'low']);
const action = z.enum(['keep', 'retire', 'replaceBy']);
const stateClass = z.enum([
  'sanctioned',
  'pending',
  'unsanctioned',
  'closing',
  'closed',
  'hidden',
  'unmapped',
]);
const bucket = z.enum([
  'missed',
  '0-30',
  '31-60',
  '61-90',
  '91-120',
  'later',
  'rolling',
  'ends',
  'no-date',
  'ended',
  'superseded',
]);

const seats = z.strictObject({
  basis: z.enum(['summary', 'users']),
  purchased: count,
  assigned: count,
  unassigned: count,
  departed: count,
  exempt: count,
  grace: count,
  unknown: count,
  inactive: count,
  lowerTier: count,
  active: count,
  overAssigned: count,
});

const app = z.strictObject({
  id,
  name: z.string(),
  state: text,
  stateClass,
  category: text,
  vendor: text,
  owner: z.nullable(z.strictObject({ id: z.string() })),
  costAnnual: maybeAmount,
  costBasis: z.enum(['contract', 'licences', 'expenses', 'none']),
  native: z.nullable(z.strictObject({ amount, currency: z.string() })),
  expenses12m: maybeAmount,
  activeUsers: z.nullable(count),
  costPerActiveUser: maybeAmount,
  lastUsedAt: maybeDate,
  seats: z.nullable(seats),
  action,
  projectedAnnual: maybeAmount,
  hardSavingAnnual: maybeAmount,
});

const renewal = z.strictObject({
  contractId: id,
  appId: z.nullable(id),
  appName: text,
  name: z.string(),
  status: text,
  termStart: maybeDate,
  termEnd: maybeDate,
  noticeDays: z.nullable(count),
  noticeAssumed: z.boolean(),
  deadline: maybeDate,
  autoRenew: z.nullable(z.boolean()),
  renewalTermMonths: z.nullable(count),
  statusClass: z.enum(contractClasses),
  bucket,
  supersededBy: z.nullable(id),
  duplicateOf: z.nullable(id),
  annualValue: maybeAmount,
  earliestExit: maybeDate,
  ifMissed: z.nullable(
    z.strictObject({ committedUntil: date, committedAmount: maybeAmount, wasteAnnual: maybeAmount }),
  ),
  unreadable: z.array(z.strictObject({ field: z.string(), raw: z.string() })),
  savingAnnual: maybeAmount,
  flags: texts,
});

const finding = z.strictObject({
  id: z.string(),
  type: z.enum(findingTypes),
  appId: z.nullable(id),
  contractId: z.nullable(id),
  amount: maybeAmount,
  low: maybeAmount,
  high: maybeAmount,
  confidence,
  score: share,
  queue: z.enum(['plan', 'review', 'info']),
  evidence: texts,
  against: texts,
  blockers: texts,
  action: z.string(),
  decision: z.nullable(verdict),
});

const planEntry = z.strictObject({
  appId: id,
  action,
  survivorId: z.nullable(id),
  seatTargets: z.array(z.strictObject({ line: z.string(), from: count, to: count })),
  source: z.enum(['rules', 'person']),
});

const ledgerRow = z.strictObject({
  id: z.string(),
  appId: id,
  lever: z.enum(levers),
  seats: z.nullable(count),
  hardAnnual: amount,
  avoidAnnual: amount,
  oneTime: amount,
  effectiveFrom: maybeDate,
  timing: z.enum(['decidable', 'locked', 'exit-unknown']),
  effect: z.enum(effects),
  decideBy: maybeDate,
  next12: amount,
  inYear: amount,
  confidence,
  supersededBy: text,
  findingIds: texts,
  assumptions: texts,
});

const totals = z.strictObject({
  baselineAnnual: amount,
  projectedAnnual: amount,
  hardSavingAnnual: amount,
  decidableAnnual: amount,
  lockedAnnual: amount,
  exitUnknownAnnual: amount,
  byEffect: z.strictObject({
    now: amount,
    within30: amount,
    within90: amount,
    within365: amount,
    later: amount,
    locked: amount,
    unknown: amount,
  }),
  avoidanceAnnual: amount,
  oneTime: amount,
  liabilityAnnual: amount,
  wasteAnnual: amount,
  unknownSeatValueAnnual: amount,
  apps: count,
  pricedApps: count,
  unpricedApps: count,
  hiddenApps: count,
  partial: z.boolean(),
});

const edit = z.strictObject({
  appId: id,
  action,
  survivorId: z.optional(id),
  seatTarget: z.optional(count),
  tierPrice: z.optional(amount),
  pricePercent: z.optional(z.number()),
  projectedAnnual: z.optional(amount),
  oneTime: z.optional(amount),
  by: z.string(),
  at: date,
  note: z.optional(z.string()),
});

const { tenant, organizationalView, thresholds, rightSizing, defaults, rates, suites, exempt, exclude } =
  mappingSchema.shape;
const { status, approval } = mappingSchema.shape;

/** The assumptions the analysis was made with, as the mapping holds them. */
const config = z.strictObject({
  tenant,
  organizationalView,
  thresholds,
  rightSizing,
  defaults,
  rates,
  suites,
  exempt,
  exclude,
  status,
  approval,
  spendWindow: z.enum(['trailing12m', 'fiscalYear', 'unknown']),
  spendConfirmed: z.boolean(),
});

export const analysisSchema = z.strictObject({
  $schema: z.optional(z.string()),
  schemaVersion: z.literal(1),
  engine: z.strictObject({ name: z.string(), version: z.string() }),
  asOf: date,
  currency: z.string(),
  depth: z.strictObject({ basis: z.enum(['aggregate', 'users']), apps: count, costShare: share }),
  inputs: z.strictObject({
    hash: z.string(),
    mapping: z.strictObject({
      tenant: z.string(),
      status: z.enum(['draft', 'approved']),
      approvedAt: maybeDate,
    }),
    config,
    edits: z.array(edit),
    decisions: z.array(z.strictObject({ id: z.string(), verdict, until: z.optional(date) })),
    view: z.optional(z.string()),
  }),
  completeness: z.array(completenessSchema),
  totals,
  apps: z.array(app),
  renewals: z.array(renewal),
  findings: z.array(finding),
  plan: z.array(planEntry),
  ledger: z.array(ledgerRow),
  slices: z.array(z.strictObject({ value: z.string(), baselineAnnual: amount, apps: count })),
  selfAudit: z.array(z.strictObject({ check: z.string(), ok: z.boolean(), detail: z.string() })),
});

/** Fails to compile when the schema and the contract's types drift apart. */
export function asAnalysisJson(parsed: z.output<typeof analysisSchema>): AnalysisJson {
  return parsed;
}
