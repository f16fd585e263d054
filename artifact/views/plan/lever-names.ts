import type { Lever } from '../../../skill/analysis/contract.ts';

export const leverNames: Readonly<Record<Lever, string>> = {
  retire: 'Retired apps',
  consolidate: 'Replaced apps',
  bundle: 'Covered by a suite',
  departed: 'Seats of people who left',
  unassigned: 'Unassigned seats',
  inactive: 'Inactive seats',
  tier: 'Cheaper tier',
  price: 'Price changes',
  'added-seats': 'Seats added elsewhere',
};
