import { describe, expect, it } from 'vitest';
import { assess } from '../../skill/analysis/stages/assess.ts';
import type { Assessed } from '../../skill/analysis/base/assessed.ts';
import type { Analysis } from '../../skill/analysis/base/contract.ts';
import { dayOf } from '../../skill/analysis/base/day.ts';
import { selfAudit } from '../../skill/analysis/stages/self-audit.ts';
import { analyzeSmall, licensedApp, plainContract } from './fixtures/analyze-small.ts';
import { appOf, configOf, portfolioOf } from './fixtures/portfolio.ts';

const config = configOf({
  organizationalView: { label: 'Department', entity: 'app', key: 'department' },
});
const portfolio = portfolioOf({
  apps: [licensedApp(1, { purchased: 100, active: 60, inactive: 30 }), appOf({ id: 2, spend12m: 500 })],
  contracts: [plainContract(1, 1_200_000)],
});
const sound = analyzeSmall(portfolio, { config, edits: [{ appId: 2, action: 'retire', pricePercent: 5 }] });
const assessed = assess(portfolio, config, dayOf(sound.asOf), { basis: 'aggregate', appIds: [] });

function failing(changed: Partial<Analysis>, from: Assessed = assessed, problems: string[] = []): string[] {
  return selfAudit({ ...sound, ...changed }, from, problems)
    .filter(({ ok }) => !ok)
    .map(({ check }) => check);
}

/** The first row, or the row at an index, with other values. */
function altered<Row>(rows: readonly Row[], change: Partial<Row>, at = 0): Row[] {
  return rows.map((row, index) => (index === at ? { ...row, ...change } : row));
}

describe('the self-audit finds', () => {
  it('nothing in a sound result', () => {
    expect(failing({})).toEqual([]);
  });

  it.each([
    [
      'a baseline that its apps do not make up',
      { totals: { ...sound.totals, baselineAnnual: 1 } },
      'Apps sum to the portfolio',
    ],
    [
      'a row too much',
      { ledger: [...sound.ledger, ...altered(sound.ledger.slice(0, 1), { id: 'x' })] },
      'Ledger rows sum to baseline − projected',
    ],
    [
      'a row of the wrong app',
      { ledger: altered(sound.ledger, { appId: 2 }) },
      'Ledger rows sum to baseline − projected',
    ],
    [
      'a negative projection',
      { apps: altered(sound.apps, { projectedAnnual: -1 }) },
      'Nothing negative is projected',
    ],
    [
      'a saving above the cost',
      { ledger: altered(sound.ledger, { hardAnnual: 1_200_001 }) },
      'No app saves more than it costs',
    ],
    [
      'money in a superseded row',
      { ledger: altered(sound.ledger, { hardAnnual: 1 }, 3) },
      'Superseded rows carry nothing',
    ],
    [
      'a headline that lost a part',
      { totals: { ...sound.totals, decidableAnnual: 0 } },
      'Decidable, locked and unknown sum to the hard saving',
    ],
    [
      'a window that holds more than a full year',
      { ledger: altered(sound.ledger, { next12: 9_999_999 }) },
      'Windows hold no more than a full year',
    ],
    ['a slice that is missing', { slices: [] }, 'Slices sum to the baseline'],
    ['an app that is listed twice', { apps: [...sound.apps, ...sound.apps] }, 'Every record is listed once'],
    [
      'a total without its label',
      { completeness: altered(sound.completeness, { status: 'denied' as const }) },
      'Incomplete sources label their totals',
    ],
    [
      'an amount that no integer can hold',
      { apps: altered(sound.apps, { costAnnual: 2 ** 60 }) },
      'Amounts are exact',
    ],
  ])('%s', (_, changed, check) => {
    expect(failing(changed)).toContain(check);
  });

  it('seats that do not add up', () => {
    const [app, ...others] = assessed.apps;
    if (app === undefined || app.seats === null) throw new Error('No seats.');
    const lines = altered(app.seats.lines, { active: 61 });
    const broken = { ...assessed, apps: [{ ...app, seats: { ...app.seats, lines } }, ...others] };
    expect(failing({}, broken)).toEqual(['Seat parts sum to the seats of every line']);
  });

  it('an edit that was not followed', () => {
    expect(failing({}, assessed, ['App 9 is not among the listed apps.'])).toEqual([
      'Every plan edit is followed',
    ]);
  });
});
