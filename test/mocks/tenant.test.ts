import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import type { Tenant, TenantSize } from '../../mocks/tenant/tenant.ts';
import { mappingSchema } from '../../skill/mapping/base/mapping.ts';
import type { JsonObject, JsonValue } from '../../skill/torii/base/json.ts';

interface Money {
  readonly value: number;
  readonly currency: string;
}
interface Summary {
  readonly totalAmount: number;
  readonly activeAmount?: number;
  readonly inactiveAmount?: number;
  readonly unassignedAmount: number;
  readonly annualCost: Money;
}
interface LicenseType extends Summary {
  readonly name: string;
  readonly pricePerLicense: Money;
  readonly annualCostInOrgCurrency: Money;
}
interface Licenses {
  readonly summary: Summary;
  readonly types: readonly LicenseType[];
}

const small = createTenant({ size: 'small' });
const medium = createTenant({ size: 'medium' });

const named = (tenant: Tenant, name: string): JsonObject => {
  const app = tenant.apps.find((row) => row['name'] === name);
  if (app === undefined) throw new Error(`no app ${name}`);
  return app;
};
const idOf = (row: JsonObject) => Number(row['id']);
const contractsOf = (tenant: Tenant, name: string) =>
  tenant.contracts.filter((row) => row['idApp'] === named(tenant, name)['id']);
const licensesOf = (row: JsonObject) => row['licenses'] as unknown as Licenses | undefined;
/** Milliseconds of the calendar day of an instant, written as text or as milliseconds. */
const dayOf = (value: JsonValue | undefined): number => {
  if (typeof value === 'number') return Math.floor(value / 86_400_000) * 86_400_000;
  return typeof value === 'string' ? Date.parse(value.slice(0, 10)) : NaN;
};
const daysFrom = (tenant: Tenant, value: JsonValue | undefined) =>
  (dayOf(value) - Date.parse(tenant.asOf)) / 86_400_000;

const everything = (size: TenantSize, seed: number, asOf: string) => {
  const tenant = createTenant({ size, seed, asOf });
  return JSON.stringify([tenant, [...tenant.appUsers]]);
};

const months = (row: JsonObject) =>
  (dayOf(row['endDate']) + 86_400_000 - dayOf(row['startDate'])) / (86_400_000 * 30.4375);
const keysOf = (rows: readonly JsonObject[]) => new Set(rows.flatMap((row) => Object.keys(row)));
const keysDefined = (rows: readonly JsonObject[]) => rows.map((row) => row['systemKey'] ?? row['key']);
const peopleOf = (tenant: Tenant, name: string) =>
  new Set((tenant.appUsers.get(idOf(named(tenant, name))) ?? []).map((row) => row['idUser']));
/** Shared users over the smaller of the two. */
const containment = (tenant: Tenant, one: string, other: string) => {
  const [a, b] = [peopleOf(tenant, one), peopleOf(tenant, other)];
  return [...a].filter((id) => b.has(id)).length / Math.min(a.size, b.size);
};
const holdsLicense = (row: JsonObject) => Array.isArray(row['licenses']) && row['licenses'].length > 0;

describe('size', () => {
  test.each([
    ['small', 40, 20, 150],
    ['medium', 400, 120, 2000],
    ['large', 10_000, 1500, 20_000],
  ] as const)('%s has %i apps, %i contracts, %i users', (size, apps, contracts, users) => {
    const tenant = createTenant({ size });
    expect(tenant.apps).toHaveLength(apps);
    expect(tenant.contracts).toHaveLength(contracts);
    expect(tenant.users).toHaveLength(users);
    for (const rows of [tenant.apps, tenant.contracts, tenant.users, tenant.transactions]) {
      expect(new Set(rows.map(idOf)).size).toBe(rows.length);
    }
  });

  test('large has more than 100,000 app users', () => {
    let rows = 0;
    for (const list of createTenant({ size: 'large' }).appUsers.values()) rows += list.length;
    expect(rows).toBeGreaterThan(100_000);
  });
});

