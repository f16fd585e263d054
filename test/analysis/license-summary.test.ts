/** Torii's own license summary is a control total: where it is apart from the lines, the report says by how much. */
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { analyze } from '../../skill/analysis/stages/analyze.ts';
import { checkNarrative } from '../../skill/analysis/facts/narrative.ts';
import type { Analysis } from '../../skill/analysis/base/contract.ts';
import { reportMarkdown } from '../../skill/report/text/report-markdown.ts';
import { unknownsOf } from '../../skill/report/text/unknowns.ts';
import { plainText } from '../../skill/report/base/sentence.ts';
import { analyzeSmall } from './fixtures/analyze-small.ts';
import { appOf, configOf, licensesOf, lineOf, portfolioOf, usd } from './fixtures/portfolio.ts';

vi.setConfig({ testTimeout: 60_000 });

interface Line {
  readonly seats: number;
  /** Cents a year; null = the line says none. */
  readonly cost: number | null;
}

/** One app whose summary says `seats` and `cost`, and whose lines are `lines`. */
function tenant(summary: Line, lines: readonly Line[], unlimited = false) {
  const all = lines.map(({ seats, cost }, place) => {
    const purchased = unlimited && place === 0 ? { unlimited: true } : { purchased: seats };
    return lineOf({
      name: 'Pro',
      ...purchased,
      active: seats,
      inactive: 0,
      unassigned: 0,
      annualCost: cost,
    });
  });
  const own = { purchased: summary.seats, annualCost: summary.cost, lines: all };
  return portfolioOf({ apps: [appOf({ id: 1, name: 'Clover', licenses: licensesOf(own) })] });
}

function said(analysis: Analysis): { note: string | null; unknown: string | null } {
  const note = analysis.findings.find(({ id }) => id === 'seats-disagree:app-1:summary');
  const gap = unknownsOf(analysis).find(({ id }) => id === 'license-summaries');
  return { note: note?.action ?? null, unknown: gap ? plainText(gap.what, 'USD') : null };
}

describe('a license summary that is apart from its lines', () => {
  const situations: readonly (readonly [string, Line, readonly Line[], string])[] = [
    [
      'as where one line is recorded twice',
      { seats: 20, cost: 240_000 },
      [
        { seats: 20, cost: 240_000 },
        { seats: 20, cost: 240_000 },
      ],
      '20 seats and $2,400 a year',
    ],
    ['as where the summary says none', { seats: 0, cost: 60_000 }, [{ seats: 20, cost: 60_000 }], '20 seats'],
    ['in cost alone', { seats: 7, cost: 0 }, [{ seats: 7, cost: 12_345 }], '$123.45 a year'],
    ['with seats on no line', { seats: 1500, cost: null }, [{ seats: 100, cost: 900 }], '1,400 seats'],
    ['by one', { seats: 11, cost: null }, [{ seats: 10, cost: null }], '1 seat'],
  ];

  it.each(situations)('%s', (_, summary, lines, apart) => {
    const { note, unknown } = said(analyzeSmall(tenant(summary, lines)));
    expect(note).toContain(`its lines are ${apart} apart`);
    expect(unknown).toContain(`for 1 app: Clover by ${apart}. The lines are used.`);
  });

  it('is silent where the two agree, to a cent a line, or one of them is not known', () => {
    const quiet: readonly (readonly [Line, readonly Line[]])[] = [
      [{ seats: 40, cost: 480_000 }, Array.from({ length: 2 }, () => ({ seats: 20, cost: 240_000 }))],
      [{ seats: 3, cost: 100 }, Array.from({ length: 3 }, () => ({ seats: 1, cost: 33 }))],
      [{ seats: 20, cost: null }, [{ seats: 20, cost: 5_000 }]],
      [{ seats: 20, cost: 9_000 }, [{ seats: 20, cost: null }]],
    ];
    for (const [summary, lines] of quiet) {
      expect(said(analyzeSmall(tenant(summary, lines)))).toEqual({ note: null, unknown: null });
    }
  });

  it('is not told by seats where a line has no limit', () => {
    const summary = { seats: 5, cost: null };
    const lines = [
      { seats: 900, cost: null },
      { seats: 5, cost: null },
    ];
    expect(said(analyzeSmall(tenant(summary, lines, true))).note).toBeNull();
  });

  it('changes no money, and every figure of the sentence is a fact', () => {
    const line = fc.record({ seats: fc.integer({ min: 1, max: 4000 }), cost: fc.nat({ max: 90_000_000 }) });
    const property = fc.property(line, fc.array(line, { minLength: 1, maxLength: 4 }), (summary, lines) => {
      const sum = lines.reduce(
        (all, { seats, cost }) => ({ seats: all.seats + seats, cost: all.cost + cost }),
        { seats: 0, cost: 0 },
      );
      const told = analyze(tenant(summary, lines), configOf(), '2026-11-22');
      const { note, unknown } = said(told);
      const isApart = summary.seats !== sum.seats || Math.abs(summary.cost - sum.cost) > lines.length;
      expect(note !== null).toBe(isApart);
      expect(unknown !== null).toBe(isApart);
      expect(told.totals.baselineAnnual).toBe(sum.cost);
      expect(checkNarrative(reportMarkdown(told, 'cited'), told).problems).toEqual([]);
    });
    fc.assert(property, { numRuns: 200 });
  });
});

describe('money of a summary in another currency', () => {
  it('without a rate is no control', () => {
    const lines = [lineOf({ name: 'Pro', purchased: 2, annualCost: 500 })];
    const licenses = licensesOf({ purchased: 2, annualCost: { ...usd(900), currency: 'SEK' }, lines });
    const portfolio = portfolioOf({ apps: [appOf({ id: 1, licenses })] });
    expect(said(analyzeSmall(portfolio)).note).toBeNull();
  });
});
