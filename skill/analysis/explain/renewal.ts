import type { Portfolio } from '../../mapping/portfolio.ts';
import type { Analysis } from '../base/contract.ts';
import type { FactAddress } from '../facts/facts.ts';
import type { FieldTable, RecordField } from '../records/field.ts';
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
    from: behind(field, renewal?.appId ?? null, analysis),
    sources: [{ source: 'contracts', id: Number(id), fields }],
  };
}

/** Money of the app, of which the contract has a part. */
function behind(field: string, appId: number | null, { apps }: Analysis): string[] {
  const app = apps.find(({ id }) => id === appId);
  if (app === undefined) return [];
  if (field === 'savingAnnual') return [`app/${app.id}/hardSavingAnnual`];
  return field === 'ifMissed/wasteAnnual' ? [`app/${app.id}/seats/idle`] : [];
}

function value(isAnnual: boolean): { readonly formula: string; readonly fields: readonly string[] } {
  return isAnnual
    ? { formula: 'The annual value as recorded.', fields: ['annualValue'] }
    : { formula: 'The total brought to a year.', fields: ['totalValue', 'termStart', 'termEnd'] };
}

function fieldAt(table: FieldTable, [name = '', ...parts]: readonly string[]): RecordField | undefined {
  const field = Object.hasOwn(table, name) ? table[name] : undefined;
  return field?.kind === 'record' ? fieldAt(field.fields, parts) : field;
}

function stated(field: string): { readonly formula: string; readonly fields: readonly string[] } {
  const found = fieldAt(renewalFields, field.split('/'));
  return { formula: found?.how ?? asRecorded, fields: found?.from ?? [field] };
}
