import { describe, expect, it } from 'vitest';
import { withSettings } from '../../skill/mapping/discovery/answer.ts';
import { applyMapping } from '../../skill/mapping/apply/apply.ts';
import { parseMapping } from '../../skill/mapping/files/check.ts';
import { draftMapping, type MappingDraft } from '../../skill/mapping/discovery/discover.ts';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import type { FieldDefinition, TenantRecords } from '../../skill/torii/base/records.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { awkwardTenants } from './tenants.ts';
import { definition, recordsWith, rows } from './sample.ts';

type Mapped = Readonly<Record<string, { readonly key: string } | undefined>>;

function keysOf(fields: { readonly app: Mapped; readonly contract: Mapped }): Record<string, string> {
  const keys: Record<string, string> = {};
  for (const entity of ['app', 'contract'] as const) {
    for (const [name, field] of Object.entries(fields[entity]))
      if (field) keys[`${entity}.${name}`] = field.key;
  }
  return keys;
}

function question(draft: MappingDraft, id: string): MappingDraft['questions'][number] | undefined {
  return draft.questions.find((entry) => entry.id === id);
}

const unitOf = (values: readonly JsonObject[]): MappingDraft['candidates']['units'][string] | undefined =>
  draftMapping(recordsWith({ apps: rows(values.length, (index) => ({ id: index, ...values[index] })) }))
    .candidates.units['fields.app.spend12m'];
const licensed = (expenses: number, cost: number): JsonObject => ({
  expenses,
  licenses: { summary: { annualCost: { value: cost, currency: 'USD' } } },
});

describe('tenants that nobody described', () => {
  it.each(Object.entries(awkwardTenants))(
    '%s: the draft finds the right keys',
    (_name, { records, expected }) => {
      const draft = draftMapping(records);
      expect(keysOf(draft.mapping.fields)).toMatchObject(expected.keys);
      expect(draft.mapping.tenant.currency).toBe(expected.currency);
      expect(draft.mapping.organizationalView?.key ?? null).toBe(expected.view);
      for (const [path, unit] of Object.entries(expected.units)) {
        expect([path, draft.candidates.units[path]?.unit, draft.candidates.units[path]?.confirmed]).toEqual([
          path,
          unit.unit,
          unit.confirmed,
        ]);
      }
      for (const absent of expected.absent) expect(keysOf(draft.mapping.fields)).not.toHaveProperty([absent]);
    },
  );

  it.each(Object.entries(awkwardTenants))(
    '%s: the draft checks, with at most five questions',
    (_name, { records }) => {
      const draft = draftMapping(records);
      expect(parseMapping(JSON.parse(JSON.stringify(draft.mapping))).ok).toBe(true);
      expect(draft.mapping.status).toBe('draft');
      expect(draft.questions.length).toBeLessThanOrEqual(5);
      expect(new Set(draft.questions.map(({ id }) => id)).size).toBe(draft.questions.length);
      for (const { options, paths } of draft.questions) {
        expect(options.length).toBeGreaterThan(1);
        for (const path of paths) expect(options.some((option) => option.path === path)).toBe(true);
      }
    },
  );

  it.each(Object.entries(awkwardTenants))(
    '%s: the order of records does not matter',
    (_name, { records }) => {
      const turned: TenantRecords = {
        ...records,
        apps: records.apps.toReversed(),
        contracts: records.contracts.toReversed(),
        users: records.users.toReversed(),
        fields: records.fields.toReversed(),
      };
      expect(draftMapping(turned).mapping).toEqual(draftMapping(records).mapping);
    },
  );

  it('gives evidence in sentences, and confidence between 0 and 1', () => {
    for (const { records } of Object.values(awkwardTenants)) {
      const { fields, views } = draftMapping(records).candidates;
      for (const candidate of [...Object.values(fields).flat(), ...views]) {
        expect(candidate.confidence).toBeGreaterThanOrEqual(0);
        expect(candidate.confidence).toBeLessThanOrEqual(1);
        for (const sentence of candidate.evidence) expect(sentence).toMatch(/\.$/);
      }
    }
  });

  it('starts from nothing with Torii’s own keys, and fails on nothing', () => {
    const draft = draftMapping(recordsWith(), { name: ' Brindle ', currency: 'eur' });
    expect(draft.mapping.tenant).toMatchObject({ name: 'Brindle', currency: 'EUR' });
    expect(draft.mapping.fields.app.spend12m).toMatchObject({ key: 'expenses', confirmed: false });
    expect(draft.mapping.fields.contract.noticeDays).toBeUndefined();
  });
});

