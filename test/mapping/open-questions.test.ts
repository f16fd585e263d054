/** What discovery asks, in which order, and how an answer gets into the mapping. */
import { describe, expect, it, test } from 'vitest';
import { moneyContradictions } from '../../skill/mapping/discovery/draft-money.ts';
import { draftMapping } from '../../skill/mapping/discovery/discover.ts';
import { withQuestions } from '../../skill/mapping/discovery/kept-questions.ts';
import { setValues } from '../../skill/mapping/discovery/set-values.ts';
import type { TenantMapping } from '../../skill/mapping/base/mapping.ts';
import { openQuestions } from '../../skill/mapping/files/open-questions.ts';
import { parseMapping } from '../../skill/mapping/files/check.ts';
import type { JsonObject } from '../../skill/torii/json.ts';
import type { TenantRecords } from '../../skill/torii/read.ts';
import { definition, mappingWith, recordsWith, rows } from './sample.ts';

const today = '2026-11-27';

/** A tenant whose contracts keep a yearly cost as text, beside a total in cents. */
function tenant(
  contract: (index: number) => JsonObject = () => ({}),
  app: (index: number) => JsonObject = () => ({}),
): TenantRecords {
  return recordsWith({
    apps: rows(12, (index) => ({
      id: index + 1,
      name: `App ${index}`,
      state: 'Sanctioned',
      expenses: { value: 36_000_000, currency: 'USD' },
      ...app(index),
    })),
    contracts: rows(12, (index) => ({
      id: 200 + index,
      idApp: index + 1,
      name: `Contract ${index}`,
      status: 'active',
      currency: 'USD',
      startDate: '2026-01-01',
      endDate: '2026-12-31',
      c_yearlyCost_4: '360000',
      c_noticeDays_1: 30,
      c_autoRenew_2: 'Yes',
      ...contract(index),
    })),
    fields: [
      definition('contract', 'c_yearlyCost_4', 'Yearly Cost', 'singleLine'),
      definition('contract', 'c_noticeDays_1', 'Notice Period (days)', 'number'),
      definition('contract', 'c_autoRenew_2', 'Auto-Renewal', 'dropdown'),
    ],
  });
}

const idsOf = (records: TenantRecords): string[] => draftMapping(records).questions.map(({ id }) => id);

describe('the unit of money, by all witnesses', () => {
  it('is settled by the 12-month spend where there are no licenses', () => {
    const { mapping } = draftMapping(tenant());
    expect(mapping.fields.contract.annualValue).toMatchObject({ unit: 'major', confirmed: true });
  });

  it('is settled by contract totals alone, and settles the spend in turn', () => {
    const records = tenant(
      () => ({ amount: { value: 36_000_000, currency: 'USD' } }),
      () => ({ expenses: 36_000_000 }),
    );
    const { mapping } = draftMapping(records);
    expect(mapping.fields.contract.annualValue).toMatchObject({ unit: 'major', confirmed: true });
    expect(mapping.fields.app.spend12m).toMatchObject({ unit: 'minor', confirmed: true });
  });

  it('stars the likelier one where witnesses are too few', () => {
    const few = tenant(
      () => ({}),
      (index) => ({ expenses: index > 1 ? null : { value: 36_000_000, currency: 'USD' } }),
    );
    const { mapping, questions } = draftMapping(few);
    expect(mapping.fields.contract.annualValue).toMatchObject({ unit: 'major', confirmed: false });
    expect(questions[0]?.drafted).toContain('fields.contract.annualValue=major');
    expect(moneyContradictions(mapping, few)).toEqual([]);
  });

  it('is asked first, and no figure is said, where a stated unit is contradicted ten times over', () => {
    const records = tenant();
    const draft = draftMapping(records).mapping;
    const wrong = setUnit(draft, 'minor');
    expect(moneyContradictions(wrong, records)).toEqual([
      expect.objectContaining({ path: 'fields.contract.annualValue', key: 'c_yearlyCost_4' }),
    ]);
    expect(moneyContradictions({ ...wrong, fields: draft.fields }, records)).toEqual([]);
  });
});

function spend(label: string): TenantRecords {
  return {
    ...tenant(),
    fields: [definition('app', 'expenses', label, 'currency'), ...tenant().fields],
  };
}

