import { explainFact, addressOf } from '../../analysis/facts.ts';
import type { Analysis } from '../../analysis/contract.ts';
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Portfolio } from '../../mapping/portfolio.ts';
import type { Explain } from './lineage-sheet.ts';

/**
 * Explains the facts of an analysis, those of an app from the records of that app alone: a workbook asks
 * for thousands, and none of them looks through all records.
 */
export function explainerOf(analysis: Analysis, portfolio: Portfolio, config: AnalysisConfig): Explain {
  const own = portfoliosByApp(portfolio);
  return (fact) => {
    const address = addressOf(fact);
    const part = address?.record === 'app' ? own.get(Number(address.id)) : undefined;
    return explainFact(analysis, part ?? portfolio, config, fact);
  };
}

function portfoliosByApp(portfolio: Portfolio): ReadonlyMap<number, Portfolio> {
  const contracts = byApp(portfolio.contracts);
  const transactions = byApp(portfolio.transactions);
  return new Map(
    portfolio.apps.map((app) => [
      app.id,
      {
        ...portfolio,
        apps: [app],
        contracts: contracts.get(app.id) ?? [],
        transactions: transactions.get(app.id) ?? [],
      },
    ]),
  );
}

function byApp<Row extends { readonly appId: number | null }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    if (row.appId === null) continue;
    const group = groups.get(row.appId);
    if (group === undefined) groups.set(row.appId, [row]);
    else group.push(row);
  }
  return groups;
}
