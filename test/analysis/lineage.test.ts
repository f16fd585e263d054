import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { analyze } from '../../skill/analysis/stages/analyze.ts';
import type { Analysis } from '../../skill/analysis/base/contract.ts';
import { effects } from '../../skill/analysis/records/ledger-row.ts';
import { explainFact } from '../../skill/analysis/explain/explain.ts';
import type { Explanation } from '../../skill/analysis/explain/explanation.ts';
import { factValue, renderFact, sliceId } from '../../skill/analysis/facts/facts.ts';
import { countFields } from '../../skill/analysis/base/counts.ts';
import { groupings, groupsOf, type Grouping } from '../../skill/analysis/base/groups.ts';
import { checkNarrative } from '../../skill/analysis/facts/narrative.ts';
import { answerQuestions } from '../../skill/analysis/base/questions.ts';
import { toJson } from '../../skill/analysis/facts/to-json.ts';
import type { Portfolio } from '../../skill/mapping/base/portfolio.ts';
import { arbitraryPortfolio } from './fixtures/arbitrary.ts';
import { arbitraryConfig, arbitraryDepth, arbitraryEdits } from './fixtures/arbitrary-plan.ts';
import { analyzeSmall, licensedApp, plainContract } from './fixtures/analyze-small.ts';
import { appOf, configOf, contractOf, portfolioOf, transactionOf, usd } from './fixtures/portfolio.ts';

// Hundreds of tenants take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const portfolio = portfolioOf({
  apps: [
    licensedApp(11, { purchased: 100, active: 60, inactive: 30 }, { name: 'Zoom', spend12m: 1_210_050 }),
    appOf({ id: 12, name: 'Microsoft 365', activeUsers: 250, spend12m: 36_000_000 }),
    appOf({ id: 13, name: 'Miro', state: 'In Review' }),
  ],
  contracts: [plainContract(11, 1_200_000, { id: 7, noticeDays: 30 })],
});
const analysis = analyzeSmall(portfolio);

function explain(address: string, of: Portfolio = portfolio): Explanation | null {
  return explainFact(analyze(of, configOf(), analysis.asOf), of, configOf(), address);
}

function problems(markdown: string): string[] {
  return checkNarrative(markdown, analysis).problems.map(({ text }) => text);
}

/** Every address that an analysis offers, by the shape of its rows. */
const by = Object.keys(groupings) as Grouping[];

function addresses(all: Analysis): string[] {
  const { totals, apps, renewals, findings, ledger, slices } = all;
  return [
    ...Object.entries(totals).flatMap(([field, value]) => {
      if (typeof value === 'boolean' || typeof value === 'string') return [];
      return field === 'byEffect'
        ? effects.map((effect) => `totals/byEffect/${effect}`)
        : [`totals/${field}`];
    }),
    ...apps.flatMap(({ id }) =>
      [
        'costAnnual',
        'projectedAnnual',
        'expenses12m',
        'seats/inactive',
        'seats/idle',
        'costPerActiveUser',
        'lastUsedAt',
        'state',
      ].map((field) => `app/${id}/${field}`),
    ),
    ...renewals.flatMap(({ contractId }) =>
      [
        'deadline',
        'termEnd',
        'annualValue',
        'earliestExit',
        'name',
        'statusClass',
        'savingAnnual',
        'ifMissed/wasteAnnual',
        'ifMissed/committedUntil',
        'ifMissed/committedAmount',
      ].map((field) => `renewal/${contractId}/${field}`),
    ),
    ...findings.flatMap(({ id }) =>
      ['amount', 'low', 'high', 'score'].map((field) => `finding/${id}/${field}`),
    ),
    ...ledger.flatMap(({ id }) =>
      ['hardAnnual', 'next12', 'inYear', 'effectiveFrom'].map((field) => `ledger/${id}/${field}`),
    ),
    ...[
      'all',
      ...ledger.filter(({ supersededBy }) => supersededBy === null).map(({ lever }) => lever),
    ].flatMap((lever) => ['hardAnnual', 'next12', 'inYear'].map((field) => `lever/${lever}/${field}`)),
    ...slices.map(({ value }) => `slice/${sliceId(value)}/baselineAnnual`),
    ...by.flatMap((name) =>
      groupsOf(all, name).flatMap(({ value }) =>
        ['costAnnual', 'apps', 'unpricedApps'].map((field) => `${name}/${sliceId(value ?? '')}/${field}`),
      ),
    ),
    ...['any', 'soon', 'ahead', 'all', 'beyond-brief', 'beyond-digest'].flatMap((group) =>
      ['decisions', 'savingAnnual', 'atStakeAnnual', 'firstBy', 'lastBy', 'noticeBy', 'leavesFrom'].map(
        (field) => `due/${group}/${field}`,
      ),
    ),
    'depth/costShare',
  ];
}

