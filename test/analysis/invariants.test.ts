import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { analyze } from '../../skill/analysis/stages/analyze.ts';
import type { Analysis } from '../../skill/analysis/base/contract.ts';
import { factValue } from '../../skill/analysis/facts/facts.ts';
import { arbitraryPortfolio } from './fixtures/arbitrary.ts';
import { arbitraryConfig, arbitraryDepth, arbitraryEdits } from './fixtures/arbitrary-plan.ts';

// Hundreds of tenants take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const asOf = '2026-11-22';

/** Amounts beyond 2^53 fail a check of their own, and nothing else can be asked of them. */
function isExact({ selfAudit }: Analysis): boolean {
  return selfAudit.every(({ check, ok }) => ok || check !== 'Amounts are exact');
}

/** Runs a check on the analyses of many hostile tenants under many plans. */
function always(check: (analysis: Analysis) => void, numRuns = 300): void {
  fc.assert(
    fc.property(
      arbitraryPortfolio,
      arbitraryConfig,
      arbitraryEdits,
      arbitraryDepth,
      (portfolio, config, edits, depth) => {
        const analysis = analyze(portfolio, config, asOf, edits, depth);
        fc.pre(isExact(analysis));
        check(analysis);
      },
    ),
    { numRuns },
  );
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

describe('on every tenant', () => {
  it('the self-audit holds, save for edits that cannot be followed', () => {
    always(({ selfAudit }) => {
      const failed = selfAudit.filter(({ ok, check }) => !ok && check !== 'Every plan edit is followed');
      expect(failed).toEqual([]);
    }, 1000);
  });

  it('baseline − projected is the hard saving, and its three parts make it up', () => {
    always(({ totals, ledger, apps, plan }) => {
      const booked = sum(ledger.map(({ hardAnnual }) => hardAnnual));
      expect(totals.baselineAnnual - totals.projectedAnnual).toBe(booked);
      expect(totals.decidableAnnual + totals.lockedAnnual + totals.exitUnknownAnnual).toBe(booked);
      const isKnown =
        apps.some(({ seats }) => seats?.lines.some(({ unlimited }) => !unlimited) === true) ||
        plan.some((entry) => entry.source === 'person');
      expect(totals.hardSavingAnnual).toBe(isKnown ? booked : null);
    });
  });

  it('the columns of the ledger are never mixed', () => {
    always(({ totals, ledger }) => {
      expect(totals.oneTime).toBe(sum(ledger.map(({ oneTime }) => oneTime)));
      expect(totals.avoidanceAnnual).toBe(sum(ledger.map(({ avoidAnnual }) => avoidAnnual)));
    });
  });

  it('no app costs less than nothing, before or after', () => {
    always(({ apps }) => {
      for (const { costAnnual, projectedAnnual } of apps) {
        expect(costAnnual ?? 0).toBeGreaterThanOrEqual(0);
        expect(projectedAnnual ?? 0).toBeGreaterThanOrEqual(0);
        expect(projectedAnnual === null).toBe(costAnnual === null);
      }
    });
  });

  it('a window never holds more than the run-rate', () => {
    always(({ ledger }) => {
      for (const { hardAnnual, next12, inYear, effectiveFrom } of ledger) {
        expect(Math.abs(next12)).toBeLessThanOrEqual(Math.abs(hardAnnual));
        expect(Math.abs(inYear)).toBeLessThanOrEqual(Math.abs(next12));
        expect(effectiveFrom !== null || (next12 === 0 && inYear === 0)).toBe(true);
      }
    });
  });

  it('slices sum to the baseline if there is a view', () => {
    always(({ slices, totals, inputs }) => {
      const cut = sum(slices.map(({ baselineAnnual }) => baselineAnnual));
      // Without slices there is no view, or what it cuts by was not read.
      const isCut = inputs.config.organizationalView !== null && slices.length > 0;
      expect([slices.length > 0, cut]).toEqual([isCut, isCut ? totals.baselineAnnual : 0]);
    });
  });

  it('findings cite facts that exist, and their bounds enclose their amount', () => {
    always((analysis) => {
      for (const { evidence, against, amount, low, high } of analysis.findings) {
        const unresolved = [...evidence, ...against].filter((fact) => factValue(analysis, fact) === null);
        expect(unresolved).toEqual([]);
        expect(amount === null || (low ?? 0) <= amount).toBe(true);
        expect(amount === null || high === null || high >= amount).toBe(true);
      }
    });
  });

  it('only departed, unassigned and inactive seats of a planned finding leave without a person', () => {
    fc.assert(
      fc.property(arbitraryPortfolio, arbitraryConfig, arbitraryDepth, (portfolio, config, depth) => {
        const { ledger, findings, plan } = analyze(portfolio, config, asOf, [], depth);
        const planned = new Set(findings.filter(({ queue }) => queue === 'plan').map(({ id }) => id));
        for (const { lever, findingIds, confidence } of ledger) {
          expect(['departed', 'unassigned', 'inactive']).toContain(lever);
          expect(findingIds.every((id) => planned.has(id))).toBe(true);
          expect(findingIds).toHaveLength(1);
          expect(confidence).not.toBe('low');
        }
        expect(plan.every(({ source, action }) => source === 'rules' && action === 'keep')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