function setUnit(mapping: TenantMapping, unit: 'minor' | 'major'): TenantMapping {
  const { annualValue, ...contract } = mapping.fields.contract;
  if (annualValue === undefined) throw new Error('the draft has a yearly cost');
  const open = { ...annualValue, unit, confirmed: false };
  return { ...mapping, fields: { ...mapping.fields, contract: { ...contract, annualValue: open } } };
}

describe('what is asked', () => {
  it('is what costs: a rate, a status, a state, and words that cannot be read', () => {
    const records = tenant(
      (index) => ({
        ...(index < 6 && { currency: 'EUR' }),
        ...(index === 6 && { status: 'In Flight' }),
        ...(index === 7 && { c_autoRenew_2: 'Tacitly' }),
      }),
      (index) => ({ state: index === 8 ? 'On hold' : 'Sanctioned' }),
    );
    const { questions } = draftMapping(records);
    expect(questions.map(({ id }) => id).slice(0, 4)).toEqual([
      'exchange-rate',
      'contract-status',
      'app-state',
      'unreadable-value',
    ]);
    expect(questions.length).toBeLessThanOrEqual(5);
    const texts = questions.map(({ text }) => text);
    expect(texts[0]).toContain('1 EUR (6 records, EUR 2,160,000)');
    expect(texts[1]).toContain('“In Flight”');
    expect(texts[1]).toContain('1 contract, USD 360,000');
    expect(texts[2]).toContain('“On hold”');
    expect(texts[3]).toContain('“Tacitly” mean in “renews by itself”');
  });

  it('is the costliest first, whatever kind it is of', () => {
    const records = tenant((index) => ({
      ...(index < 2 && { c_autoRenew_2: 'Tacitly' }),
      ...(index === 2 && { currency: 'EUR' }),
      ...(index > 5 && { status: 'In Flight' }),
    }));
    expect(idsOf(records).slice(0, 3)).toEqual(['contract-status', 'unreadable-value', 'exchange-rate']);
  });

  it('is not what a label says', () => {
    expect(idsOf(spend('Expenses'))).toContain('spend-window');
    expect(idsOf(spend('Spend, trailing 12 months'))).not.toContain('spend-window');
    const { mapping } = draftMapping(spend('Spend, trailing 12 months'));
    expect(mapping.fields.app.spend12m?.window).toBe('trailing12m');
    expect(draftMapping(spend('Spend this fiscal year')).mapping.fields.app.spend12m?.window).toBe(
      'fiscalYear',
    );
  });

  it('is an Organizational View under any name, but no id, date or yes and no', () => {
    const groups = ['North', 'South', 'East', 'West'];
    const records = tenant(
      () => ({}),
      (index) => ({
        c_tribe_9: index < 10 ? (groups[index % 4] ?? null) : null,
        c_ticket_3: `T-${index}`,
        c_reviewed_4: index % 2 === 0 ? 'yes' : 'no',
        c_renewed_5: '2026-01-01',
      }),
    );
    const { candidates, questions } = draftMapping(records);
    expect(candidates.views.map(({ key }) => key)).toEqual(['c_tribe_9']);
    const view = questions.find(({ id }) => id === 'organizational-view');
    expect(view?.options.map(({ text }) => text)[0]).toBe('c_tribe_9 (app, 4 values, filled 83 %)');
  });

  it('is the order of day and month, where no date proves it', () => {
    const open = tenant(() => ({ endDate: '03/04/2027' }));
    const question = draftMapping(open).questions.find(({ paths }) =>
      paths.includes('fields.contract.termEnd.format'),
    );
    expect(question?.options.map(({ sets }) => sets[0]?.value)).toEqual(['DD/MM/YYYY', 'MM/DD/YYYY']);
    const proven = tenant((index) => ({ endDate: index === 3 ? '31/12/2026' : '03/04/2027' }));
    const draft = draftMapping(proven);
    expect(draft.mapping.fields.contract.termEnd?.format).toBe('DD/MM/YYYY');
    expect(draft.questions.flatMap(({ paths }) => paths)).not.toContain('fields.contract.termEnd.format');
  });
});