describe('facts', () => {
  it.each([
    ['app/11/costAnnual', '$12,000'],
    ['app/12/costAnnual', '$360,000'],
    ['app/12/costPerActiveUser', '$1,440'],
    ['app/12/activeUsers', '250'],
    ['app/11/seats/inactive', '30'],
    ['app/11/seats/idle', '40'],
    ['lever/all/hardAnnual', '$4,080'],
    ['app/13/costAnnual', 'unknown'],
    ['app/13/state', 'In Review'],
    ['renewal/7/deadline', 'Dec 1, 2026'],
    ['totals/hardSavingAnnual', '$4,080'],
    ['ledger/inactive:app-11/seats', '24'],
    ['finding/unassigned:app-11:seats/amount', '$1,200'],
    ['finding/unassigned:app-11:seats/score', '70%'],
    ['category/%/costAnnual', '$372,000'],
    ['category/%/apps', '3'],
    ['category/%/unpricedApps', '1'],
  ])('%s is %s', (address, text) => {
    const fact = factValue(analysis, address);
    expect(fact && renderFact(fact)).toBe(text);
  });

  it.each([
    'app/99/costAnnual',
    'app/11/constructor',
    'app/11/toString',
    'totals/__proto__',
    'nothing',
    '',
    'app/011/costAnnual',
    'app/11/',
    'finding/x/amount',
    'vendor/Nobody/costAnnual',
  ])('%s is none', (address) => {
    expect(factValue(analysis, address)).toBeNull();
    expect(explainFact(analysis, portfolio, configOf(), address)).toBeNull();
  });
});

