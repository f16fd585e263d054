import type { Analysis, Lever, Minor } from '../base/contract.ts';
import { dayOf } from '../base/day.ts';
import { mulDiv } from '../base/money.ts';
import type { FactAddress } from '../facts/facts.ts';
import { renderCount, renderDate, renderMoney } from '../facts/render.ts';
import type { FieldTable } from '../records/field.ts';
import { ledgerRowFields } from '../records/ledger-row.ts';
import type { Derivation } from './explanation.ts';

const seatFormula =
  'Price of the seats that go, after those that went before: seats × annual price ÷ purchased.';

const formulas: Readonly<Record<Lever, string>> = {
  retire: 'The whole annual cost of the app.',
  consolidate: 'The whole annual cost of the app that is replaced.',
  bundle: 'The whole annual cost of the app that a suite covers.',
  departed: seatFormula,
  unassigned: seatFormula,
  inactive: seatFormula,
  tier: 'Cost of the seats that stay − their number × the new price.',
  price: 'What remains of the cost × the price change, or what remains − the quote.',
  'added-seats': '−(Seats to buy × price of a seat), or what remains − the quote.',
};

const fields: FieldTable = ledgerRowFields;

type Row = Analysis['ledger'][number];
type App = Analysis['apps'][number];

export function explainLedgerRow({ id, field }: FactAddress, analysis: Analysis): Derivation {
  const row = analysis.ledger.find((one) => one.id === id);
  if (row === undefined) return { formula: '', assumptions: [], from: [], sources: [] };
  const app = analysis.apps.find((one) => one.id === row.appId);
  return {
    formula: formulaOf(row, field, app, analysis),
    assumptions: row.assumptions,
    from: [
      ...(field === 'hardAnnual' ? [] : [`ledger/${id}/hardAnnual`]),
      ...(row.seats === null ? [] : [`ledger/${id}/seats`]),
      `app/${row.appId}/costAnnual`,
      ...(app === undefined || app.seats === null ? [] : [`app/${row.appId}/seats/purchased`]),
      ...analysis.findings
        .filter((finding) => row.findingIds.includes(finding.id) && finding.amount !== row.hardAnnual)
        .map((finding) => `finding/${finding.id}/amount`),
    ],
    sources: [],
  };
}

function formulaOf(row: Row, field: string, app: App | undefined, analysis: Analysis): string {
  if (row.supersededBy !== null) return `Nothing: ${row.supersededBy} takes the whole cost of the app.`;
  if (field === 'hardAnnual') {
    return (app && annualFormula(row, app, analysis.currency)) ?? formulas[row.lever];
  }
  return windowFormula(row, field, analysis) ?? fields[field]?.how ?? formulas[row.lever];
}

/** The rule with the values that went in; undefined where it is more than these, as of several prices. */
function annualFormula({ lever, seats, hardAnnual }: Row, app: App, currency: string): string | undefined {
  const { costAnnual: cost } = app;
  const money = (minor: Minor): string => renderMoney(minor, currency);
  if (cost === null) return undefined;
  if (hardAnnual === cost && (lever === 'retire' || lever === 'consolidate' || lever === 'bundle')) {
    return `The whole annual cost of the app: ${money(cost)}.`;
  }
  if (seats === null || formulas[lever] !== seatFormula || app.seats === null) return undefined;
  const { purchased, lines } = app.seats;
  if (purchased > 0 && mulDiv(cost, seats, purchased) === hardAnnual) {
    return `${counted(seats)} × ${money(cost)} ÷ ${renderCount(purchased)} = ${money(hardAnnual)}.`;
  }
  const price = lines.find(({ unitPrice }) => unitPrice !== null && unitPrice * seats === hardAnnual);
  return price === undefined || price.unitPrice === null
    ? undefined
    : `${counted(seats)} × ${money(price.unitPrice)} a year = ${money(hardAnnual)}.`;
}

function counted(seats: number): string {
  return `${renderCount(seats)} ${seats === 1 ? 'seat' : 'seats'}`;
}

/** What falls into a window: the days from which it holds, of 365. */
function windowFormula(row: Row, field: string, { asOf, currency }: Analysis): string | undefined {
  if (field !== 'next12' || row.effectiveFrom === null) return undefined;
  const days = 365 - Math.max(dayOf(row.effectiveFrom) - dayOf(asOf), 1) + 1;
  const money = (minor: Minor): string => renderMoney(minor, currency);
  if (days <= 0) return `Nothing: it leaves the bill only on ${renderDate(dayOf(row.effectiveFrom))}.`;
  return mulDiv(row.hardAnnual, days, 365) === row.next12
    ? `${money(row.hardAnnual)} × ${days} days ÷ 365 = ${money(row.next12)}.`
    : undefined;
}