describe('determinism', () => {
  test('the same options give the same bytes, another seed does not', () => {
    assert(
      property(integer({ min: 0, max: 1e6 }), (seed) => {
        const once = everything('small', seed, '2026-11-22');
        expect(everything('small', seed, '2026-11-22')).toBe(once);
        expect(everything('small', seed + 1, '2026-11-22')).not.toBe(once);
      }),
      { numRuns: 5 },
    );
  });

  test('dates move with the as-of date, month ends and leap days included', () => {
    for (const asOf of ['2024-02-29', '2026-01-31', '2027-12-31', '2026-03-01']) {
      const tenant = createTenant({ size: 'small', asOf });
      const [webex] = contractsOf(tenant, 'Cisco Webex');
      const days = daysFrom(tenant, webex?.['endDate']);
      expect(days).toBeGreaterThanOrEqual(29);
      expect(days).toBeLessThanOrEqual(33);
      expect(tenant.transactions.every((row) => daysFrom(tenant, row['transactionDate']) <= 0)).toBe(true);
    }
  });
});

describe.each([
  ['small', small],
  ['medium', medium],
] as const)('the %s tenant agrees with itself', (_, tenant) => {
  test('license summaries and lines are the roll-up of user rows', () => {
    const integrated = tenant.apps.filter((row) => licensesOf(row) !== undefined);
    expect(integrated.length).toBeGreaterThan(15);
    for (const app of integrated) {
      const licenses = licensesOf(app);
      if (licenses === undefined) continue;
      const holders = (tenant.appUsers.get(idOf(app)) ?? []).filter(holdsLicense);
      const seen = holders.filter((row) => row['lastVisitTime'] !== null);
      const idle = seen.filter((row) => daysFrom(tenant, row['lastVisitTime']) < -90).length;
      const { summary, types } = licenses;
      const rolledUp = seen.length === 0 ? [] : [idle, seen.length - idle];
      const shown = [summary.inactiveAmount, summary.activeAmount].filter((count) => count !== undefined);
      expect([app['name'], ...shown]).toEqual([app['name'], ...rolledUp]);
      const assigned = types.map(
        ({ name }) =>
          holders.filter((row) => (row['licenses'] as { name: string }[])[0]?.name === name).length,
      );
      expect(types.map((type) => type.unassignedAmount)).toEqual(
        types.map((type, index) => Math.max(0, type.totalAmount - (assigned[index] ?? 0))),
      );
      for (const key of ['totalAmount', 'unassignedAmount'] as const) {
        expect(summary[key]).toBe(types.reduce((sum, type) => sum + type[key], 0));
      }
      expect(summary.annualCost.value).toBe(
        types.reduce((sum, type) => sum + type.annualCostInOrgCurrency.value, 0),
      );
      for (const type of types) {
        expect(type.annualCost.value).toBe(type.pricePerLicense.value * type.totalAmount);
      }
    }
  });

  test('expenses are the payments of 365 days', () => {
    for (const app of tenant.apps) {
      const paid = tenant.transactions.filter(
        (row) => row['idApp'] === app['id'] && daysFrom(tenant, row['transactionDate']) > -365,
      );
      const cents = paid.reduce(
        (sum, row) => sum + (row['amount'] as { convertedValue: number }).convertedValue,
        0,
      );
      expect([app['name'], app['expenses'] ?? 0]).toEqual([app['name'], cents]);
    }
  });

  test('active users, last visit and apps of a person match the user rows', () => {
    const apps = new Map<unknown, number>();
    for (const app of tenant.apps) {
      const rows = tenant.appUsers.get(idOf(app)) ?? [];
      expect(new Set(rows.map((row) => row['idUser'])).size).toBe(rows.length);
      const active = rows.filter((row) => row['status'] === 'active').length;
      expect([app['name'], active]).toEqual([app['name'], app['activeUsersCount'] ?? 0]);
      const visits = rows
        .filter((row) => row['status'] !== 'deleted' && row['lastVisitTime'] !== null)
        .map((row) => daysFrom(tenant, row['lastVisitTime']));
      const last = app['lastVisitTime'];
      const day = last === null ? null : daysFrom(tenant, last);
      expect([app['name'], day]).toEqual([app['name'], visits.length === 0 ? null : Math.max(...visits)]);
      for (const row of rows) {
        if (row['status'] !== 'deleted') apps.set(row['idUser'], (apps.get(row['idUser']) ?? 0) + 1);
      }
    }
    for (const user of tenant.users) expect(user['activeAppsCount']).toBe(apps.get(user['id']) ?? 0);
  });

  test('yearly cost, total and license cost of a contract fit together', () => {
    for (const row of tenant.contracts) {
      if (typeof row['amount'] !== 'number' || row['endDate'] === null || row['currency'] === 'JPY') continue;
      const yearly = Number(row['c_yearlyCost_4']) * 100;
      expect(row['amount']).toBeCloseTo((yearly * Math.round(months(row))) / 12, -1);
    }
    const [salesforce] = contractsOf(tenant, 'Salesforce');
    expect(Number(salesforce?.['c_yearlyCost_4']) * 100).toBe(
      licensesOf(named(tenant, 'Salesforce'))?.summary.annualCost.value,
    );
  });

  test('every key of the rows has a field definition', () => {
    const builtIn = new Set(['id', 'licenses', 'idOrg', 'idRole']);
    for (const [rows, fields] of [
      [tenant.apps, tenant.fields.app],
      [tenant.contracts, tenant.fields.contract],
      [tenant.users, tenant.fields.user],
    ] as const) {
      const known = new Set(keysDefined(fields));
      expect([...keysOf(rows)].filter((key) => !known.has(key) && !builtIn.has(key))).toEqual([]);
    }
  });

  test('the recoverable share with a buffer of 10 % is believable', () => {
    let cost = 0;
    let recoverable = 0;
    for (const app of tenant.apps) {
      const summary = licensesOf(app)?.summary;
      cost += Math.max(Number(app['expenses'] ?? 0), summary?.annualCost.value ?? 0);
      if (summary?.inactiveAmount === undefined) continue;
      const kept = Math.max(0, summary.totalAmount - summary.unassignedAmount - summary.inactiveAmount);
      const seats = Math.max(0, summary.totalAmount - Math.ceil(kept * 1.1));
      recoverable += (summary.annualCost.value * seats) / summary.totalAmount;
    }
    const [low, high] = tenant.size === 'small' ? [500_000, 800_000] : [3_000_000, 5_500_000];
    expect(cost / 100).toBeGreaterThan(low);
    expect(cost / 100).toBeLessThan(high);
    expect(recoverable / cost).toBeGreaterThan(0.1);
    expect(recoverable / cost).toBeLessThan(0.22);
  });
});

