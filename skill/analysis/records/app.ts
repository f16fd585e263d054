import type { StateClass } from '../../mapping/portfolio.ts';
import type { FieldTable } from './field.ts';
import { seatFields } from './seats.ts';

export const planActions = ['keep', 'retire', 'replaceBy'] as const;

const stateClasses = [
  'sanctioned',
  'pending',
  'unsanctioned',
  'closing',
  'closed',
  'hidden',
  'unmapped',
] as const satisfies readonly StateClass[];

export const appFields = {
  id: { kind: 'id', label: 'app id' },
  name: { kind: 'text' },
  state: { kind: 'text', nullable: true },
  stateClass: { kind: 'enum', values: stateClasses, from: ['state'] },
  category: { kind: 'text', nullable: true },
  vendor: { kind: 'text', nullable: true },
  owner: { kind: 'person', nullable: true },
  costAnnual: { kind: 'money', per: 'year', nullable: true },
  costBasis: { kind: 'enum', values: ['contract', 'licences', 'expenses', 'none'] },
  /** The amount in the currency it was recorded in, when that is not the tenant's. */
  native: {
    kind: 'record',
    nullable: true,
    fact: false,
    fields: { amount: { kind: 'money', currency: 'currency' }, currency: { kind: 'text' } },
  },
  expenses12m: { kind: 'money', nullable: true, label: '12-month spend' },
  activeUsers: { kind: 'count', nullable: true },
  costPerActiveUser: { kind: 'money', nullable: true },
  lastUsedAt: {
    kind: 'date',
    nullable: true,
    label: 'last used',
    how: 'Newest usage record of the app and of its users.',
  },
  seats: { kind: 'record', nullable: true, fields: seatFields },
  action: { kind: 'enum', values: planActions, how: 'What the plan does with the app.' },
  projectedAnnual: { kind: 'money', per: 'year', nullable: true },
  /** Cost − projected: what the ledger rows of the app add up to; null where the cost is unknown. */
  hardSavingAnnual: {
    kind: 'money',
    per: 'year',
    nullable: true,
    how: 'Cost today − projected cost = sum of the hard savings of its ledger rows.',
  },
} as const satisfies FieldTable;