describe('mapping set', () => {
  const mapping = mappingWith({
    fields: {
      app: { spend12m: { key: 'expenses', unit: 'minor' } },
      contract: { autoRenew: { key: 'auto' }, noticeDays: { key: 'notice' } },
    },
  });

  it.each<[string, string, unknown]>([
    [
      'fields.app.spend12m.unit=major',
      'fields.app.spend12m',
      { key: 'expenses', unit: 'major', confirmed: true, window: 'unknown' },
    ],
    ['tenant.name=Acme & Söhne', 'tenant.name', 'Acme & Söhne'],
    ['tenant.name=2026', 'tenant.name', '2026'],
    ['rates.perUnit.EUR=1.08', 'rates', { asOf: today, source: 'stated by hand', perUnit: { EUR: '1.08' } }],
    ['states.On hold=pending', 'states', { 'On hold': 'pending' }],
    ['contractStatuses.z. B. läuft=active', 'contractStatuses', { 'z. B. läuft': 'active' }],
    ['fields.contract.autoRenew.values.Tacit=yes', 'fields.contract.autoRenew.values', { Tacit: true }],
    ['fields.contract.noticeDays.values.Std.=60', 'fields.contract.noticeDays.values', { 'Std.': 60 }],
    ['fields.contract.noticeDays.values.n/a=none', 'fields.contract.noticeDays.values', { 'n/a': null }],
    ['fields.contract.noticeDays=c_other_2', 'fields.contract.noticeDays', { key: 'c_other_2' }],
    ['fields.contract.noticeDays=none', 'fields.contract.noticeDays', undefined],
    ['thresholds.inactiveDays=60', 'thresholds.inactiveDays', 60],
    ['organizationalView=user:team', 'organizationalView.key', 'team'],
    ['organizationalView=none', 'organizationalView', null],
  ])('%s', (text, path, value) => {
    const set = setValues(mapping, [text], today);
    if (!set.ok) throw new Error(set.problems[0]?.message);
    let held: unknown = set.mapping;
    for (const key of path.split('.')) held = (held as Record<string, unknown>)[key];
    expect(held).toEqual(value);
    expect(parseMapping(set.mapping).ok).toBe(true);
  });

  it.each([
    'fields.app.spend12m.unit=cents',
    'tennant.name=X',
    'nonsense',
    '=3',
    'thresholds.inactiveDays=soon',
  ])('sets nothing that does not check: %s', (text) => {
    const set = setValues(mapping, [text], today);
    expect(set.ok ? [] : set.problems.length).toBeGreaterThan(0);
  });

  it('takes back an approval, and strikes off what it answers', () => {
    const records = tenant((index) => ({ status: index === 0 ? 'In Flight' : 'active' }));
    const draft = draftMapping(records);
    const kept = withQuestions(draft.mapping, draft.questions);
    expect(parseMapping(JSON.parse(JSON.stringify(kept))).ok).toBe(true);
    const answer = openQuestions(kept)
      .flatMap(({ answers }) => answers)
      .find(({ text }) => text === '“In Flight”: active');
    expect(answer?.set).toEqual(['contractStatuses.In Flight=active']);
    const set = setValues(
      { ...kept, status: 'approved', approval: { by: 'A', at: today } },
      answer?.set ?? [],
      today,
    );
    if (!set.ok) throw new Error(set.problems[0]?.message);
    expect([set.mapping.status, set.mapping.approval]).toEqual(['draft', undefined]);
    expect(openQuestions(set.mapping).flatMap(({ paths }) => paths)).not.toContain(
      'contractStatuses.In Flight',
    );
    expect(openQuestions(set.mapping)).toHaveLength(openQuestions(kept).length - 1);
  });

  test('every answer that is offered checks', () => {
    const records = tenant(
      (index) => ({
        ...(index < 6 && { currency: 'EUR' }),
        ...(index === 7 && { c_autoRenew_2: 'Tacitly' }),
      }),
      (index) => ({ c_tribe_9: index % 2 === 0 ? 'North' : 'South' }),
    );
    const draft = draftMapping(records);
    const kept = withQuestions(draft.mapping, draft.questions);
    for (const { answers } of openQuestions(kept)) {
      for (const { set } of answers) expect([set, setValues(kept, set, today).ok]).toEqual([set, true]);
    }
  });
});
