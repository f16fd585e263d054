import type { Portfolio } from '../../mapping/portfolio.ts';
import type { Analysis } from '../base/contract.ts';
import type { FactAddress } from '../facts/facts.ts';
import type { Derivation } from './explanation.ts';

const rules: Readonly<Record<string, { readonly formula: string; readonly fields: readonly string[] }>> = {
  deadline: {
    formula:
      'The recorded cancellation deadline, moved to the present term, or the term end less the notice period, whichever is earlier; months count on the calendar.',
    fields: ['cancelBy', 'termEnd', 'noticeDays'],
  },
  earliestExit: {
    formula:
      'Term end while the deadline can be met or nothing renews; after a missed deadline, one renewal term later.',
    fields: ['termEnd', 'cancelBy', 'noticeDays', 'autoRenew', 'renewalTermMonths'],
  },
  bucket: {
    formula:
      'Days from the analysis date to the deadline; what does not renew by itself ends, and what another contract renews is superseded when that one starts.',
    fields: ['cancelBy', 'termEnd', 'noticeDays', 'autoRenew', 'status', 'termStart'],
  },
  termEnd: {
    formula:
      'As recorded; an auto-renewing contract past its end is rolled forward by whole terms, counted from its start.',
    fields: ['termStart', 'termEnd', 'autoRenew', 'renewalTermMonths'],
  },
  committedUntil: {
    formula: 'The end of the term that begins when nobody gives notice.',
    fields: ['termStart', 'termEnd', 'renewalTermMonths'],
  },
  committedAmount: {
    formula: 'Annual value × the renewal term in months ÷ 12.',
    fields: ['annualValue', 'totalValue', 'renewalTermMonths'],
  },
  statusClass: { formula: 'What the status means, by the mapping or by its word.', fields: ['status'] },
  noticeDays: { formula: 'As recorded, else the default of the mapping.', fields: ['noticeDays'] },
};

export function explainRenewal(
  { id, field }: FactAddress,
  analysis: Analysis,
  portfolio: Portfolio,
): Derivation {
  const renewal = analysis.renewals.find(({ contractId }) => contractId === Number(id));
  const contract = portfolio.contracts.find((row) => row.id === Number(id));
  if (renewal !== undefined && (field === 'savingAnnual' || field === 'wasteAnnual')) {
    return ofApp(field, renewal, analysis);
  }
  const { formula, fields } =
    field === 'annualValue'
      ? value(contract?.annualValue.kind === 'known')
      : (rules[field] ?? asRecorded(field));
  return {
    formula,
    assumptions: renewal?.flags ?? [],
    from: [],
    sources: [{ source: 'contracts', id: Number(id), fields }],
  };
}

/** Money of the app, of which the contract has a part. */
function ofApp(
  field: 'savingAnnual' | 'wasteAnnual',
  { appId, contractId }: Analysis['renewals'][number],
  { apps }: Analysis,
): Derivation {
  const [of, fact] =
    field === 'savingAnnual' ? ['hard saving', 'hardSavingAnnual'] : ['idle seats', 'seats/idle'];
  return {
    formula: `The app's ${of}; of an app with several contracts, in proportion to their annual values.`,
    assumptions: [],
    from: apps.some(({ id }) => id === appId) ? [`app/${appId}/${fact}`] : [],
    sources: [{ source: 'contracts', id: contractId, fields: ['annualValue'] }],
  };
}

function value(isAnnual: boolean): { readonly formula: string; readonly fields: readonly string[] } {
  return isAnnual
    ? { formula: 'The annual value as recorded.', fields: ['annualValue'] }
    : { formula: 'The total brought to a year.', fields: ['totalValue', 'termStart', 'termEnd'] };
}

function asRecorded(field: string): { readonly formula: string; readonly fields: readonly string[] } {
  return { formula: 'As recorded.', fields: [field === 'appName' ? 'appId' : field] };
}
