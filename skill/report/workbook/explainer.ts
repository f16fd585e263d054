import { explainFact, addressOf } from '../../analysis/facts.ts';
import type { Analysis } from '../../analysis/contract.ts';
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Portfolio } from '../../mapping/portfolio.ts';
import type { Explain } from './lineage-sheet.ts';

/** As much of an analysis and of its records as a figure is explained from. */
interface Part {
  readonly analysis: Analysis;
  readonly portfolio: Portfolio;
}

/**
 * Explains the facts of an analysis, those of one record from what belongs to that record alone: a workbook
 * asks for tens of thousands, and none of them looks through all records.
 */
export function explainerOf(analysis: Analysis, portfolio: Portfolio, config: AnalysisConfig): Explain {
  const whole = { analysis, portfolio };
  const partOf = partsOf(whole);
  return (fact) => {
    const part = partOf(fact) ?? whole;
    return explainFact(part.analysis, part.portfolio, config, fact);
  };
}

function partsOf(whole: Part): (fact: string) => Part | undefined {
  const ofApp = appParts(whole);
  const ofContract = contractParts(whole);
  const apps = new Map(whole.analysis.ledger.map(({ id, appId }) => [id, appId]));
  return (fact) => {
    const address = addressOf(fact);
    if (address?.record === 'app') return ofApp(Number(address.id));
    if (address?.record === 'renewal') return ofContract(Number(address.id));
    return address?.record === 'ledger' ? ofApp(apps.get(address.id)) : undefined;
  };
}

/** One app, what is planned for it, and what was found that the plan rests on. */
function appParts({ analysis, portfolio }: Part): (id: number | undefined) => Part | undefined {
  const analyzed = firstById(analysis.apps, ({ id }) => id);
  const apps = firstById(portfolio.apps, ({ id }) => id);
  const ledger = byApp(analysis.ledger);
  const places = new Map(analysis.findings.map(({ id }, index) => [id, index]));
  const contracts = byApp(portfolio.contracts);
  const transactions = byApp(portfolio.transactions);
  return (id = -1) => {
    const [shown, app] = [analyzed.get(id), apps.get(id)];
    if (shown === undefined || app === undefined) return undefined;
    const rows = ledger.get(id) ?? [];
    const found = new Set(rows.flatMap(({ findingIds }) => findingIds.map((one) => places.get(one) ?? -1)));
    const findings = [...found].toSorted((a, b) => a - b).flatMap((at) => analysis.findings[at] ?? []);
    return {
      analysis: { ...analysis, apps: [shown], ledger: rows, findings },
      portfolio: {
        ...portfolio,
        apps: [app],
        contracts: contracts.get(id) ?? [],
        transactions: transactions.get(id) ?? [],
      },
    };
  };
}

/** One contract and the app it pays for. */
function contractParts({ analysis, portfolio }: Part): (id: number) => Part | undefined {
  const apps = firstById(analysis.apps, ({ id }) => id);
  const renewals = firstById(analysis.renewals, ({ contractId }) => contractId);
  const contracts = firstById(portfolio.contracts, ({ id }) => id);
  return (id) => {
    const [renewal, contract] = [renewals.get(id), contracts.get(id)];
    if (renewal === undefined || contract === undefined) return undefined;
    const app = apps.get(renewal.appId ?? -1);
    return {
      analysis: { ...analysis, apps: app === undefined ? [] : [app], renewals: [renewal] },
      portfolio: { ...portfolio, contracts: [contract] },
    };
  };
}

/** Of several rows with one id, the first, as a search would find it. */
function firstById<Key, Row>(rows: readonly Row[], idOf: (row: Row) => Key): Map<Key, Row> {
  const first = new Map<Key, Row>();
  for (const row of rows) if (!first.has(idOf(row))) first.set(idOf(row), row);
  return first;
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
