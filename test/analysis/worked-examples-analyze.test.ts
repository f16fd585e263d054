import { describe, expect, it } from 'vitest';
import { appOf, configOf, portfolioOf, transactionOf } from './fixtures/portfolio.ts';
import { analyzeSmall, appIn, licensedApp, plainContract, rowIn } from './fixtures/analyze-small.ts';
import { workedExamples } from './fixtures/worked-examples.ts';

const cents = 100;
type Policy = NonNullable<Parameters<typeof configOf>[0]>['rightSizing'];

/** One app whose idle seats are inactive ones, under a right-sizing policy. */
function rightSized(
  { seats, active, price_month }: { seats: number; active: number; price_month: number },
  rightSizing: Policy,
) {
  const portfolio = portfolioOf({
    apps: [licensedApp(1, { purchased: seats, active, inactive: seats - active })],
    contracts: [plainContract(1, seats * price_month * 12 * cents)],
  });
  const analysis = analyzeSmall(portfolio, { config: configOf({ rightSizing }) });
  const [target] = analysis.plan[0]?.seatTargets ?? [];
  return { analysis, target: target?.to, saving: analysis.totals.hardSavingAnnual };
}

describe('published right-sizing', () => {
  it('W1: 42 of 120 seats are idle, and a buffer of 15 % holds 90', () => {
    const { input, expected } = workedExamples.W1;
    const { analysis, target, saving } = rightSized(input, { policy: 'buffer', percent: 15 });
    expect(appIn(analysis, 1).seats?.inactive).toBe(expected.unused);
    expect(analysis.totals.wasteAnnual).toBe(expected.annual_waste * cents);
    expect(target).toBe(expected.target_seats);
    expect(saving).toBe(expected.rightsize_annual_saving * cents);
  });

  it('W2: a target utilization of 80 %', () => {
    const { input, expected } = workedExamples.W2;
    const { analysis, target, saving } = rightSized(input, { policy: 'targetUtilisation', percent: 80 });
    expect([target, saving]).toEqual([expected.target_seats, expected.annual_saving * cents]);
    expect(analysis.totals.baselineAnnual).toBe(expected.annual_cost * cents);
  });

  it('W3: five seats more than are in use', () => {
    const { input, expected } = workedExamples.W3;
    const { target, saving } = rightSized(input, { policy: 'seats', seats: 5 });
    expect([target, saving]).toEqual([expected.target_seats, expected.annual_saving * cents]);
  });

  it('W4: a buffer of 10 % and eight hires', () => {
    const { input, expected } = workedExamples.W4;
    const { analysis, target, saving } = rightSized(input, { policy: 'buffer', percent: 10, hires: 8 });
    expect([target, saving]).toEqual([expected.target_seats, expected.annual_saving * cents]);
    expect(analysis.totals.wasteAnnual).toBe(expected.waste_annual * cents);
  });

  it('W5: a buffer of 10 %', () => {
    const { input, expected } = workedExamples.W5;
    const { target, saving } = rightSized(input, { policy: 'buffer', percent: 10 });
    expect([target, saving]).toEqual([expected.target_seats, expected.annual_saving * cents]);
  });

  it('W7: a lower tier at a flat price', () => {
    const { flat_hi_month, flat_lo_month } = workedExamples.W7.input;
    const portfolio = portfolioOf({
      apps: [licensedApp(1, { purchased: 1, active: 1, inactive: 0 })],
      contracts: [plainContract(1, flat_hi_month * 12 * cents)],
    });
    const edits = [{ appId: 1, action: 'keep', tierPrice: flat_lo_month * 12 * cents }] as const;
    const { hardSavingAnnual } = analyzeSmall(portfolio, { edits }).totals;
    expect(hardSavingAnnual).toBe(workedExamples.W7.expected.annual_saving * cents);
  });
});

describe('published consolidations', () => {
  it('C1: three tools become one, which then costs more', () => {
    const { before, after, migration_one_time } = workedExamples.C1.input;
    const analysis = analyzeSmall(
      portfolioOf({
        apps: [
          appOf({ id: 1, name: 'Jira', spend12m: before.Jira * cents }),
          appOf({ id: 2, name: 'Asana', spend12m: before.Asana * cents }),
          appOf({ id: 3, name: 'Monday', spend12m: before.Monday * cents }),
        ],
      }),
      {
        edits: [
          { appId: 1, action: 'keep', projectedAnnual: after.Jira * cents },
          { appId: 2, action: 'replaceBy', survivorId: 1, oneTime: migration_one_time * cents },
          { appId: 3, action: 'replaceBy', survivorId: 1 },
        ],
      },
    );
    const { gross, net_first_year } = workedExamples.C1.expected;
    const { hardSavingAnnual, oneTime } = analysis.totals;
    const next12 = analysis.ledger.reduce((sum, row) => sum + row.next12, 0);
    expect(hardSavingAnnual).toBe(gross * cents);
    expect(next12 - oneTime).toBe(net_first_year * cents);
    expect(rowIn(analysis, 'added-seats:app-1').hardAnnual).toBe(-3000 * cents);
  });

  it('C2: two tools become one', () => {
    const { before, after, migration_one_time } = workedExamples.C2.input;
    const { totals } = analyzeSmall(
      portfolioOf({
        apps: [
          appOf({ id: 1, spend12m: before.Salesforce * cents }),
          appOf({ id: 2, spend12m: before.HubSpot * cents }),
        ],
      }),
      {
        edits: [
          { appId: 2, action: 'replaceBy', survivorId: 1, oneTime: migration_one_time * cents },
          { appId: 1, action: 'keep', projectedAnnual: after.Salesforce * cents },
        ],
      },
    );
    const { gross, net_first_year } = workedExamples.C2.expected;
    expect(totals.hardSavingAnnual).toBe(gross * cents);
    expect((totals.hardSavingAnnual ?? 0) - totals.oneTime).toBe(net_first_year * cents);
  });
});

describe('other published figures', () => {
  it('A1: a cost is split between departments without losing a cent', () => {
    const { cost, shares } = workedExamples.A1.input;
    const transactions = Object.entries(shares).map(([view, share]) =>
      transactionOf({
        id: view,
        appId: 1,
        date: '2026-06-30',
        amount: Math.round(cost * share * cents),
        view,
      }),
    );
    const organizationalView = { label: 'Department', entity: 'transaction', key: 'department' } as const;
    const { slices } = analyzeSmall(
      portfolioOf({
        apps: [appOf({ id: 1, spend12m: cost * cents })],
        transactions,
      }),
      { config: configOf({ organizationalView }) },
    );
    const { total, ...departments } = workedExamples.A1.expected;
    const found = Object.fromEntries(
      slices.map(({ value, baselineAnnual }) => [value, baselineAnnual / cents]),
    );
    expect(found).toEqual(departments);
    expect(total).toBe(cost);
  });

  it('U1: cost per active user', () => {
    const { annual, active } = workedExamples.U1.input;
    const apps = [appOf({ id: 1, spend12m: annual * cents, activeUsers: active })];
    const { costPerActiveUser } = appIn(analyzeSmall(portfolioOf({ apps })), 1);
    expect(costPerActiveUser).toBe(workedExamples.U1.expected.cost_per_active * cents);
  });
});
