/** What must hold of license lines however a tenant keeps them. */
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { analyze } from '../../skill/analysis/stages/analyze.ts';
import type { Analysis } from '../../skill/analysis/base/contract.ts';
import { knownValue } from '../../skill/analysis/base/known-value.ts';
import type { LicenseLine, Portfolio } from '../../skill/mapping/base/portfolio.ts';
import { known } from '../../skill/mapping/base/value.ts';
import { appOf, configOf, contractOf, licensesOf, lineOf, portfolioOf, usd } from './fixtures/portfolio.ts';

// Hundreds of tenants take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const asOf = '2026-11-22';

interface Counts {
  readonly active: number;
  readonly inactive: number;
  readonly unassigned: number;
}

const counts: fc.Arbitrary<Counts> = fc.record({
  active: fc.nat({ max: 120 }),
  inactive: fc.nat({ max: 60 }),
  unassigned: fc.nat({ max: 60 }),
});

const seatsIn = ({ active, inactive, unassigned }: Counts): number => active + inactive + unassigned;

/** @param price of one seat a year; null = the line says none */
function priced(name: string, one: Counts, price: number | null): LicenseLine {
  const purchased = seatsIn(one);
  return lineOf({ name, purchased, ...one, annualCost: price === null ? null : price * purchased });
}

const price = fc.oneof(fc.constant(null), fc.constant(0), fc.integer({ min: 1, max: 90_000 }));

const lines: fc.Arbitrary<readonly LicenseLine[]> = fc
  .array(fc.tuple(counts, price), { minLength: 1, maxLength: 3 })
  .map((all) => all.map(([one, each], place) => priced(`Plan ${place}`, one, each)));

const terms = fc.record({
  annualValue: fc.option(fc.nat({ max: 9_000_000 })),
  seats: fc.option(fc.nat({ max: 300 })),
  unitPrice: fc.option(fc.nat({ max: 90_000 })),
});

const rightSizing = fc.record({
  policy: fc.constantFrom('buffer', 'seats', 'targetUtilisation'),
  percent: fc.integer({ min: 1, max: 100 }),
  seats: fc.nat({ max: 30 }),
  hires: fc.nat({ max: 30 }),
});

type Terms = typeof terms extends fc.Arbitrary<infer Value> ? Value : never;

function tenant(all: readonly LicenseLine[], { annualValue, seats, unitPrice }: Terms): Portfolio {
  const licenses = licensesOf({ lines: all });
  const app = appOf({ id: 1, licenses, lastUsedAt: '2026-11-21', spend12m: 5_000_000 });
  const dates = { termStart: '2026-01-01', termEnd: '2026-12-31', autoRenew: false, noticeDays: 0 } as const;
  const contract = contractOf({ appId: 1, annualValue, seats, unitPrice, ...dates });
  return portfolioOf({ apps: [app], contracts: annualValue === null ? [] : [contract] });
}

type Sizing = typeof rightSizing extends fc.Arbitrary<infer Value> ? Value : never;

const analyzed = (all: readonly LicenseLine[], agreed: Terms, sizing: Sizing): Analysis =>
  analyze(tenant(all, agreed), configOf({ rightSizing: sizing }), asOf);

function expectSameMoney(after: Analysis, before: Analysis): void {
  expect(after.totals).toEqual(before.totals);
  expect(after.ledger.map(({ lever, hardAnnual }) => [lever, hardAnnual])).toEqual(
    before.ledger.map(({ lever, hardAnnual }) => [lever, hardAnnual]),
  );
}

describe('a line that costs nothing', () => {
  const idle = fc.oneof(
    counts.map((one) => priced('Free', one, 0)),
    fc.constant(lineOf({ name: 'Legacy', purchased: 0, active: 0, inactive: 0, unassigned: 0 })),
    fc.constant(lineOf({ name: 'Endless', unlimited: true, active: 5 })),
    fc
      .constantFrom(99_999, 999_999_999, 10_000)
      .map((purchased) =>
        lineOf({ name: 'Sentinel', purchased, active: 3, inactive: 0, unassigned: purchased - 3 }),
      ),
  );

  it('changes no money', () => {
    fc.assert(
      fc.property(lines, idle, terms, rightSizing, (all, free, agreed, sizing) => {
        // Which basis the cost of an app rests on is decided elsewhere: here it rests on the same one.
        const isKnown = all.some(({ annualCost }) => (knownValue(annualCost)?.minor ?? 0) > 0);
        fc.pre(agreed.annualValue !== null || isKnown);
        expectSameMoney(analyzed([...all, free], agreed, sizing), analyzed(all, agreed, sizing));
      }),
      { numRuns: 400 },
    );
  });
});

