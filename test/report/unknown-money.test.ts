/** Each gap of the unknown budget carries the money that hangs on it, with its bound, as a fact. */
import { describe, expect, it } from 'vitest';
import { explainFact } from '../../skill/analysis/explain/explain.ts';
import { factValue } from '../../skill/analysis/facts/facts.ts';
import { invalid } from '../../skill/mapping/base/value.ts';
import { plainText } from '../../skill/report/base/sentence.ts';
import { unknownsOf } from '../../skill/report/text/unknowns.ts';
import { analyzeSmall, licensedApp } from '../analysis/fixtures/analyze-small.ts';
import { configOf, contractOf, portfolioOf, usd } from '../analysis/fixtures/portfolio.ts';

const term = { termStart: '2026-01-01', termEnd: '2027-12-31', autoRenew: true } as const;
const portfolio = portfolioOf({
  apps: [licensedApp(11, { purchased: 10, active: 10, inactive: 0 })],
  contracts: [
    contractOf({ ...term, id: 1, appId: 11, annualValue: usd(1_000_000) }),
    contractOf({ ...term, id: 2, appId: 11 }),
    contractOf({
      ...term,
      id: 3,
      appId: 77,
      annualValue: usd(3_000_000),
      noticeDays: { amount: 30, unit: 'days' },
    }),
    contractOf({ ...term, id: 4, appId: 11, annualValue: usd(500_000), noticeDays: invalid('see MSA') }),
  ],
});
const analysis = analyzeSmall(portfolio);

function gap(id: string): { text: string; money: number | null; fact: string | null } {
  const found = unknownsOf(analysis).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no gap ${id}`);
  const { money, what } = found;
  return { text: plainText(what, 'USD'), money: money?.minor ?? null, fact: money?.fact ?? null };
}

describe('a gap', () => {
  it('of dates says what the contracts cost, at least where one does not say', () => {
    const { text, money } = gap('deadlines');
    expect(text).toBe(
      '3 contracts without a known notice deadline, on contracts that cost at least $15,000 a year.',
    );
    expect(money).toBe(1_500_000);
  });

  it('of apps says what is in no total', () => {
    const { text, money } = gap('left-out/no-app');
    expect(text).toMatch(/^1 contract in force .*, on contracts that cost \$30,000 a year, in no total: /);
    expect(money).toBe(3_000_000);
  });

  it('of what cannot be read says what the contracts cost, whole where all say it', () => {
    const { text, money } = gap('values');
    expect(text).toMatch(/cannot be read, on contracts that cost \$5,000 a year: /);
    expect(money).toBe(500_000);
  });

  it('has an amount that is a fact with an explanation', () => {
    for (const { money } of unknownsOf(analysis)) {
      if (money === null) continue;
      expect(factValue(analysis, money.fact)).toMatchObject({ kind: 'money', minor: money.minor });
      expect(explainFact(analysis, portfolio, configOf(), money.fact)?.formula).not.toBe('Counted.');
    }
  });
});
