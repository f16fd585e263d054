import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import type { ToolResult } from '../../mocks/torii/result.ts';
import { createTorii } from '../../mocks/torii/torii.ts';
import type { Torii } from '../../mocks/torii/torii.ts';
import { textOf } from '../../mocks/torii/values.ts';
import { catalog, readTools } from '../../skill/torii/base/catalog.ts';
import type { JsonObject, JsonValue } from '../../skill/torii/base/json.ts';

const small = createTenant({ size: 'small' });
const medium = createTenant({ size: 'medium' });

interface Body {
  readonly apps: JsonObject[];
  readonly contracts: JsonObject[];
  readonly users: JsonObject[];
  readonly transactions: JsonObject[];
  readonly fields: JsonObject[];
  readonly count: number;
  readonly total: number;
  readonly nextCursor: string | null;
  readonly aggregations: JsonValue;
  readonly [key: string]: unknown;
}

const said = (result: ToolResult) => result.content[0]?.text ?? '';
const bodyOf = (result: ToolResult) => JSON.parse(said(result)) as Body;
const ask = async (torii: Torii, name: string, args: JsonObject = {}) => bodyOf(await torii.call(name, args));

async function everyRow(
  torii: Torii,
  name: string,
  container: string,
  args: JsonObject,
): Promise<JsonObject[]> {
  const rows: JsonObject[] = [];
  let cursor: string | null = null;
  do {
    // Pages follow one another by nature.
    // oxlint-disable-next-line no-await-in-loop
    const page: Body = await ask(torii, name, { ...args, ...(cursor === null ? {} : { cursor }) });
    rows.push(...(page[container] as JsonObject[]));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

const totalOf = async (filters: JsonValue, tool = 'list_apps') =>
  (await ask(createTorii(small), tool, { filters })).total;
const countOf = (test: (row: JsonObject) => boolean) => small.apps.filter(test).length;

const spendOf = (rows: readonly JsonObject[]) =>
  rows.reduce((all, row) => all + Number(row['expenses'] ?? 0), 0);

describe('tools', () => {
  const tools = createTorii(small).tools();

  test('every read of the catalog is offered, with arguments the catalog knows', () => {
    for (const name of readTools) {
      const schema = tools.find((tool) => tool.name === name)?.inputSchema as { properties: object };
      const known: readonly string[] = catalog[name].args;
      expect(Object.keys(schema.properties).filter((key) => !known.includes(key))).toEqual([]);
    }
  });

  test('schemas are valid JSON Schemas, and annotations tell reads from writes', () => {
    const ajv = new Ajv({ strict: true });
    for (const tool of tools) expect(() => ajv.compile(tool.inputSchema ?? {})).not.toThrow();
    const byName = new Map(tools.map((tool) => [tool.name, tool.annotations]));
    expect(byName.get('list_apps')?.readOnlyHint).toBe(true);
    expect(byName.get('run_workflow')).toEqual({ readOnlyHint: false, destructiveHint: true });
    expect(byName.get('get_upload_url')?.readOnlyHint).toBe(true);
  });

  test('missing and renamed tools', async () => {
    const torii = createTorii(small, { missingTools: ['list_users'], rename: { list_apps: 'get_apps' } });
    const names = torii.tools().map((tool) => tool.name);
    expect(names).not.toContain('list_users');
    expect(names).toContain('get_apps');
    expect((await ask(torii, 'get_apps')).total).toBe(40);
    expect(await torii.call('list_apps')).toMatchObject({ isError: true });
  });
});

describe('paging', () => {
  test.each([7, 100, 399, 400, 1000])('pages of %i hold every app once', async (size) => {
    const rows = await everyRow(createTorii(medium), 'list_apps', 'apps', { size, fields: ['name'] });
    expect(rows.map((row) => row['id'])).toEqual(medium.apps.map((row) => row['id']));
  });

  test('size defaults to 100 and is limited to 1000; count and total are right', async () => {
    const torii = createTorii(medium);
    expect(await ask(torii, 'list_apps')).toMatchObject({ count: 100, total: 400 });
    expect(await torii.call('list_apps', { size: 1001 })).toMatchObject({ isError: true });
    expect(said(await torii.call('list_apps', { size: 0 }))).toContain('"size\\" must be');
  });

  test('a cursor is refused when made up or taken to another request, but survives another size', async () => {
    const torii = createTorii(medium);
    const { nextCursor } = await ask(torii, 'list_apps', { size: 10 });
    const cursor = nextCursor ?? '';
    expect((await ask(torii, 'list_apps', { size: 3, cursor })).apps[0]?.['id']).toBe(
      medium.apps[10]?.['id'],
    );
    expect(said(await torii.call('list_apps', { q: 'slack', cursor }))).toContain('Invalid cursor');
    expect(said(await torii.call('list_apps', { cursor: 'ÿ' }))).toContain('Invalid cursor');
  });

  test('app users are paged and filtered by status', async () => {
    const id = Number(medium.apps[0]?.['id']);
    const torii = createTorii(medium);
    const rows = await everyRow(torii, 'list_app_users', 'users', { idApp: id, size: 300 });
    expect(rows).toEqual(medium.appUsers.get(id));
    const deleted = await ask(torii, 'list_app_users', { idApp: id, status: 'deleted' });
    expect(deleted.total).toBe(rows.filter((row) => row['status'] === 'deleted').length);
    expect(deleted.total).toBeGreaterThan(0);
  });
});

describe('fields', () => {
  test('only the wanted keys and the id; licenses on request alone', async () => {
    const torii = createTorii(small);
    const { apps } = await ask(torii, 'list_apps', { fields: ['name', 'expenses'], size: 1 });
    expect(Object.keys(apps[0] ?? {})).toEqual(['id', 'name', 'expenses']);
    const bare = await ask(torii, 'list_apps', { size: 1000 });
    expect(bare.apps.some((row) => 'licenses' in row)).toBe(false);
    const full = await ask(torii, 'list_apps', { includeLicenses: true, fields: ['name'], size: 1000 });
    expect(full.apps.filter((row) => 'licenses' in row).length).toBeGreaterThan(15);
  });

  test('an unknown key is refused by name, with the tool that lists the keys', async () => {
    const result = await createTorii(small).call('list_contracts', { fields: ['c_ghost_1'] });
    expect(result.isError).toBe(true);
    expect(said(result)).toContain('c_ghost_1');
    expect(said(result)).toContain('Use the get_contract_fields tool');
  });

  test('an unknown argument is refused by name', async () => {
    expect(said(await createTorii(small).call('list_apps', { page: 2 }))).toContain(
      '\\"page\\" is not allowed',
    );
  });

  test('149 definitions and the keys of their padding', async () => {
    const torii = createTorii(small, { extraFields: true });
    const { fields } = await ask(torii, 'get_app_fields');
    expect(fields).toHaveLength(149);
    const key = textOf(fields.at(-1)?.['systemKey']);
    expect((await ask(torii, 'list_apps', { fields: [key] })).total).toBe(40);
  });
});

describe('filters', () => {
  test('an array means AND, an array of groups means OR', async () => {
    const design = { key: 'category', op: 'equals', value: 'Design' };
    const hidden = { key: 'isHidden', op: 'equals', value: true };
    const both = countOf((row) => row['category'] === 'Design' && row['isHidden'] === true);
    const either = countOf((row) => row['category'] === 'Design' || row['isHidden'] === true);
    expect(await totalOf([design, hidden])).toBe(both);
    expect(
      await totalOf([
        { id: 1, filters: [design] },
        { id: 2, filters: [hidden] },
      ]),
    ).toBe(either);
    expect(either).toBeGreaterThan(both);
  });

  test.each([
    ['activeUsersCount', 'gt', 100, (row: JsonObject) => Number(row['activeUsersCount']) > 100],
    [
      'expenses',
      'lte',
      200_000,
      (row: JsonObject) => row['expenses'] !== null && Number(row['expenses']) <= 200_000,
    ],
    ['primaryOwner', 'isNotSet', null, (row: JsonObject) => row['primaryOwner'] === null],
    ['name', 'contains', 'zoom', (row: JsonObject) => textOf(row['name']).toLowerCase().includes('zoom')],
    ['state', 'noneOf', ['Sanctioned'], (row: JsonObject) => row['state'] !== 'Sanctioned'],
  ] as const)('%s %s %j', async (key, op, value, test) => {
    expect(await totalOf([{ key, op, value: value as JsonValue }])).toBe(countOf(test));
    expect(countOf(test)).toBeGreaterThan(0);
  });

  test('days compare as calendar days', async () => {
    const ends = small.contracts.map((row) => row['endDate']).filter((end) => typeof end === 'string');
    const soon = ends.filter((end) => end >= '2026-11-22' && end.slice(0, 10) <= '2027-01-21').length;
    const filters = [
      { key: 'endDate', op: 'dayOnOrAfter', value: '2026-11-22' },
      { key: 'endDate', op: 'dayOnOrBefore', value: '2027-01-21T00:00:00.000Z' },
    ];
    expect(await totalOf(filters, 'list_contracts')).toBe(soon);
    expect(soon).toBeGreaterThan(0);
  });

  test('base filters narrow as well; unknown operations and keys are refused', async () => {
    const torii = createTorii(small);
    const baseFilters = [{ key: 'isHidden', op: 'equals', value: false }];
    expect((await ask(torii, 'list_apps', { baseFilters })).total).toBe(39);
    const refused = await torii.call('list_apps', {
      filters: [{ key: 'name', op: 'relativeDateOn', value: 1 }],
    });
    expect(said(refused)).toContain('"op\\" must be one of');
    expect(await torii.call('list_apps', { filters: [{ key: 'ghost', op: 'isSet' }] })).toMatchObject({
      isError: true,
    });
  });
});

describe('sort, search and aggregations', () => {
  test('sort in both orders, rows without the value last', async () => {
    const torii = createTorii(small);
    for (const [sort, sign] of [
      ['expenses', 1],
      ['expenses:desc', -1],
      ['-expenses', -1],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop
      const { apps } = await ask(torii, 'list_apps', { sort });
      const spend = apps.map((row) => row['expenses']);
      const known = spend.filter((value) => typeof value === 'number');
      expect(known).toEqual(known.toSorted((a, b) => (a - b) * sign));
      expect(spend.slice(known.length).every((value) => value === null)).toBe(true);
    }
  });

  test('metric, groupBy with a nested metric, and months', async () => {
    const torii = createTorii(small);
    const metric = { field: 'expenses', aggregationType: 'metric', options: { metricFunction: 'sum' } };
    expect((await ask(torii, 'list_apps', { aggs: metric })).aggregations).toBe(spendOf(small.apps));
    const grouped = await ask(torii, 'list_apps', {
      aggs: { field: 'category', aggregationType: 'groupBy', options: { size: 3 }, aggs: metric },
    });
    const buckets = grouped.aggregations as { key: string; value: number; aggregations: number }[];
    expect(buckets).toHaveLength(3);
    for (const { key, value, aggregations } of buckets) {
      const rows = small.apps.filter((row) => row['category'] === key);
      expect([value, aggregations]).toEqual([rows.length, spendOf(rows)]);
    }
    const months = await ask(torii, 'list_contracts', {
      aggs: { field: 'endDate', aggregationType: 'date_histogram' },
    });
    const ended = small.contracts.filter((row) => row['endDate'] !== null).length;
    expect((months.aggregations as { value: number }[]).reduce((all, { value }) => all + value, 0)).toBe(
      ended,
    );
  });

  test('q searches names', async () => {
    const { apps } = await ask(createTorii(small), 'list_apps', { q: 'zoom' });
    expect(apps.map((row) => row['name'])).toEqual(['Zoom Workplace', 'Zoom.us']);
  });
});

describe('other reads', () => {
  const torii = createTorii(small);
  const id = Number(small.apps[3]?.['id']);

  test('one app, one contract, one organization, 404 for what is not there', async () => {
    expect(await ask(torii, 'get_app', { idApp: id })).toMatchObject({ app: { name: 'Slack' } });
    const contract = small.contracts[0] ?? {};
    expect(await ask(torii, 'get_contract', { idContract: contract['id'] ?? 0 })).toMatchObject({ contract });
    expect(await ask(torii, 'get_organization')).toMatchObject({
      org: { companyName: 'Brindlewick Instruments' },
    });
    expect(said(await torii.call('get_app', { idApp: 7 }))).toContain('"statusCode":404');
  });

  test('the default view of users leaves out the departed and externals', async () => {
    const lifecycle = async (args: JsonObject) => {
      const { users } = await ask(torii, 'list_users', { size: 1000, ...args });
      return new Set(users.map((row) => row['lifecycleStatus']));
    };
    expect((await lifecycle({})).has('offboarded')).toBe(false);
    expect(await lifecycle({ view: 'pastEmployees' })).toEqual(new Set(['offboarded']));
    expect((await ask(torii, 'list_users', { view: 'allUsers' })).total).toBe(150);
    const wanted = [Number(small.users[3]?.['id'])];
    expect((await ask(torii, 'list_users', { view: 'allUsers', idUsers: wanted })).total).toBe(1);
  });

  test('apps of a person agree with users of an app', async () => {
    const [user] = small.appUsers.get(id) ?? [];
    const { apps } = await ask(torii, 'list_user_apps', { idUser: user?.['idUser'] ?? 0 });
    expect(apps.map((row) => row['id'])).toContain(id);
  });

  test('the catalog, matches and similar apps', async () => {
    expect((await ask(torii, 'search_apps', { q: 'linear' })).apps[0]).toMatchObject({ name: 'Linear' });
    const { apps } = await ask(torii, 'match_apps', {
      apps: [{ name: 'Slack' }, { name: 'nothing like it' }],
    });
    expect(apps).toMatchObject([{ match: { name: 'Slack' } }, { match: null }]);
    const asana = small.apps.find((row) => row['name'] === 'Asana');
    const similar = await ask(torii, 'get_similar_apps', { idApp: asana?.['id'] ?? 0 });
    expect(similar.apps.map((row) => row['name'])).toContain('Trello');
  });

  test('transactions of an app, newest first', async () => {
    const rows = await everyRow(torii, 'list_transactions', 'transactions', { idApp: id, size: 2 });
    expect(rows).toEqual(small.transactions.filter((row) => row['idApp'] === id));
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('the older style', () => {
  const older = createTorii(createTenant({ size: 'large' }), { style: 'older' });

  test('answers at most 1000 rows, pretty-printed, with neither total nor cursor', async () => {
    const text = said(await older.call('list_apps', { fields: 'name,state' }));
    expect(text).toContain('\n  "apps"');
    const body = JSON.parse(text) as Body;
    expect(body.apps).toHaveLength(1000);
    expect(body).not.toHaveProperty('total');
    expect(body).not.toHaveProperty('nextCursor');
  });

  test('takes JSON in strings and no cursor', async () => {
    const filters = JSON.stringify([{ key: 'name', op: 'equals', value: 'Slack' }]);
    expect((await ask(older, 'list_apps', { filters })).apps).toHaveLength(1);
    const aggs = JSON.stringify({
      field: 'expenses',
      aggregationType: 'metric',
      options: { metricFunction: 'max' },
    });
    const counted = await ask(older, 'list_apps', { aggs });
    expect(counted.apps).toHaveLength(1);
    expect(counted.aggregations).toBeGreaterThan(0);
    for (const args of [{ cursor: 'x' }, { filters: [] }, { filters: '{' }] as JsonObject[]) {
      // oxlint-disable-next-line no-await-in-loop
      expect(said(await older.call('list_apps', args))).toMatch(/^HTTP error! status: 400 Response: /);
    }
  });

  test('errors are plain text in a success', async () => {
    const result = await older.call('list_contracts', { fields: 'ghost' });
    expect(result.isError).toBeUndefined();
    expect(said(result)).toMatch(
      /^HTTP error! status: 400 Response: \{.*\} Use the get_contract_fields tool/,
    );
  });
});

describe('contracts 1.0', () => {
  test('answer with the bare list and take no paging arguments', async () => {
    const torii = createTorii(medium, { contracts: '1.0' });
    const body = await ask(torii, 'list_contracts');
    expect(Object.keys(body)).toEqual(['contracts']);
    expect(body.contracts).toHaveLength(120);
    expect(await torii.call('list_contracts', { size: 5 })).toMatchObject({ isError: true });
  });
});

describe('roles', () => {
  test('closed tools answer 403, hidden keys are absent', async () => {
    const torii = createTorii(small, { role: ['no-contracts', 'no-expenses', 'no-licenses', 'no-users'] });
    for (const name of ['list_contracts', 'list_transactions', 'list_users']) {
      // oxlint-disable-next-line no-await-in-loop
      expect(said(await torii.call(name))).toContain('"statusCode":403');
    }
    const { apps } = await ask(torii, 'list_apps', { includeLicenses: true, size: 1000 });
    const keys = new Set(apps.flatMap((row) => Object.keys(row)));
    for (const key of ['expenses', 'licenses', 'primaryOwner']) expect(keys.has(key)).toBe(false);
    expect((await ask(torii, 'list_apps', { fields: ['expenses'] })).total).toBe(40);
  });
});

describe('structured content', () => {
  test('comes beside the same text', async () => {
    const result = await createTorii(small, { structured: true }).call('list_apps');
    expect(result.structuredContent).toEqual(bodyOf(result));
  });
});

describe('writes', () => {
  test('every tool that is no read succeeds and is recorded', async () => {
    const torii = createTorii(small);
    const reads = new Set<string>([...readTools, 'list_roles', 'get_audit_logs', 'list_workflows']);
    const others = torii.tools().filter(({ name }) => !reads.has(name));
    expect(others.length).toBeGreaterThanOrEqual(8);
    const results = await Promise.all(others.map(({ name }) => torii.call(name, { id: 1 })));
    expect(results.every((result) => result.isError !== true)).toBe(true);
    expect(torii.writes.map(({ name }) => name)).toEqual(others.map(({ name }) => name));
  });

  test('reads are no writes', async () => {
    const torii = createTorii(small);
    await torii.call('list_apps');
    expect(torii.writes).toEqual([]);
    expect(torii.calls).toEqual([{ name: 'list_apps', args: {} }]);
  });
});
