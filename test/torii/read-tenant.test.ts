import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveArtifactLimits } from '../../skill/torii/call/budget.ts';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import { readTenant, type ReadOptions } from '../../skill/torii/read/read-tenant.ts';
import type { Source, TenantRecords } from '../../skill/torii/base/records.ts';
import { appRows, bridgeOver, noLimits, paged, range, text, type Call } from './fake-server.ts';

const contracts = range(400).map((id) => ({
  id,
  idApp: id,
  name: `Contract ${id}`,
  status: 'active',
  amount: id * 10,
}));
const fieldRows = [{ id: 1, name: 'Notice', systemKey: 'c_notice_1', type: 'number' }];
const userFields = [{ id: 2, name: 'Department', key: 'department', type: 'singleLine', sourceIdApp: 7 }];

const lists: Readonly<Record<string, (args: JsonObject) => JsonObject>> = {
  list_apps: paged('apps', appRows(1000)),
  list_contracts: paged('contracts', contracts),
  list_users: paged(
    'users',
    range(30).map((id) => ({ id, email: `${id}@example.com`, lifecycleStatus: 'active' })),
  ),
  list_transactions: paged('transactions', [
    { idApp: 1, amount: { value: 5 } },
    { idApp: 1, amount: { value: 5 } },
  ]),
  get_app_fields: paged('fields', fieldRows),
  get_contract_fields: paged('fields', fieldRows),
  get_user_fields: paged('fields', userFields),
  get_organization: () => ({ org: { name: 'Acme' } }),
};

function sumOf(rows: readonly JsonObject[], key: string): number {
  return rows.reduce((sum, row) => sum + Number(row[key]), 0);
}

/** Torii's aggregations over the same rows. */
function aggregated({ name, args }: Call): JsonObject {
  const rows: readonly JsonObject[] = name === 'list_apps' ? appRows(1000) : contracts;
  const { aggregationType, field } = args['aggs'] as { aggregationType: string; field: string };
  const aggregations =
    aggregationType === 'metric'
      ? sumOf(rows, field)
      : [{ key: 'state', value: 'Sanctioned', groupCount: rows.length }];
  return { [name === 'list_apps' ? 'apps' : 'contracts']: [], total: rows.length, aggregations };
}

function answer(call: Call): unknown {
  if ('aggs' in call.args) return text(aggregated(call));
  const list = lists[call.name];
  if (list !== undefined) return text(list(call.args));
  const idApp = Number(call.args['idApp']);
  if (idApp === 13) return text('HTTP error! status: 403 Response: {}');
  return text(
    paged(
      'users',
      range(idApp).map((idUser) => ({ idUser, email: `${idUser}@example.com` })),
    )(call.args),
  );
}

async function read(options: Partial<ReadOptions> = {}, over: typeof answer = answer, spec = {}) {
  const { bridge, calls, clock } = bridgeOver(over, spec);
  const records = await readTenant(bridge, { clock, limits: noLimits, ...options });
  return { records, calls, clock };
}

function certificate(records: TenantRecords, source: Source) {
  return records.completeness.find((one) => one.source === source);
}

const less = (call: Call) =>
  'aggs' in call.args ? text({ apps: [], total: 1010, aggregations: 7 }) : answer(call);

const refusingAggs = (call: Call) =>
  'aggs' in call.args
    ? text('HTTP error! status: 400 Response: {"message":"aggs is not allowed"}')
    : answer(call);

const denied = (call: Call) =>
  call.name === 'list_contracts' ? text({ statusCode: 403, error: 'Forbidden' }) : answer(call);

const schema = (view: JsonObject) => ({
  offered: [
    { name: 'list_apps' },
    { name: 'list_users', inputSchema: { type: 'object', properties: { view, size: {}, cursor: {} } } },
  ],
});

const cappedAt = (list: readonly JsonObject[], most: number) => (call: Call) =>
  text(paged('apps', list, { cap: most })(call.args));

const inOnePage = (list: readonly JsonObject[]) => () => text({ transactions: list, total: list.length });

