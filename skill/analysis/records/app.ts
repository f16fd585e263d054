import type { StateClass } from '../../mapping/portfolio.ts';
import type { FieldTable } from './field.ts';
import { completeValues, knownCompleteValues, leftOutFields, unreadable } from './cost.ts';
import { appSeatFields } from './seats.ts';
import {
  id,
  text,
  money,
  maybeText,
  maybeDate,
  maybeCount,
  maybeMoney,
  maybeYearly,
  listOf,
  oneOf,
  recordOf,
} from './rows.ts';

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
  id: { ...id, label: 'app id' },
  name: text,
  state: maybeText,
  stateClass: { ...oneOf(stateClasses), from: ['state'] },
  category: maybeText,
  vendor: maybeText,
  owner: { kind: 'person', nullable: true },
  /** Null = no rule of the table takes it for one. */
  aiRule: {
    ...maybeText,
    label: 'AI tool by',
    how: 'The first rule of the table of AI tools that it meets: by id, category, vendor or name. The mapping can extend the table.',
    from: ['category', 'vendor', 'name'],
  },
  costAnnual: maybeYearly,
  /** In an analysis narrowed to a slice of the Organizational View: what of the cost is the slice's own. */
  partAnnual: {
    ...maybeYearly,
    optional: true,
    label: 'own part of the cost',
    how: 'The part of the annual cost that is allocated to the slice of the Organizational View.',
  },
  costBasis: oneOf(['contract', 'licences', 'expenses', 'none']),
  costComplete: {
    ...oneOf(completeValues),
    label: 'cost is',
    how: 'Whole, unless money of the records it is summed from is left out.',
  },
  /** In an app without a cost whose records hold money all the same: what a sum over this app can be called. */
  unusableMoney: { ...oneOf(knownCompleteValues), optional: true, fact: false },
  /** Contracts in force whose money is not in the cost. */
  leftOut: listOf(leftOutFields),
  unreadable,
  /** The amount in the currency it was recorded in, when that is not the tenant's. */
  native: {
    ...recordOf({ amount: { ...money, currency: 'currency' }, currency: text }),
    nullable: true,
    fact: false,
  },
  expenses12m: { ...maybeMoney, label: '12-month spend' },
  activeUsers: { ...maybeCount, label: 'people with any use' },
  costPerActiveUser: maybeYearly,
  lastUsedAt: { ...maybeDate, label: 'last used', how: 'Newest usage record of the app and of its users.' },
  seats: { ...recordOf(appSeatFields), nullable: true },
  /** Null where no seat has a price. */
  wasteAnnual: {
    ...maybeYearly,
    label: 'cost of idle seats',
    how: '(Unassigned + departed + inactive seats) × price of a seat, line by line.',
  },
  action: { ...oneOf(planActions), how: 'What the plan does with the app.' },
  projectedAnnual: maybeYearly,
  /** Cost − projected: what the ledger rows of the app add up to; null where the cost is unknown. */
  hardSavingAnnual: {
    ...maybeYearly,
    how: 'Cost today − projected cost = sum of what leaves the bill by its ledger rows.',
  },
} as const satisfies FieldTable;
