import { describe, expect, it } from 'vitest';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { demoRecordsOf } from '../../artifact/page/demo-records.ts';
import { analyze } from '../../skill/analysis/stages/analyze.ts';
import type { Analysis, Depth } from '../../skill/analysis/base/contract.ts';
import { explainFact } from '../../skill/analysis/explain/explain.ts';
import { factValue, sliceId } from '../../skill/analysis/facts/facts.ts';
import { narrow } from '../../skill/analysis/stages/narrow.ts';
import { applyMapping } from '../../skill/mapping/apply/apply.ts';
import { parseMapping } from '../../skill/mapping/files/check.ts';
import { analysisConfig } from '../../skill/mapping/apply/config.ts';

const asOf = '2026-11-22';
const records = demoRecordsOf(createTenant({ size: 'small', asOf }), `${asOf}T09:00:00.000Z`);
const views = {
  app: { label: 'Category', entity: 'app', key: 'category' },
  user: demoMapping(asOf).organizationalView,
};

function setUp(entity: keyof typeof views) {
  const parsed = parseMapping({ ...demoMapping(asOf), organizationalView: views[entity] });
  if (!parsed.ok) throw new Error('The mapping does not hold.');
  const portfolio = applyMapping(records, parsed.mapping);
  const depth: Depth = { basis: 'users', appIds: portfolio.apps.map(({ id }) => id) };
  const analysis = analyze(portfolio, analysisConfig(parsed.mapping), asOf, [], depth);
  return { portfolio, depth, analysis };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

it('explains a slice of whole apps by these apps, to the cent', () => {
  const { portfolio, analysis } = setUp('app');
  for (const { value, baselineAnnual } of analysis.slices) {
    const address = `slice/${sliceId(value)}/baselineAnnual`;
    const { from = [] } = explainFact(analysis, portfolio, analysis.inputs.config, address) ?? {};
    const costs = from.map((one) => factValue(analysis, one));
    expect(sum(costs.map((fact) => (fact?.kind === 'money' ? fact.minor : 0)))).toBe(baselineAnnual);
  }
});

it('works out no audit of the whole', () => {
  const { portfolio, depth, analysis } = setUp('app');
  const [first] = analysis.slices;
  let audits = 0;
  const watched = Object.defineProperty({ ...analysis }, 'selfAudit', {
    get: () => {
      audits += 1;
      return analysis.selfAudit;
    },
  });
  const part = narrow(watched, portfolio, depth, first?.value ?? '');
  expect(part?.selfAudit.length).toBe(analysis.selfAudit.length);
  expect(audits).toBe(0);
});

describe.each(['app', 'user'] as const)('an analysis narrowed by a field of the %s', (entity) => {
  const { portfolio, depth, analysis } = setUp(entity);
  const parts = analysis.slices.map(({ value }) => ({
    value,
    part: narrow(analysis, portfolio, depth, value) as Analysis,
  }));

  it('has totals of the rows it shows, and holds all checks', () => {
    expect(parts.length).toBeGreaterThan(2);
    for (const { part } of parts) {
      expect(part.totals.baselineAnnual).toBe(sum(part.apps.map(({ costAnnual }) => costAnnual ?? 0)));
      const isSeated = part.apps.some(({ seats }) => seats !== null);
      const booked = sum(part.ledger.map(({ hardAnnual }) => hardAnnual));
      expect(part.totals.hardSavingAnnual).toBe(isSeated ? booked : null);
      expect(part.selfAudit.filter(({ ok }) => !ok)).toEqual([]);
    }
  });

  it('lists as many apps as the slice counts', () => {
    for (const { value, part } of parts) {
      const slice = analysis.slices.find((one) => one.value === value);
      expect([value, part.apps.length]).toEqual([value, slice?.apps]);
    }
  });

  it('leaves no app out of every slice', () => {
    const listed = new Set(parts.flatMap(({ part }) => part.apps.map(({ id }) => id)));
    expect(listed.size).toBe(analysis.apps.length);
  });

  it('shows no less than what is allocated to the slice', () => {
    for (const { value, part } of parts) {
      const own = analysis.slices.find((one) => one.value === value)?.baselineAnnual ?? 0;
      expect(part.totals.baselineAnnual).toBeGreaterThanOrEqual(own);
    }
  });
});

it('a field of the app cuts the portfolio without remainder or overlap', () => {
  const { portfolio, depth, analysis } = setUp('app');
  const baselines = analysis.slices.map(
    ({ value }) => narrow(analysis, portfolio, depth, value)?.totals.baselineAnnual ?? 0,
  );
  expect(sum(baselines)).toBe(analysis.totals.baselineAnnual);
});

it('a slice that is not there is no part', () => {
  const { portfolio, depth, analysis } = setUp('app');
  expect(narrow(analysis, portfolio, depth, 'No such category')).toBeNull();
});
