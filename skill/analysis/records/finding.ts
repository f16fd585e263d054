import type { FieldTable } from './field.ts';
import {
  count,
  key,
  listOf,
  prose,
  share,
  text,
  maybeId,
  maybeMoney,
  oneOf,
  keys,
  sentences,
} from './rows.ts';

export const findingTypes = [
  'unassigned',
  'departed',
  'inactive',
  'downgrade',
  'over-assigned',
  'overlap',
  'bundle-covered',
  'unsanctioned-paid',
  'bought-outside-contract',
  'no-owner',
  'owner-departed',
  'notice-missed',
  'notice-near',
  'no-date',
  'price-outlier',
  'spend-variance',
  'closed-but-paid',
  'hidden-but-paid',
  'ended-with-spend',
  'stale-usage',
  'unmapped-state',
  'duplicate-suspect',
  'possible-renewal',
  'zone-shifted-dates',
  'invalid-value',
  'seats-disagree',
  'contradictory-usage',
] as const;

export const confidences = ['high', 'medium', 'low'] as const;
export const verdicts = ['accepted', 'rejected', 'accepted-risk', 'snoozed'] as const;

/** Standalone amount: what this finding alone would touch. Never summed. */
const standalone = maybeMoney;

/** A figure that a text of the finding holds, and the fact that it is. */
const citeFields = {
  /** The text that holds it: `action`, or `blockers/0` and so on. */
  within: key,
  /** Where it starts in that text, counted in UTF-16 units, as JavaScript does. */
  at: count,
  text,
  fact: key,
} as const satisfies FieldTable;

export const findingFields = {
  /** `type:subject:rule`; the same finding keeps its id across runs. */
  id: key,
  type: oneOf(findingTypes),
  appId: maybeId,
  contractId: maybeId,
  amount: standalone,
  /** How many seats or accounts it is about. */
  seats: { ...count, label: 'seats it is about', optional: true },
  /** How many apps it is about, where it is about a group of them. */
  apps: { ...count, label: 'apps it is about', optional: true },
  low: standalone,
  high: standalone,
  confidence: oneOf(confidences),
  score: share,
  queue: oneOf(['plan', 'review', 'info']),
  evidence: { ...keys, label: 'facts for it' },
  against: { ...keys, label: 'facts against it' },
  blockers: { ...sentences, label: 'blocked by' },
  action: prose,
  /** The figures in these texts; left out where there are none. */
  cites: { ...listOf(citeFields), label: 'facts cited', optional: true },
  /** The decision in force at the analysis date; null = none. */
  decision: { ...oneOf(verdicts), nullable: true, fact: false },
} as const satisfies FieldTable;