describe('the small tenant has a cause for every kind of finding', () => {
  test('missed and near deadlines, no date, rolling, past its end', () => {
    const deadline = (name: string) => daysFrom(small, contractsOf(small, name)[0]?.['c_cancelBy_7']);
    expect(deadline('Cisco Webex')).toBeLessThan(0);
    expect(deadline('Okta')).toBeGreaterThanOrEqual(0);
    expect(deadline('Okta')).toBeLessThan(5);
    const [figma] = contractsOf(small, 'Figma');
    expect([figma?.['c_noticeDays_1'], figma?.['c_cancelBy_7'], figma?.['c_autoRenew_2']]).toEqual([
      null,
      null,
      null,
    ]);
    expect(contractsOf(small, 'Calendly')[0]?.['endDate']).toBeNull();
    expect(daysFrom(small, contractsOf(small, 'Zendesk')[0]?.['endDate'])).toBeLessThan(0);
    expect(contractsOf(small, 'DocuSign')[0]?.['c_noticeDays_1']).toBe('see section 9');
  });

  test('money that should not flow', () => {
    expect(named(small, 'Box')).toMatchObject({ state: 'Closed' });
    expect(named(small, 'Sketch')).toMatchObject({ isHidden: true });
    expect(named(small, 'ChatGPT Team')).toMatchObject({ state: 'Not Approved' });
    for (const name of ['Box', 'Sketch', 'ChatGPT Team', 'Intercom']) {
      expect([name, Number(named(small, name)['expenses']) > 0]).toEqual([name, true]);
    }
    expect(small.transactions.some((row) => (row['amount'] as unknown as Money).value < 0)).toBe(true);
  });

  test('owners, licenses and states out of order', () => {
    expect(named(small, 'Trello')['primaryOwner']).toBeNull();
    expect(named(small, 'Mural')['primaryOwner']).toMatchObject({ lifecycleStatus: 'offboarded' });
    const figma = small.appUsers.get(idOf(named(small, 'Figma'))) ?? [];
    const held = figma.filter(holdsLicense).length;
    expect(held).toBeGreaterThan(licensesOf(named(small, 'Figma'))?.summary.totalAmount ?? Infinity);
    const states = new Set(small.apps.map((row) => row['state']));
    expect(states.has('Orchid Exception')).toBe(true);
    expect(states.has('Parked by Audit')).toBe(true);
    expect(licensesOf(named(small, 'LinkedIn Sales Navigator'))?.summary).not.toHaveProperty('activeAmount');
  });

  test('duplicates, several currencies and terms of several years', () => {
    const [first, second] = contractsOf(small, 'Datadog');
    expect(second).toMatchObject({ startDate: first?.['startDate'], amount: first?.['amount'] });
    expect(named(small, 'Zoom.us')['url']).toBe(named(small, 'Zoom Workplace')['url']);
    expect(new Set(small.contracts.map((row) => row['currency']))).toEqual(
      new Set(['USD', 'EUR', 'GBP', 'JPY']),
    );
    const prices =
      licensesOf(named(small, 'Zoom Workplace'))?.types.map((type) => type.pricePerLicense.value) ?? [];
    expect(Math.max(...prices) / Math.min(...prices)).toBeGreaterThan(1.5);
  });

  test('tools of a kind share users', () => {
    expect(containment(small, 'Asana', 'Trello')).toBeGreaterThan(0.5);
    expect(containment(small, 'Zoom Workplace', 'Cisco Webex')).toBeGreaterThan(0.5);
  });
});

