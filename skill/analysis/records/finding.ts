import type { FieldTable } from './field.ts';

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
  'invalid-value',
] as const;

export const confidences = ['high', 'medium', 'low'] as const;
export const verdicts = ['accepted', 'rejected', 'accepted-risk', 'snoozed'] as const;

/** Standalone amount: what this finding alone would touch. Never summed. */
const standalone = { kind: 'money', nullable: true } as const;
const keys = { kind: 'list', of: { kind: 'key' } } as const;

export const findingFields = {
  /** `type:subject:rule`; the same finding keeps its id across runs. */
  id: { kind: 'key' },
  type: { kind: 'enum', values: findingTypes },
  appId: { kind: 'id', nullable: true },
  contractId: { kind: 'id', nullable: true },
  amount: standalone,
  low: standalone,
  high: standalone,
  confidence: { kind: 'enum', values: confidences },
  score: { kind: 'share' },
  queue: { kind: 'enum', values: ['plan', 'review', 'info'] },
  evidence: keys,
  against: keys,
  blockers: { kind: 'list', of: { kind: 'prose' } },
  action: { kind: 'prose' },
  /** The decision in force at the analysis date; null = none. */
  decision: { kind: 'enum', values: verdicts, nullable: true, fact: false },
} as const satisfies FieldTable;
