/** What people call the fields of a record of Torii: no sentence shows the name that a field has in the mapping. */
import type { Contract, LicenseLine, Licenses } from '../../mapping/portfolio.ts';
import type { readAppFields, readContractFields, readLicenseFields } from './unreadable.ts';

type AppField = (typeof readAppFields)[number];
type ContractField = (typeof readContractFields)[number] & keyof Contract;
type LicenseField = (typeof readLicenseFields)[number] & keyof Licenses & keyof LicenseLine;

const words: Readonly<Record<AppField | ContractField | `licenses.${LicenseField}`, string>> = {
  state: 'the state',
  category: 'the category',
  vendor: 'the vendor',
  spend12m: 'the spend of a year',
  activeUsers: 'the number of active users',
  lastUsedAt: 'the last use',
  usageSource: 'the source of usage data',
  licenses: 'the licenses',
  'licenses.purchased': 'the purchased seats',
  'licenses.active': 'the active seats',
  'licenses.inactive': 'the inactive seats',
  'licenses.unassigned': 'the unassigned seats',
  'licenses.annualCost': 'the annual cost of a license',
  status: 'the status',
  owner: 'the owner',
  termStart: 'the start of the term',
  termEnd: 'the end of the term',
  noticeDays: 'the notice period',
  cancelBy: 'the cancellation deadline',
  autoRenew: 'whether it renews by itself',
  renewalTermMonths: 'the renewal term',
  annualValue: 'the annual value',
  totalValue: 'the total value',
  seats: 'the seats',
  commitSeats: 'the committed seats',
  unitPrice: 'the price of a seat',
};

const all: Readonly<Record<string, string>> = words;

/** With its article, to stand in a sentence: "the end of the term". */
export function fieldWords(field: string): string {
  return Object.hasOwn(all, field) ? (all[field] ?? 'a field') : 'a field';
}