describe('a line split in two of one price', () => {
  it('changes nothing', () => {
    fc.assert(
      fc.property(counts, counts, price, lines, terms, rightSizing, (a, b, each, rest, agreed, sizing) => {
        const both = {
          active: a.active + b.active,
          inactive: a.inactive + b.inactive,
          unassigned: a.unassigned + b.unassigned,
        };
        // Lines without a price of their own are one line's worth only where the contract covers them all.
        const own = each ?? 100;
        const whole = analyzed([...rest, priced('Whole', both, own)], agreed, sizing);
        const halves = analyzed([...rest, priced('A', a, own), priced('B', b, own)], agreed, sizing);
        expectSameMoney(halves, whole);
        expect(halves.ledger.map(({ seats }) => seats)).toEqual(whole.ledger.map(({ seats }) => seats));
      }),
      { numRuns: 400 },
    );
  });
});

describe('the money of seats', () => {
  it('does not hang on the order of lines', () => {
    fc.assert(
      fc.property(lines, terms, rightSizing, (all, agreed, sizing) => {
        expectSameMoney(analyzed(all.toReversed(), agreed, sizing), analyzed(all, agreed, sizing));
      }),
      { numRuns: 300 },
    );
  });

  it('is never more than what can be avoided', () => {
    fc.assert(
      fc.property(lines, terms, rightSizing, (all, agreed, sizing) => {
        const { totals, selfAudit } = analyzed(all, agreed, sizing);
        expect(totals.hardSavingAnnual ?? 0).toBeLessThanOrEqual(totals.wasteAnnual ?? 0);
        expect(totals.wasteAnnual ?? 0).toBeLessThanOrEqual(totals.baselineAnnual);
        expect(selfAudit.filter(({ ok }) => !ok)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('never rises with the buffer or the hires', () => {
    fc.assert(
      fc.property(
        lines,
        terms,
        fc.nat({ max: 100 }),
        fc.nat({ max: 50 }),
        fc.nat({ max: 30 }),
        (all, agreed, percent, more, hires) => {
          const saving = (by: number, people: number): number => {
            const sizing = { policy: 'buffer', percent: by, seats: 0, hires: people } as const;
            return analyzed(all, agreed, sizing).totals.hardSavingAnnual ?? 0;
          };
          expect(saving(percent + more, hires)).toBeLessThanOrEqual(saving(percent, hires));
          expect(saving(percent, hires + more)).toBeLessThanOrEqual(saving(percent, hires));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a count that is missing in one line', () => {
  it('leaves the other lines as they are', () => {
    const part = fc.constantFrom('purchased', 'active', 'inactive', 'unassigned');
    fc.assert(
      fc.property(lines, terms, rightSizing, part, (all, agreed, sizing, missing) => {
        const [first, ...others] = all;
        if (first === undefined || others.length === 0) return;
        const broken = { ...first, [missing]: lineOf({})[missing] };
        const of = (given: readonly LicenseLine[]) =>
          analyzed(given, agreed, sizing).apps[0]?.seats?.lines.slice(1);
        const countsOf = (seen: ReturnType<typeof of>) =>
          seen?.map((one) => [one.purchased, one.unassigned, one.inactive, one.unknown, one.active]);
        expect(countsOf(of([broken, ...others]))).toEqual(countsOf(of(all)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the summary', () => {
  it('moves no line, whatever it says', () => {
    fc.assert(
      fc.property(lines, terms, rightSizing, fc.nat({ max: 900 }), (all, agreed, sizing, purchased) => {
        const app = appOf({
          id: 1,
          lastUsedAt: '2026-11-21',
          spend12m: 5_000_000,
          licenses: licensesOf({ purchased: known(purchased), annualCost: known(usd(123)), lines: all }),
        });
        const { contracts } = tenant(all, agreed);
        const { apps } = analyze(
          portfolioOf({ apps: [app], contracts }),
          configOf({ rightSizing: sizing }),
          asOf,
        );
        const [one] = analyzed(all, agreed, sizing).apps;
        const names = (seen: typeof one) =>
          seen?.seats?.lines.map(({ name, purchased: seats }) => [name, seats]);
        expect(names(apps[0])?.slice(0, all.length)).toEqual(names(one));
        const sum = Math.max(purchased, one?.seats?.purchased ?? 0);
        expect(apps[0]?.seats?.purchased).toBe(sum);
      }),
      { numRuns: 200 },
    );
  });
});
