/**
 * The medium demo tenant's analysis, as it was reviewed by hand (docs/decisions/0005). A change here is a
 * change of figures: look at it, then rewrite the file with `npx vitest run test/report/golden.test.ts -u`.
 */
import { expect, it } from 'vitest';
import type { Analysis, AnalysisJson } from '../../skill/analysis/base/contract.ts';
import { factValue, renderFact } from '../../skill/analysis/facts/facts.ts';
import { toJson } from '../../skill/analysis/facts/to-json.ts';
import { analyzed, readDemo } from './demo-reading.ts';

/** How many ledger rows, largest first. */
const shown = 20;

/** Derived on paper in the decision record, in its order. */
const reviewed = [
  'app/1005/costAnnual',
  'ledger/unassigned:app-1005/hardAnnual',
  'ledger/unassigned:app-1004/next12',
  'totals/lockedAnnual',
  'renewal/70006/deadline',
  'ledger/unassigned:app-1012/hardAnnual',
  'app/1037/costAnnual',
  'ledger/unassigned:app-1066/inYear',
  'app/1022/costAnnual',
  'totals/liabilityAnnual',
];

it('has the totals, the largest ledger rows and the findings of the reviewed analysis', async () => {
  const analysis = analyzed(await readDemo());
  expect(analysis.selfAudit.filter(({ ok }) => !ok)).toEqual([]);
  const contents = { reviewed: rendered(analysis), ...golden(toJson(analysis)) };
  await expect(`${JSON.stringify(contents, null, 2)}\n`).toMatchFileSnapshot('golden/medium.json');
});

function rendered(analysis: Analysis): Record<string, string> {
  return Object.fromEntries(
    reviewed.map((factId) => {
      const fact = factValue(analysis, factId);
      return [factId, fact === null ? 'no such fact' : renderFact(fact)];
    }),
  );
}

function golden({ engine, asOf, currency, totals, ledger, findings, apps }: AnalysisJson): object {
  const largest = ledger.toSorted(
    (a, b) => Number(b.hardAnnual) - Number(a.hardAnnual) || compare(a.id, b.id),
  );
  return {
    engine: engine.version,
    asOf,
    currency,
    totals,
    ledger: largest
      .slice(0, shown)
      .map(({ id, seats, hardAnnual, effectiveFrom, timing, decideBy, next12, inYear }) => {
        return { id, seats, hardAnnual, effectiveFrom, timing, decideBy, next12, inYear };
      }),
    findings: counted(findings.map(({ type }) => type)),
    costBases: counted(apps.map(({ costBasis }) => costBasis)),
  };
}

function counted(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values.toSorted(compare)) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
