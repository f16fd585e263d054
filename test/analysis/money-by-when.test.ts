import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainFact } from '../../skill/analysis/explain/explain.ts';
import { factValue } from '../../skill/analysis/facts/facts.ts';
import { moneyByWhen } from '../../skill/analysis/decisions/money-by-when.ts';
import { effects } from '../../skill/analysis/records/ledger-row.ts';
import { analyze } from '../../skill/analysis/stages/analyze.ts';
import { analyzeSmall, licensedApp, plainContract } from './fixtures/analyze-small.ts';
import { arbitraryPortfolio } from './fixtures/arbitrary.ts';
import { arbitraryConfig, arbitraryEdits } from './fixtures/arbitrary-plan.ts';
import { appOf, portfolioOf } from './fixtures/portfolio.ts';

describe('money by when it leaves', () => {
  it('goes from today to later, then what is locked and what is unknown', () => {
    const analysis = analyzeSmall(
      portfolioOf({
        apps: [licensedApp(11, { purchased: 100, active: 60, inactive: 30 })],
        contracts: [plainContract(11, 1_200_000)],
      }),
    );
    expect(moneyByWhen(analysis).map(({ when }) => when)).toEqual([...effects]);
    expect(effects[0]).toBe('now');
    expect(effects.slice(-2)).toEqual(['locked', 'unknown']);
  });

  it('says nothing, not zero, where no saving can be judged', () => {
    const analysis = analyzeSmall(portfolioOf({ apps: [appOf({ id: 1, spend12m: 100_000 })] }));
    expect(analysis.totals.hardSavingAnnual).toBeNull();
    expect(moneyByWhen(analysis)).toEqual([]);
  });

  it('adds up to the hard saving, what is added beside what leaves, and every amount is a fact', () => {
    let dearer = 0;
    fc.assert(
      fc.property(arbitraryPortfolio, arbitraryConfig, arbitraryEdits, (portfolio, config, edits) => {
        const analysis = analyze(portfolio, config, '2026-11-22', edits);
        const buckets = moneyByWhen(analysis);
        const total = buckets.reduce((sum, { netAnnual }) => sum + netAnnual, 0);
        expect(total).toBe(analysis.totals.hardSavingAnnual ?? 0);
        for (const { facts, savingAnnual, addedAnnual, netAnnual, apps } of buckets) {
          expect(savingAnnual - addedAnnual).toBe(netAnnual);
          expect(Math.min(savingAnnual, addedAnnual)).toBeGreaterThanOrEqual(0);
          expect(apps > 0).toBe(savingAnnual > 0);
          if (addedAnnual > 0) dearer += 1;
          const values = { savingAnnual, addedAnnual, netAnnual };
          expect(factValue(analysis, facts.netAddedAnnual)).toMatchObject({ minor: Math.max(0, -netAnnual) });
          for (const name of ['savingAnnual', 'addedAnnual', 'netAnnual'] as const) {
            expect(factValue(analysis, facts[name])).toMatchObject({ kind: 'money', minor: values[name] });
            const parts = explainFact(analysis, portfolio, config, facts[name])?.from ?? [];
            const sign = name === 'addedAnnual' ? -1 : 1;
            const sum = parts.reduce((rest, fact) => rest + amountOf(factValue(analysis, fact)), 0);
            expect(sum * sign || 0).toBe(values[name]);
          }
          expect(factValue(analysis, facts.apps)).toEqual({ kind: 'count', count: apps });
        }
      }),
      { numRuns: 150 },
    );
    expect(dearer).toBeGreaterThan(0);
  });

  it('has sums of all times, and none of a time that is none', () => {
    const analysis = analyzeSmall(portfolioOf({ apps: [] }));
    expect(factValue(analysis, 'when/all/savingAnnual')).toMatchObject({ kind: 'money', minor: 0 });
    expect(factValue(analysis, 'when/someday/savingAnnual')).toBeNull();
  });
});

function amountOf(fact: ReturnType<typeof factValue>): number {
  return fact?.kind === 'money' ? fact.minor : 0;
}