describe('fields', () => {
  test('an old tenant has 149, 39 and 68 definitions with distinct keys', () => {
    const { app, contract, user } = createTenant({ size: 'small', extraFields: true }).fields;
    expect([app.length, contract.length, user.length]).toEqual([149, 39, 68]);
    for (const rows of [app, contract]) {
      expect(new Set(rows.map((row) => row['systemKey'])).size).toBe(rows.length);
    }
  });

  test('one label repeats, and user fields use `key`', () => {
    expect(small.fields.app.filter((row) => row['name'] === 'Cost Centre')).toHaveLength(2);
    expect(small.fields.user.filter((row) => row['name'] === 'Department').map((row) => row['key'])).toEqual([
      'department',
      'ccf_department_2',
    ]);
  });
});

describe('the demo mapping', () => {
  const mapping = mappingSchema.parse(demoMapping());

  test('is approved and covers every canonical field', () => {
    expect(mapping.status).toBe('approved');
    expect(Object.keys(mapping.fields.app)).toHaveLength(6);
    expect(Object.keys(mapping.fields.contract)).toHaveLength(11);
  });

  test('names only fields, apps and people that exist, and rates of every currency', () => {
    for (const { key } of Object.values(mapping.fields.app))
      expect(keysDefined(small.fields.app)).toContain(key);
    for (const { key } of Object.values(mapping.fields.contract)) {
      expect(keysDefined(small.fields.contract)).toContain(key);
    }
    const ids = new Set(small.apps.map(idOf));
    for (const { appId, includes } of mapping.suites) {
      expect(
        [appId, ...includes.map((part) => (typeof part === 'number' ? part : part.appId))].every((id) =>
          ids.has(id),
        ),
      ).toBe(true);
    }
    expect(small.users.some((row) => row['id'] === mapping.exempt[0]?.idUser)).toBe(true);
    const used = new Set(medium.contracts.map((row) => row['currency']).filter((code) => code !== 'USD'));
    expect(new Set(Object.keys(mapping.rates?.perUnit ?? {}))).toEqual(used);
  });
});
