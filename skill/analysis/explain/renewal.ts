import type { Portfolio } from '../../mapping/portfolio.ts';
import type { Analysis } from '../base/contract.ts';
import type { FactAddress } from '../facts/facts.ts';
import type { FieldTable } from '../records/field.ts';
import { renewalFields } from '../records/renewal.ts';
import { asRecorded, type Derivation } from './explanation.ts';

export function explainRenewal(
  { id, field }: FactAddress,
  analysis: Analysis,
  portfolio: Portfolio,
): Derivation {
  const renewal = analysis.renewals.find(({ contractId }) => contractId === Number(id));
  const contract = portfolio.contracts.find((row) => row.id === Number(id));
  const { formula, fields } =
    field === 'annualValue' ? value(contract?.annualValue.kind === 'known') : stated(field);
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

function stated(field: string): { readonly formula: string; readonly fields: readonly string[] } {
  const table: FieldTable = renewalFields;
  return { formula: table[field]?.how ?? asRecorded, fields: table[field]?.from ?? [field] };
}