describe('lineage', () => {
  it('of a contract cost names the contract and its field', () => {
    expect(explain('app/11/costAnnual')).toMatchObject({
      value: '$12,000',
      sources: [{ source: 'contracts', id: 7, fields: ['annualValue'] }],
    });
  });

  it('of a total brought to a year names the term', () => {
    const contract = contractOf({
      id: 7,
      appId: 1,
      totalValue: 2_400,
      termStart: '2026-01-01',
      termEnd: '2027-12-31',
    });
    const lineage = explain(
      'app/1/costAnnual',
      portfolioOf({ apps: [appOf({ id: 1 })], contracts: [contract] }),
    );
    expect(lineage?.sources).toEqual([
      { source: 'contracts', id: 7, fields: ['totalValue', 'termStart', 'termEnd'] },
    ]);
  });

  it('of spend from transactions names those of the last 365 days', () => {
    const transactions = [
      transactionOf({ id: 'old', appId: 1, date: '2025-11-22', amount: 5 }),
      transactionOf({ id: 'first', appId: 1, date: '2025-11-23', amount: 300 }),
      transactionOf({ id: 'refund', appId: 1, date: '2026-11-22', amount: -100 }),
      transactionOf({ id: 'other', appId: 2, date: '2026-11-22', amount: 7 }),
    ];
    const lineage = explain('app/1/costAnnual', portfolioOf({ apps: [appOf({ id: 1 })], transactions }));
    expect(lineage?.value).toBe('$2');
    expect(lineage?.sources.map(({ id }) => id)).toEqual(['first', 'refund']);
  });

  it('of a ledger row says what it takes for granted', () => {
    const lineage = explain('ledger/inactive:app-11/hardAnnual');
    expect(lineage?.assumptions).toContain('Inactive by the threshold of Torii.');
    expect(lineage?.assumptions).toContain('Seats to hold: those kept, a buffer of 10 % and 0 hires.');
    expect(lineage?.from).toContain('finding/inactive:app-11:seats/amount');
  });

  it('puts the values into the formula of a row, and they give its amount', () => {
    const whole = portfolioOf({
      apps: [licensedApp(11, { purchased: 40, active: 31, inactive: 0 }, { name: 'Salesforce' })],
      contracts: [plainContract(11, 8_316_000, { id: 7, noticeDays: 30 })],
    });
    const config = configOf({
      rightSizing: { policy: 'buffer', percent: 0, seats: 0, hires: 0, perApp: {} },
    });
    const result = analyze(whole, config, analysis.asOf);
    const row = result.ledger.find(({ lever }) => lever === 'unassigned');
    const lineage = explainFact(result, whole, config, `ledger/${row?.id}/hardAnnual`);
    expect(lineage?.formula).toBe('9 seats × $83,160 ÷ 40 = $18,711.');
    expect(lineage?.from).toEqual([`ledger/${row?.id}/seats`, 'app/11/costAnnual', 'app/11/seats/purchased']);
  });

  it.each(Object.keys(countFields).filter((name) => name !== 'edits'))(
    'of the count %s lists what is counted',
    (name) => {
      fc.assert(
        fc.property(arbitraryPortfolio, arbitraryConfig, (given, config) => {
          const result = analyze(given, config, '2026-11-22');
          const { value, from } = explainFact(result, given, config, `count/${name}`) ?? {
            value: '',
            from: [],
          };
          const facts = from.map((one) => factValue(result, one));
          const counted =
            name === 'unknownSeats'
              ? facts.reduce((sum, fact) => sum + (fact?.kind === 'count' ? fact.count : 0), 0)
              : facts.length;
          expect(facts).not.toContain(null);
          expect(value).toBe(renderFact({ kind: 'count', count: counted }));
        }),
        { numRuns: 25 },
      );
    },
  );

  it('of a lever names rows of the ledger that add up to it, to the cent', () => {
    const { value, from } = explain('lever/inactive/next12') ?? { value: '', from: [] };
    const cents = from.reduce((sum, one) => {
      const fact = factValue(analysis, one);
      return sum + (fact?.kind === 'money' ? fact.minor : 0);
    }, 0);
    expect(from.length).toBeGreaterThan(0);
    expect(value).toBe(renderFact({ kind: 'money', minor: cents, currency: 'USD' }));
  });

  it.each(by)('of each %s names apps that add up to it, and the groups add up to the baseline', (name) => {
    fc.assert(
      fc.property(arbitraryPortfolio, arbitraryConfig, (given, config) => {
        const result = analyze(given, config, '2026-11-22');
        const minor = (address: string): number => {
          const fact = factValue(result, address);
          return fact?.kind === 'money' ? fact.minor : 0;
        };
        const sums = groupsOf(result, name).map(({ value }) => {
          const address = `${name}/${sliceId(value ?? '')}/costAnnual`;
          const { from = [] } = explainFact(result, given, config, address) ?? {};
          expect(from.reduce((sum, one) => sum + minor(one), 0)).toBe(minor(address));
          return minor(address);
        });
        expect(sums.reduce((sum, one) => sum + one, 0)).toBe(result.totals.baselineAnnual);
      }),
      { numRuns: 100 },
    );
  });

  it('exists for every fact of every tenant, and leads only to facts that exist', () => {
    fc.assert(
      fc.property(
        arbitraryPortfolio,
        arbitraryConfig,
        arbitraryEdits,
        arbitraryDepth,
        (given, config, edits, depth) => {
          const result = analyze(given, config, '2026-11-22', edits, depth);
          const lineages = addresses(result).map((address) => explainFact(result, given, config, address));
          expect(lineages.every((lineage) => lineage !== null && lineage.formula !== '')).toBe(true);
          const from = new Set(lineages.flatMap((lineage) => lineage?.from ?? []));
          expect([...from].filter((address) => factValue(result, address) === null)).toEqual([]);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('a narrative', () => {
  it('passes when every number is a citation that is exact', () => {
    const text = `# 1. Where the money goes
1. Zoom costs [$12,000](fact:app/11/costAnnual) a year; decide by [Dec 1, 2026](fact:renewal/7/deadline).
2. Microsoft 365 has [250](fact:app/12/activeUsers) users as of 2026-11-22 (22 Nov, November 22, 2026, Nov 2026).
3. Zoom ends on 31 Dec 2026; FY 2027 and Q3 are periods.

\`npx report --top 10\`

\`\`\`
42 is not prose
\`\`\``;
    expect(problems(text)).toEqual([]);
  });

  it.each([
    ['a bare number', 'Zoom has 30 idle seats.', '30'],
    ['a bare amount', 'It costs $12,000 a year.', '$12,000'],
    ['a rounded citation', 'About [$12k](fact:app/11/costAnnual).', '$12k'],
    ['another fact’s value', 'It costs [$360,000](fact:app/11/costAnnual).', '$360,000'],
    ['a fact that does not exist', '[$1](fact:app/99/costAnnual)', '$1'],
    ['a fact that is unknown', '[$0](fact:app/13/costAnnual)', '$0'],
    ['a number beside a citation', '[$12,000](fact:app/11/costAnnual) of 99', '99'],
    ['a number in a link', 'See [42 apps](https://example.com/1).', '42'],
    ['a number in brackets', 'Half of it (22.', '22'],
    ['a share in words', 'Of Zoom forty percent is idle.', 'forty percent'],
    ['an amount in words', 'We saved half a million.', 'half a million'],
    ['a fraction in words', 'It is two thirds of the bill.', 'two thirds'],
    ['a count in words', 'Three apps overlap.', 'Three'],
    ['a wrong deadline', 'Give notice for Zoom by 30 July 2026.', '30 July 2026'],
    ['a deadline a day late', 'Give notice for Zoom by 2 Dec 2026.', '2 Dec 2026'],
    ['a date of another app', 'Give notice for Miro by 1 Dec 2026.', '1 Dec 2026'],
    ['a month in which nothing happens', 'Zoom renews in May 2027.', 'May 2027'],
    ['a dotted date that is wrong', 'Give notice for Zoom by 2.12.2026.', '2.12.2026'],
    ['a multiple in words', 'Zoom costs twice as much as Miro.', 'twice'],
    ['a number that ends like a date', 'We saved 5 Decibels.', '5'],
    ['a name’s number on its own', 'There are 365 of them.', '365'],
    ['digits of another script', 'It has ٣٠ seats.', '٣٠'],
  ])('is rejected for %s', (_, markdown, text) => {
    expect(problems(markdown)).toContain(text);
  });

  it.each([
    'Zoom: give notice by December 1, 2026.',
    'Zoom: notice by 2026-12-01.',
    'Zoom: notice by 1.12.2026, which is 01. 12. 2026.',
    'Zoom renews itself.\nNotice by December 1st.',
    'The contract of [$12,000](fact:renewal/7/annualValue) needs notice by 1 Dec.',
    'One of the apps, on the second quarter of a page.',
  ])('passes with %j', (markdown) => {
    expect(problems(markdown)).toEqual([]);
  });

  it.each(['X-1', '3M (EMEA) [new]', 'C++ | 2', 'a.b*c 4^2', 'Forty Two', '\\d+ 7'])(
    'is safe from an app called %s',
    (name) => {
      const named = analyzeSmall(portfolioOf({ apps: [appOf({ id: 1, name })] }));
      const escapedName = name.replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
      expect(checkNarrative(`${name} is fine, ${escapedName} too.`, named).problems).toEqual([]);
      expect(checkNarrative(`${name} has 30 seats.`, named).problems).toHaveLength(1);
    },
  );

  it.each(['', 'All is well.', '\u0000\u0001'])('in which nothing can be checked says so: %j', (markdown) => {
    expect(checkNarrative(markdown, analysis)).toEqual({ checked: 0, problems: [] });
  });

  it('says on which line and what would be right', () => {
    expect(checkNarrative('Fine.\n\nBad: [$1](fact:app/11/costAnnual)', analysis).problems).toEqual([
      { line: 3, text: '$1', message: 'app/11/costAnnual is “$12,000”, not “$1”.' },
    ]);
  });
});

describe('the three questions', () => {
  it('count what the records do not say', () => {
    const answers = answerQuestions(analysis);
    expect(answers.usersOver100).toMatchObject({ total: 1, unknown: 2 });
    expect(answers.topSpend.items.map(({ id }) => id)).toEqual([12, 11]);
    expect(answers.topSpend.unknown).toBe(1);
  });

  it('100 users are not more than 100', () => {
    const apps = [appOf({ id: 1, activeUsers: 100 }), appOf({ id: 2, activeUsers: 101 })];
    const { items } = answerQuestions(analyzeSmall(portfolioOf({ apps }))).usersOver100;
    expect(items.map(({ id }) => id)).toEqual([2]);
  });

  it('renewing means that the term ends in [today, today + 60 days], signed and not over', () => {
    const ends = ['2026-11-21', '2026-11-22', '2027-01-21', '2027-01-22'];
    const contracts = [
      ...ends.map((termEnd, index) => plainContract(1, 1, { id: index + 1, termEnd })),
      plainContract(1, 1, { id: 8, termEnd: '2026-12-01', statusClass: 'pipeline' }),
      plainContract(1, 1, { id: 9, termEnd: '2026-12-01', statusClass: 'ended' }),
      contractOf({ id: 10, appId: 1 }),
    ];
    const given = portfolioOf({ apps: [appOf({ id: 1 })], contracts });
    const { items, unknown } = answerQuestions(analyzeSmall(given)).renewing60;
    expect(items.map(({ contractId }) => contractId)).toEqual([2, 3]);
    expect(unknown).toBe(1);
  });
});

describe('the JSON form', () => {
  it('writes amounts as decimal texts of the currency, and keeps unknown apart', () => {
    const json = toJson(analysis);
    expect(json.totals.hardSavingAnnual).toBe('4080.00');
    expect(json.apps.map(({ costAnnual }) => costAnnual)).toEqual(['12000.00', '360000.00', null]);
    expect(json.ledger[0]?.hardAnnual).toBe('1200.00');
  });

  it('writes the recorded amount in its own currency', () => {
    const yen = { minor: 5_000, currency: 'JPY', converted: 3_333 };
    const [app] = toJson(analyzeSmall(portfolioOf({ apps: [appOf({ id: 1, spend12m: yen })] }))).apps;
    expect(app).toMatchObject({ costAnnual: '33.33', native: { amount: '5000', currency: 'JPY' } });
  });

  it('writes the amounts of edits too', () => {
    const edits = [{ appId: 12, action: 'keep', projectedAnnual: 100, oneTime: 50 }] as const;
    const [edit] = toJson(analyzeSmall(portfolio, { edits })).inputs.edits;
    expect(edit).toMatchObject({ projectedAnnual: '1.00', oneTime: '0.50' });
  });
});

describe('an incomplete reading', () => {
  it('labels every total that it is behind', () => {
    const completeness = portfolio.completeness.map((entry) => ({ ...entry, status: 'partial' as const }));
    const partial = analyze({ ...portfolio, completeness }, configOf(), '2026-11-22');
    expect(partial.totals.partial).toBe(true);
    const lineage = explainFact(partial, portfolio, configOf(), 'totals/baselineAnnual');
    expect(lineage?.assumptions.join()).toContain('Partial');
  });

  it('fails the self-audit when control totals differ', () => {
    const control = { theirs: { count: 3, expenses: 10 }, ours: { count: 3, expenses: 9 }, equal: false };
    const completeness = portfolio.completeness.map((entry) => ({ ...entry, control }));
    const { selfAudit } = analyze({ ...portfolio, completeness }, configOf(), '2026-11-22');
    expect(selfAudit.filter(({ ok }) => !ok)).toMatchObject([{ check: 'Control totals agree' }]);
  });
});

it('money of 20 currencies reaches one total by its rate', () => {
  const codes = 'EUR GBP JPY CHF CAD AUD SEK NOK DKK PLN CZK HUF KWD BHD CLF INR BRL MXN ZAR SGD'.split(' ');
  const rates = {
    asOf: '2026-11-01',
    source: 'ECB',
    perUnit: Object.fromEntries(codes.map((code) => [code, '1'])),
  };
  const apps = codes.map((currency, index) =>
    appOf({ id: index + 1, spend12m: { ...usd(1_000), currency } }),
  );
  const { totals } = analyzeSmall(portfolioOf({ apps }), { config: configOf({ rates }) });
  // 1,000 minor units are 10 of most, 1,000 yen, 1 dinar (two currencies), 0.1 CLF.
  expect(totals.baselineAnnual).toBe(16 * 1_000 + 100_000 + 2 * 100 + 10);
});