describe('readTenant', () => {
  it('reads 1,000 apps and 400 contracts with fields and control totals in at most 8 calls', async () => {
    const { records, calls, clock } = await read({
      limits: liveArtifactLimits,
      controlTotals: true,
      sumKeys: { apps: 'expenses', contracts: 'amount' },
    });
    expect(calls.length).toBeLessThanOrEqual(8);
    expect(clock.at - Date.UTC(2026, 10, 22)).toBeLessThan(2000);
    expect(records.apps).toHaveLength(1000);
    expect(certificate(records, 'apps')).toMatchObject({
      status: 'complete',
      rows: 1000,
      total: 1000,
      control: {
        theirs: { count: 1000, expenses: 50_050_000 },
        ours: { count: 1000, expenses: 50_050_000 },
        equal: true,
      },
    });
    expect(certificate(records, 'contracts')).toMatchObject({
      status: 'complete',
      control: { ours: { amount: 802_000 }, equal: true },
    });
    expect(certificate(records, 'users')).toMatchObject({ status: 'not-read' });
    expect(records.fields).toMatchObject([
      { entity: 'app', key: 'c_notice_1', label: 'Notice', type: 'number', sourceIdApp: null },
      { entity: 'contract', key: 'c_notice_1' },
      { entity: 'user', key: 'department', sourceIdApp: 7 },
    ]);
    expect(records.failures).toEqual([]);
  });

  it('shows a control total that differs, and believes Torii about the count', async () => {
    const { records } = await read(
      { controlTotals: true, sumKeys: { apps: 'expenses' }, sources: ['apps'] },
      less,
    );
    expect(certificate(records, 'apps')).toMatchObject({
      status: 'partial',
      control: { equal: false, theirs: { count: 1010, expenses: 7 } },
    });
  });

  it('lets the control settle a possibly capped page', async () => {
    const capped = paged('apps', appRows(1000), { total: false, cursor: false });
    const over = (count: number) => (call: Call) =>
      'aggs' in call.args
        ? text({ aggregations: [{ key: 'state', value: 'x', groupCount: count }] })
        : text(capped(call.args));
    const settled = await read({ controlTotals: true, sources: ['apps'] }, over(1000));
    expect(certificate(settled.records, 'apps')).toMatchObject({ status: 'complete', reason: null });
    const more = await read({ controlTotals: true, sources: ['apps'] }, over(1700));
    expect(certificate(more.records, 'apps')).toMatchObject({
      status: 'partial',
      control: { theirs: { count: 1700 } },
    });
  });

  it('goes without a control where the server refuses aggregations', async () => {
    const { records } = await read({ controlTotals: true, sources: ['apps'] }, refusingAggs);
    expect(certificate(records, 'apps')).toMatchObject({ status: 'complete', control: null });
    expect(records.failures).toEqual([]);
  });

  it('loses one source alone, with the failure beside it', async () => {
    const { records } = await read({}, denied);
    expect(certificate(records, 'contracts')).toMatchObject({
      status: 'denied',
      rows: 0,
      reason: expect.stringContaining('role'),
    });
    expect(certificate(records, 'apps')).toMatchObject({ status: 'complete' });
    expect(records.failures).toMatchObject([{ source: 'contracts', failure: { kind: 'denied' } }]);
  });

  it.each(['Tool list_apps not found', 'HTTP error! status: 404 {"statusCode":404}'])(
    'takes a server without a list of apps for something else: %s',
    async (said) => {
      const absent = (): unknown => ({ isError: true, ...Object(text(said)) });
      const { records } = await read({ sources: ['apps'] }, absent, { offered: null, prefix: 'mcp__a__' });
      expect(records.failures).toMatchObject([{ source: 'apps', failure: { kind: 'not-torii' } }]);
    },
  );

  it('names tools that the server lacks', async () => {
    const { records } = await read({}, answer, {
      offered: [{ name: 'list_apps' }, { name: 'get_app_fields' }],
    });
    expect(certificate(records, 'contracts')).toMatchObject({ status: 'not-offered' });
    expect(certificate(records, 'fields')).toMatchObject({
      status: 'partial',
      reason: expect.stringContaining('Fields of contracts'),
    });
  });

  it('reads the users of chosen apps under one certificate, and keeps those of the others when one fails', async () => {
    const { records } = await read({ sources: [], userDetail: [3, 2, 13] });
    expect([...records.appUsers].map(([id, users]) => [id, users.length])).toEqual([
      [2, 2],
      [3, 3],
    ]);
    expect(certificate(records, 'appUsers')).toMatchObject({
      rows: 5,
      status: 'partial',
      reason: expect.stringContaining('App 13'),
    });
    const all = await read({ sources: [], userDetail: [2, 3] });
    expect(certificate(all.records, 'appUsers')).toMatchObject({ rows: 5, total: 5, status: 'complete' });
    expect(all.calls.map(({ args }) => args['idApp'])).toEqual([2, 3]);
  });

  it('keeps transactions that have no id, equal ones included', async () => {
    const { records } = await read({ sources: ['transactions'] });
    expect(records.transactions).toHaveLength(2);
    expect(certificate(records, 'transactions')).toMatchObject({ rows: 2, dropped: 0, status: 'complete' });
  });

  it('puts transactions without ids into one order, whatever the order they came in', async () => {
    const rows = range(40).map((n) => ({
      idApp: n % 3,
      transactionDate: `2026-01-${n}`,
      amount: { value: n },
    }));
    const one = await read({ sources: ['transactions'] }, inOnePage(rows));
    const other = await read({ sources: ['transactions'] }, inOnePage(rows.toReversed()));
    expect(other.records.transactions).toEqual(one.records.transactions);
  });

  it('asks for a view with people who left, and says when only the default one was read', async () => {
    const refusing = (call: Call) =>
      'view' in call.args
        ? text('HTTP error! status: 400 Response: {"message":"\\"view\\" is not allowed"}')
        : answer(call);
    const fallen = await read({ sources: ['users'] }, refusing);
    expect(fallen.calls.map(({ args }) => args['view'])).toEqual(['allUsers', undefined]);
    expect(certificate(fallen.records, 'users')).toMatchObject({
      status: 'complete',
      reason: expect.stringContaining('people who left'),
    });
    const listed = await read(
      { sources: ['users'] },
      answer,
      schema({ enum: ['currentEmployees', 'allPeople'] }),
    );
    expect(listed.calls[0]?.args['view']).toBe('allPeople');
    const without = await read({ sources: ['users'] }, answer, schema({ enum: ['currentEmployees'] }));
    expect(without.calls[0]?.args).not.toHaveProperty('view');
    expect(certificate(without.records, 'users')?.reason).toContain('people who left');
  });

  it('asks for an order of contracts where the tool takes one', async () => {
    const offered = ['list_apps', 'list_contracts'].map((name) => ({
      name,
      inputSchema: { type: 'object', properties: { sort: { type: 'string' }, size: {}, cursor: {} } },
    }));
    const { calls } = await read({ sources: ['contracts'] }, answer, { offered });
    expect(calls[0]?.args).toEqual({ sort: 'id', size: 1000 });
  });

  it('asks for the fields it needs to keep a row, and those it is told to', async () => {
    const { calls } = await read({
      sources: ['apps', 'contracts'],
      fields: { app: ['expenses'], contract: ['c_notice_1'] },
    });
    expect(calls.find(({ name }) => name === 'list_apps')?.args['fields']).toBe('id,name,expenses');
    expect(calls.find(({ name }) => name === 'list_contracts')?.args['fields']).toContain('idApp');
  });

  it('tells progress and hands over each source as it ends', async () => {
    const progress: string[] = [];
    const ended: [Source, number][] = [];
    await read({
      onProgress: ({ source, rows, total }) => progress.push(`${source} ${rows}/${total}`),
      onSource: (partial, source) => ended.push([source, partial.apps.length]),
    });
    expect(progress).toContain('apps 1000/1000');
    expect(ended.map(([source]) => source).toSorted()).toEqual(['apps', 'contracts', 'fields']);
    expect(ended.find(([source]) => source === 'apps')?.[1]).toBe(1000);
  });

  it("tells the rows so far after each page, and when they are all there but for Torii's count", async () => {
    const told: [Source, rows: number, status: string | undefined, whole: boolean][] = [];
    const rows = Array.from({ length: 25 }, (_, index) => ({ id: 25 - index, name: 'App' }));
    const { records, calls } = await read(
      {
        sources: ['apps'],
        controlTotals: true,
        sumKeys: { apps: 'expenses' },
        onRows: (partial, source, whole) =>
          told.push([source, partial.apps.length, certificate(partial, 'apps')?.status, whole]),
      },
      cappedAt(rows, 10),
    );
    expect(told).toEqual([
      ['apps', 10, 'partial', false],
      ['apps', 20, 'partial', false],
      ['apps', 25, 'partial', false],
      ['apps', 25, 'complete', true],
    ]);
    expect(calls.at(-1)?.args).toHaveProperty('aggs');
    expect(records.apps.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).toReversed());
  });

  it('stops when it is told to, without rejecting', async () => {
    const { records, calls } = await read({ signal: AbortSignal.abort() });
    expect(calls).toEqual([]);
    expect(certificate(records, 'apps')).toMatchObject({ status: 'not-read', reason: expect.any(String) });
  });

  it('keeps the fingerprint of what is offered', async () => {
    const offered = [
      { name: 'mcp__x__list_apps', inputSchema: { type: 'object' } },
      { name: 'mcp__x__run_workflow' },
    ];
    const { records } = await read({ sources: [] }, answer, { offered });
    expect(records.fingerprint).toMatch(/^list_apps=[0-9a-f]{16};run_workflow=-$/);
    expect((await read({ sources: [] })).records.fingerprint).toBeNull();
  });

  it('gives the same records whatever the order and size of pages', async () => {
    const order = fc.uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 50 }), async (ids, size) => {
        const rows = ids.map((id) => ({ id, name: `App ${id}` }));
        const shuffled = await read({ sources: ['apps'] }, cappedAt(rows, size));
        const inOrder = rows.toSorted((a, b) => a.id - b.id);
        const sorted = await read({ sources: ['apps'] }, cappedAt(inOrder, 1000));
        expect(shuffled.records.apps).toEqual(sorted.records.apps);
        expect(certificate(shuffled.records, 'apps')?.hash).toBe(certificate(sorted.records, 'apps')?.hash);
      }),
      { numRuns: 40, seed: 9 },
    );
  });
});
