/** Costs and their totals, field by field. */
import { type AppCost, costOf, costTotals, moneyText } from './cost.ts';
import { type Expectation, ofApp, ofTotals, rowOf } from './expectation.ts';
import { at, type JsonRow, rowsIn, textOf } from './json.ts';
import type { Judged, Portfolio } from './portfolio.ts';

/** `id: reason`, and the raw text where it could not be read. Where no reason is defined, the id alone. */
function leftOutText({ contract, value }: Judged): string {
  if (value.is === 'usable' || value.reason === 'unclear') return `${contract.id}`;
  const raw = value.reason === 'unreadable' ? ` ${value.raw ?? ''}` : '';
  return `${contract.id}: ${value.reason}${raw}`;
}

function actualLeftOut(analysis: JsonRow, id: number, unclear: ReadonlySet<number>): string[] {
  const rows = rowsIn(at(rowOf(analysis, 'apps', 'id', id), 'leftOut'));
  const texts = rows.map(({ contractId, reason, raw }) => {
    if (unclear.has(Number(contractId))) return textOf(contractId);
    return `${textOf(contractId)}: ${textOf(reason)}${reason === 'unreadable' ? ` ${textOf(raw)}` : ''}`;
  });
  return texts.toSorted();
}

function ofCost(cost: AppCost, { rules }: Portfolio): Expectation[] {
  const { id, leftOut } = cost;
  const unclear = new Set(
    leftOut.flatMap(({ contract, value }) =>
      value.is === 'left-out' && value.reason === 'unclear' ? [contract.id] : [],
    ),
  );
  return [
    ofApp('cost', id, 'costAnnual', moneyText(cost.annual, rules)),
    ofApp('cost', id, 'costBasis', cost.basis),
    ofApp('cost', id, 'costComplete', cost.complete),
    {
      group: 'cost',
      field: 'apps.leftOut',
      subject: `app ${id}`,
      expected: leftOut.map(leftOutText).toSorted(),
      actual: (analysis) => actualLeftOut(analysis, id, unclear),
    },
  ];
}

export function expectedCost(portfolio: Portfolio): Expectation[] {
  const costs = portfolio.apps.map((app) => costOf(app, portfolio));
  const totals = costTotals(costs, portfolio);
  return [
    ...costs.flatMap((cost) => ofCost(cost, portfolio)),
    ofTotals('cost', 'baselineAnnual', moneyText(totals.baseline, portfolio.rules)),
    ...(totals.isFloor === null ? [] : [ofTotals('cost', 'baselineIsFloor', totals.isFloor)]),
    ofTotals('cost', 'leftOutContracts', totals.leftOut),
    ofTotals('cost', 'apps', costs.length),
    ofTotals('cost', 'pricedApps', totals.priced),
    ofTotals('cost', 'partlyPricedApps', totals.partlyPriced),
    ofTotals('cost', 'unpricedApps', totals.unpriced),
    ofTotals('cost', 'hiddenApps', portfolio.hidden.size),
  ];
}
