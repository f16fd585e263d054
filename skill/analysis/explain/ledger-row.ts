import type { Analysis, Lever } from '../base/contract.ts';
import type { FactAddress } from '../facts/facts.ts';
import type { FieldTable } from '../records/field.ts';
import { ledgerRowFields } from '../records/ledger-row.ts';
import type { Derivation } from './explanation.ts';

const seats = 'Price of the seats that go, after those that went before: seats × annual price ÷ purchased.';

const formulas: Readonly<Record<Lever, string>> = {
  retire: 'The whole annual cost of the app.',
  consolidate: 'The whole annual cost of the app that is replaced.',
  bundle: 'The whole annual cost of the app that a suite covers.',
  departed: seats,
  unassigned: seats,
  inactive: seats,
  tier: 'Cost of the seats that stay − their number × the new price.',
  price: 'What remains of the cost × the price ask, or what remains − the quote.',
  'added-seats': '−(Seats to buy × price of a seat), or what remains − the quote.',
};

const fields: FieldTable = ledgerRowFields;

export function explainLedgerRow({ id, field }: FactAddress, { ledger, apps }: Analysis): Derivation {
  const row = ledger.find((one) => one.id === id);
  if (row === undefined) return { formula: '', assumptions: [], from: [], sources: [] };
  const app = apps.find((one) => one.id === row.appId);
  return {
    formula:
      row.supersededBy === null
        ? (fields[field]?.how ?? formulas[row.lever])
        : `Nothing: ${row.supersededBy} takes the whole cost of the app.`,
    assumptions: row.assumptions,
    from: [
      `app/${row.appId}/costAnnual`,
      ...(app === undefined || app.seats === null ? [] : [`app/${row.appId}/seats/purchased`]),
      ...(field === 'hardAnnual' ? [] : [`ledger/${id}/hardAnnual`]),
      ...row.findingIds.map((finding) => `finding/${finding}/amount`),
    ],
    sources: [],
  };
}
