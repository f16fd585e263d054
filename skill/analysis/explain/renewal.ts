import type { Portfolio } from '../../mapping/portfolio.ts';
import type { Analysis } from '../base/contract.ts';
import type { FactAddress } from '../facts/facts.ts';
import type { Derivation } from './explanation.ts';

const rules: Readonly<Record<string, { readonly formula: string; readonly fields: readonly string[] }>> = {
  deadline: {
    formula: 'The recorded cancellation deadline or the term end less the notice days, whichever is earlier.',
    fields: ['cancelBy', 'termEnd', 'noticeDays'],
  },
  earliestExit: {
    formula:
      'Term end while the deadline can be met or nothing renews; after a missed deadline, one renewal term later.',
    fields: ['termEnd', 'cancelBy', 'noticeDays', 'autoRenew', 'renewalTermMonths'],
  },
  bucket: {
    formula: 'Days from the analysis date to the deadline.',
    fields: ['cancelBy', 'termEnd', 'noticeDays'],
  },
  termEnd: {
    formula: 'As recorded; an auto-renewing contract past its end is rolled forward by whole terms.',
    fields: ['termEnd', 'autoRenew', 'renewalTermMonths'],
  },
  noticeDays: { formula: 'As recorded, else the default of the mapping.', fields: ['noticeDays'] },
};

export function explainRenewal(
  { id, field }: FactAddress,
  analysis: Analysis,
  portfolio: Portfolio,
): Derivation {
  const renewal = analysis.renewals.find(({ contractId }) => contractId === Number(id));
  const contract = portfolio.contracts.find((row) => row.id === Number(id));
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

function value(isAnnual: boolean): { readonly formula: string; readonly fields: readonly string[] } {
  return isAnnual
    ? { formula: 'The annual value as recorded.', fields: ['annualValue'] }
    : { formula: 'The total brought to a year.', fields: ['totalValue', 'termStart', 'termEnd'] };
}

function asRecorded(field: string): { readonly formula: string; readonly fields: readonly string[] } {
  return { formula: 'As recorded.', fields: [field === 'appName' ? 'appId' : field] };
}
