import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { analyze } from '../../skill/analysis/stages/analyze.ts';
import { narrow } from '../../skill/analysis/stages/narrow.ts';
import type { Analysis } from '../../skill/analysis/base/contract.ts';
import { baselineComplete, completeOf } from '../../skill/analysis/base/completeness.ts';
import { explainFact } from '../../skill/analysis/explain/explain.ts';
import { factValue, sliceId } from '../../skill/analysis/facts/facts.ts';
import { viewNotes } from '../../skill/report/text/view-note.ts';
import { arbitraryPortfolio } from './fixtures/arbitrary.ts';
import { appOf, configOf, portfolioOf, transactionOf } from './fixtures/portfolio.ts';
import { arbitraryConfig, arbitraryDepth } from './fixtures/arbitrary-plan.ts';

// Hundreds of tenants take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const asOf = '2026-11-22';

interface Cut {
  readonly whole: Analysis;
  readonly parts: readonly { readonly slice: Analysis['slices'][number]; readonly part: Analysis }[];
  readonly explain: (part: Analysis, fact: string) => readonly string[];
}

function always(check: (cut: Cut) => void): void {
  fc.assert(
    fc.property(arbitraryPortfolio, arbitraryConfig, arbitraryDepth, (portfolio, config, depth) => {
      const whole = analyze(portfolio, config, asOf, [], depth);
      fc.pre(whole.selfAudit.every(({ check: name, ok }) => ok || name !== 'Amounts are exact'));
      check({
        whole,
        parts: whole.slices.map((slice) => {
          const part = narrow(whole, portfolio, depth, slice.value);
          if (part === null) throw new Error(`No part of ${slice.value}.`);
          return { slice, part };
        }),
        explain: (part, fact) => explainFact(part, portfolio, config, fact)?.from ?? [],
      });
    }),
    { numRuns: 100 },
  );
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);

it('the own parts of all slices are the baseline, and of each app its cost', () => {
  always(({ whole, parts }) => {
    if (parts.length === 0) return;
    expect(sum(parts.map(({ part }) => part.totals.partAnnual ?? Number.NaN))).toBe(
      whole.totals.baselineAnnual,
    );
    for (const { id, costAnnual } of whole.apps) {
      const own = parts.flatMap(({ part }) => part.apps.filter((app) => app.id === id));
      expect(own.length).toBeGreaterThan(0);
      const shares = own.map(({ partAnnual = null }) => partAnnual);
      const together = shares.includes(null) ? null : sum(shares.map((share) => share ?? 0));
      expect(together).toBe(costAnnual);
    }
  });
});

it('a slice says of itself what the analysis narrowed to it says', () => {
  always(({ parts }) => {
    for (const { slice, part } of parts) {
      const { totals, apps } = part;
      expect(slice).toMatchObject({
        baselineAnnual: totals.partAnnual,
        wholeAnnual: totals.baselineAnnual,
        apps: totals.apps,
        unpricedApps: totals.unpricedApps,
        sharedApps: apps.filter(({ costAnnual, partAnnual }) => costAnnual !== partAnnual).length,
      });
      const isUnknown = apps.every(({ costAnnual }) => costAnnual === null);
      expect(slice.costComplete).toBe(isUnknown ? 'unknown' : baselineComplete(part));
    }
  });
});

it('the baseline is called what its apps are called together, and the contracts of no app', () => {
  always(({ whole, parts }) => {
    for (const one of [whole, ...parts.map(({ part }) => part)]) {
      expect(one.totals.baselineIsFloor).toBe(/at-least|uncertain/.test(baselineComplete(one)));
      const lost =
        one === whole && one.totals.leftOutContracts > sum(one.apps.map((app) => app.leftOut.length));
      expect(lost || baselineComplete(one) === completeOf(one.apps)).toBe(true);
    }
  });
});

it('a credit that no sum can use makes whole and slice at most, also where its app has no cost', () => {
  const portfolio = portfolioOf({
    apps: [appOf({ id: 1, view: 'Sales' })],
    transactions: [transactionOf({ id: 't', appId: 1, amount: -100 })],
  });
  const config = configOf({ organizationalView: { label: 'Department', entity: 'app', key: 'department' } });
  const whole = analyze(portfolio, config, asOf);
  const part = narrow(whole, portfolio, { basis: 'aggregate', appIds: [] }, 'Sales');
  expect(whole.apps[0]).toMatchObject({ costComplete: 'unknown', unusableMoney: 'at-most' });
  expect([whole, part].map((one) => one?.totals.baselineComplete)).toEqual(['at-most', 'at-most']);
});

it('no part is more than the whole, and the text beside it names both', () => {
  always(({ parts }) => {
    for (const { part } of parts) {
      const larger = part.apps.filter(({ partAnnual, costAnnual }) => (partAnnual ?? 0) > (costAnnual ?? 0));
      expect(larger).toEqual([]);
      const [note = ''] = viewNotes(part);
      expect(note).toContain('its own part is');
      expect(note.includes('whole apps')).toBe(part.totals.partAnnual !== part.totals.baselineAnnual);
    }
  });
});

it('the own part rests on the parts of its apps, to the cent', () => {
  always(({ parts, explain }) => {
    for (const { part } of parts) {
      const rows = explain(part, 'totals/partAnnual').map((fact) => factValue(part, fact));
      expect(sum(rows.map((row) => (row?.kind === 'money' ? row.minor : Number.NaN)))).toBe(
        part.totals.partAnnual,
      );
    }
  });
});

it('the whole has no part', () => {
  always(({ whole, parts }) => {
    expect(whole.totals.partAnnual).toBeUndefined();
    expect(whole.apps.some((app) => 'partAnnual' in app)).toBe(false);
    for (const { slice } of parts) {
      expect(factValue(whole, `slice/${sliceId(slice.value)}/wholeAnnual`)).toEqual({
        kind: 'money',
        minor: slice.wholeAnnual,
        currency: whole.currency,
      });
    }
  });
});