describe('the unit of money', () => {
  it('is minor when it is about the license cost, major when about a hundredth of it', () => {
    expect(unitOf(rows(5, (index) => licensed(100_000 + index, 90_000)))).toMatchObject({
      unit: 'minor',
      confirmed: true,
    });
    expect(unitOf(rows(5, (index) => licensed(1000 + index, 90_000)))).toMatchObject({
      unit: 'major',
      confirmed: true,
    });
  });

  it('is the likelier one, unconfirmed, when figures are few, or disagree', () => {
    expect(unitOf(rows(2, () => licensed(1000, 90_000)))).toMatchObject({ unit: 'major', confirmed: false });
    expect(unitOf(rows(2, () => licensed(90_000, 90_000)))).toMatchObject({
      unit: 'minor',
      confirmed: false,
    });
    expect(unitOf(rows(9, (index) => licensed(7 ** index, 90_000)))).toMatchObject({
      unit: 'minor',
      confirmed: false,
    });
    expect(unitOf(rows(9, () => ({ expenses: 1000 })))).toMatchObject({ unit: 'minor', confirmed: false });
  });

  it('is major when there are decimals, minor when each value names its currency', () => {
    expect(unitOf([{ expenses: 12.5 }, { expenses: 10 }])).toMatchObject({ unit: 'major', confirmed: true });
    expect(unitOf([{ expenses: { value: 12, currency: 'EUR' } }])).toMatchObject({
      unit: 'minor',
      confirmed: true,
    });
  });

  it('follows transactions where there is no license cost', () => {
    const transactions = rows(12, (index) => ({
      idApp: index % 4,
      transactionDate: `2026-0${1 + Math.floor(index / 4)}-01`,
      amount: { value: 5000, currency: 'USD' },
    }));
    const apps = rows(4, (id) => ({ id, expenses: 150 }));
    const draft = draftMapping(recordsWith({ apps, transactions }));
    expect(draft.candidates.units['fields.app.spend12m']).toMatchObject({ unit: 'major', confirmed: true });
  });

  it('is asked for with a figure that somebody can know', () => {
    const apps = [
      { id: 1, name: 'Box', expenses: 100 },
      { id: 2, name: 'Slack', expenses: 1_234_500 },
    ];
    const draft = draftMapping(recordsWith({ apps }));
    const money = question(draft, 'money-unit');
    const texts = money?.options.map(({ text }) => text) ?? [];
    expect(texts).toContain('Slack: USD 12,345.00');
    expect(texts).toContain('Slack: USD 1,234,500.00');
    const major = money?.options.filter(({ id }) => id === 'fields.app.spend12m=major') ?? [];
    const answered = withSettings(
      draft.mapping,
      major.flatMap(({ sets }) => sets),
    );
    expect(answered.ok && answered.mapping.fields.app.spend12m).toMatchObject({
      unit: 'major',
      confirmed: true,
    });
  });
});

describe('answers', () => {
  it('change what they decide and nothing else', () => {
    const { records } = awkwardTenants['labels without meaning in their keys'];
    const draft = draftMapping(records);
    for (const { options } of draft.questions) {
      for (const option of options) {
        const answered = withSettings(draft.mapping, option.sets);
        expect(answered.ok).toBe(true);
      }
    }
    const none = question(draft, 'organizational-view')?.options.at(-1);
    const answered = none && withSettings(draft.mapping, none.sets);
    expect(answered?.ok && answered.mapping).toEqual({ ...draft.mapping, organizationalView: null });
  });

  it('say which of them the draft already assumes', () => {
    const draft = draftMapping(recordsWith());
    const days = question(draft, 'inactivity-days');
    expect(days?.options.filter(({ id }) => days.drafted.includes(id)).map(({ text }) => text)).toEqual([
      '90 days',
    ]);
  });
});

describe('the demonstration tenant', () => {
  const tenant = createTenant({ size: 'medium' });
  const defined = (['app', 'contract', 'user'] as const).flatMap((entity) =>
    tenant.fields[entity].map((row): FieldDefinition => {
      const { systemKey, key, name, type, sourceIdApp } = row as Record<string, string | undefined>;
      const source = typeof sourceIdApp === 'number' ? sourceIdApp : null;
      return definition(entity, systemKey ?? key ?? '', name ?? '', type, source);
    }),
  );
  const records = recordsWith({
    apps: [...tenant.apps],
    contracts: [...tenant.contracts],
    users: [...tenant.users],
    transactions: [...tenant.transactions],
  });
  const approved = demoMapping();

  it.each([
    ['with field definitions', defined],
    ['from samples alone', []],
  ])('has the keys that its people approved, %s', (_name, fields) => {
    const { mapping } = draftMapping({ ...records, fields });
    expect(keysOf(mapping.fields)).toEqual(keysOf(approved.fields));
    expect(mapping.organizationalView?.key).toBe(approved.organizationalView?.key);
    for (const name of ['annualValue', 'totalValue', 'unitPrice'] as const) {
      expect(mapping.fields.contract[name]?.unit).toBe(approved.fields.contract[name]?.unit);
    }
  });

  it('gives the same portfolio under the draft as under the approved mapping', () => {
    const parsed = parseMapping(approved);
    if (!parsed.ok) throw new Error('the demonstration mapping is right');
    const draft = draftMapping({ ...records, fields: defined }).mapping;
    const [mine, theirs] = [draft, parsed.mapping].map((mapping) => applyMapping(records, mapping));
    expect(mine?.contracts).toEqual(theirs?.contracts);
  });
});
