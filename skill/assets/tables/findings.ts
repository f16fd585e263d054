import { findingTypes, type FindingType, informingTypes, planTypes } from '../../analysis/contract.ts';
import { findingFormulas } from '../../analysis/facts.ts';
import { markdownTable } from '../../report/texts.ts';
import { defaultMapping } from './default-mapping.ts';

const { thresholds } = defaultMapping;

/** When a finding is raised; every type of the engine has its line, and thresholds are the schema's own. */
const raised: Readonly<Record<FindingType, string>> = {
  unassigned: 'Purchased seats that nobody holds.',
  departed: 'Seats held by people who were offboarded or deleted in the identity source.',
  inactive: `Seats without use for more than ${thresholds.inactiveDays} days; where counts only are read, Torii's own count.`,
  downgrade: 'Seats that a lower tier may serve.',
  'over-assigned': 'More seats assigned than purchased: a liability, never a saving.',
  overlap: `Paid apps of one category; confirmed where ${thresholds.overlapContainment * 100} % of the smaller app's people use both, else without money.`,
  'bundle-covered': 'Paid for apart although a paid suite of the mapping includes it.',
  'unsanctioned-paid': 'Paid for in an unsanctioned state.',
  'bought-outside-contract': 'Costs known from expenses alone, with no contract in force.',
  'no-owner': 'Costs money or has a contract in force, and has no owner.',
  'owner-departed': 'The owner of the app or contract has left.',
  'notice-missed': 'The notice deadline of a contract that auto-renews has passed.',
  'notice-near': `The notice deadline of a contract that auto-renews, or may, is within ${thresholds.noticeNearDays} days.`,
  'no-date': 'A contract in force that may renew has no known notice deadline.',
  'price-outlier': `Contracts of one app whose prices of a seat differ ${thresholds.priceOutlierRatio} times or more.`,
  'spend-variance': `Contract value and 12-month spend differ by ${thresholds.spendVariancePercent} % or more.`,
  'closed-but-paid': 'Paid for in a closed state.',
  'hidden-but-paid': 'Hidden in Torii and paid for.',
  'ended-with-spend': 'All contracts have ended and spend is recorded.',
  'stale-usage': `The newest usage record of the app is older than ${thresholds.staleUsageDays} days.`,
  'unmapped-state': 'A state that the mapping does not explain.',
  'duplicate-suspect':
    'Two apps with one domain or one vendor and name, or two contracts of the same period and amount.',
  'zone-shifted-dates':
    'Dates of contracts are recorded as the midnight of another place, and are read as the day that begins there.',
  'possible-renewal':
    'A contract starts near the end of another and may be its renewal; both count until somebody says.',
  'invalid-value': 'A value that cannot be read.',
  'seats-disagree':
    'Contracts, license lines, their summary and the people read count the seats of an app differently.',
  'contradictory-usage':
    'Accounts of people who have left by one record and are there by another, or were seen lately.',
};

export function findingsTable(): string[] {
  const rows = findingTypes.map((type) => [
    `\`${type}\``,
    raised[type],
    findingFormulas[type],
    queueOf(type),
  ]);
  return markdownTable(['Type', 'Raised when', 'Amount on its own', 'Queue'], rows);
}

function queueOf(type: FindingType): string {
  if (informingTypes.has(type)) return 'info';
  return planTypes.has(type) ? 'plan, else review' : 'review';
}
