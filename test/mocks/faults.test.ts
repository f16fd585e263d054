import { describe, expect, test } from 'vitest';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { createFaults, serverFaults } from '../../mocks/torii/faults.ts';
import { createTorii } from '../../mocks/torii/torii.ts';
import { TransportFault } from '../../mocks/torii/transport-faults.ts';
import type { JsonObject, JsonValue } from '../../skill/torii/base/json.ts';

const tenant = createTenant({ size: 'medium' });
const struck = (fault: string) => createTorii(tenant, { fault, slowMs: 40 });
const text = async (fault: string, args: JsonObject = {}, tool = 'list_apps') =>
  (await struck(fault).call(tool, args)).content[0]?.text ?? '';
const body = async (fault: string, args: JsonObject = {}) =>
  JSON.parse(await text(fault, args)) as { apps: JsonObject[]; total: number; nextCursor: string | null };

const strikes = (sentinel: string, calls: readonly string[]) => {
  const faults = createFaults(sentinel);
  return calls.map((tool) => faults.next(tool).map(({ fault }) => fault));
};

const kinds = (row: JsonObject = {}) =>
  Object.entries(row)
    .filter(([key]) => key !== 'id')
    .map(
      ([key, value]) => `${key} ${value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value}`,
    );

describe('the grammar', () => {
  test('a tool, any tool, the n-th call, the n-th and all later', () => {
    expect(strikes('list_apps:500', ['list_users', 'list_apps'])).toEqual([[], ['500']]);
    expect(strikes('*:401@2', ['list_users', 'list_apps', 'list_apps'])).toEqual([[], ['401'], []]);
    expect(strikes('502', ['list_users', 'list_apps'])).toEqual([['502'], ['502']]);
    expect(strikes('list_apps:429@2+', ['list_apps', 'list_users', 'list_apps', 'list_apps'])).toEqual([
      [],
      [],
      ['429'],
      ['429'],
    ]);
    expect(strikes('list_apps:500, list_users:never', ['list_apps', 'list_users'])).toEqual([
      ['500'],
      ['never'],
    ]);
  });

  test('protocol methods are struck by name alone and do not count as calls', () => {
    expect(strikes('*:500@1', ['initialize', 'tools/list', 'list_apps'])).toEqual([[], [], ['500']]);
    expect(strikes('tools/list:401', ['initialize', 'tools/list'])).toEqual([[], ['401']]);
  });

  test('counting starts over', () => {
    const faults = createFaults('list_apps:500@1');
    expect(faults.next('list_apps')).toHaveLength(1);
    expect(faults.next('list_apps')).toHaveLength(0);
    faults.restart();
    expect(faults.next('list_apps')).toHaveLength(1);
  });

  test('an unknown fault is refused with the known ones', () => {
    expect(() => createFaults('list_apps:teapot')).toThrow(/Unknown fault "list_apps:teapot".*truncated/);
    expect(() => createFaults('a:b:c')).toThrow(RangeError);
  });
});

describe('below the protocol', () => {
  test.each([
    ['401', 401, 'www-authenticate'],
    ['403', 403, 'content-type'],
    ['404', 404, 'content-type'],
    ['429', 429, 'retry-after'],
    ['429-bare', 429, 'content-type'],
    ['500', 500, 'content-type'],
    ['502', 502, 'content-type'],
    ['html', 200, 'content-type'],
    ['cut', 200, 'content-type'],
  ] as const)('%s rejects with HTTP %i and %s', async (fault, status, header) => {
    const rejection = await struck(fault)
      .call('list_apps')
      .catch((error: unknown) => error);
    expect(rejection).toBeInstanceOf(TransportFault);
    const { answer } = rejection as TransportFault;
    expect(answer?.status).toBe(status);
    expect(Object.keys(answer?.headers ?? {})).toContain(header);
    expect('retry-after' in (answer?.headers ?? {})).toBe(fault === '429');
  });

  test('drop has no answer', async () => {
    await expect(struck('drop').call('list_apps')).rejects.toMatchObject({ answer: null });
  });

  test('timeout answers late, never does not answer', async () => {
    const later = new Promise((resolve) => void setTimeout(resolve, 15, 'nothing yet'));
    const slow = struck('timeout').call('list_apps');
    expect(await Promise.race([slow, later])).toBe('nothing yet');
    expect((await slow).isError).toBeUndefined();
    const longer = new Promise((resolve) => void setTimeout(resolve, 80, 'nothing yet'));
    expect(await Promise.race([struck('never').call('list_apps'), longer])).toBe('nothing yet');
  });

  test('reauthorization in the middle of a load', async () => {
    const torii = struck('*:401@3+');
    await torii.call('list_apps');
    await torii.call('list_contracts');
    await expect(torii.call('list_users')).rejects.toBeInstanceOf(TransportFault);
    await expect(torii.call('list_apps')).rejects.toBeInstanceOf(TransportFault);
  });
});

describe('in the text', () => {
  test('a tool error, with and without the body of a REST error', async () => {
    expect(await struck('iserror').call('list_apps')).toMatchObject({ isError: true });
    expect(await text('iserror-403')).toContain('"statusCode":403');
  });

  test('the text of an error in a success', async () => {
    const result = await struck('error-text-401').call('list_apps');
    expect(result.isError).toBeUndefined();
    expect(result.content[0]?.text).toMatch(/^HTTP error! status: 401 Response: .*token expired/);
    expect(await text('error-text')).toContain('status: 500');
  });

  test('an HTML page; JSON that stops in the middle', async () => {
    expect(await text('html-text')).toMatch(/^<!doctype html>/);
    const cut = await text('truncated');
    expect(cut).toMatch(/^\{"apps":\[/);
    expect(() => JSON.parse(cut) as unknown).toThrow(SyntaxError);
  });

  test('a refused field strikes only calls that ask for it; so does a refused argument', async () => {
    expect(await text('refuse-c_costCentre_1', { fields: ['name', 'c_costCentre_1'] })).toContain(
      'Invalid field: \\"c_costCentre_1\\"',
    );
    expect((await body('refuse-c_costCentre_1', { fields: ['name'] })).total).toBe(400);
    expect(await text('refuse-includeLicenses', { includeLicenses: true })).toContain('includeLicenses');
    expect((await body('refuse-includeLicenses')).total).toBe(400);
  });
});

describe('in the shape', () => {
  test('one field, or all of them, of another type', async () => {
    const one = await body('wrong-type-name', { size: 3 });
    expect(one.apps.every((row) => Array.isArray(row['name']))).toBe(true);
    expect(one.apps.map((row) => row['state'])).toEqual(tenant.apps.slice(0, 3).map((row) => row['state']));
    const all = await body('wrong-types', { size: 5 });
    expect(all.apps[4]).toBe('not a record');
    const honest = new Set(kinds(tenant.apps[0]));
    expect(kinds(all.apps[0]).filter((kind) => honest.has(kind))).toEqual([]);
  });

  test('a repeated cursor brings the same page, an endless one new rows for ever', async () => {
    for (const [fault, fresh] of [
      ['repeated-cursor', false],
      ['endless-cursor', true],
    ] as const) {
      const torii = struck(fault);
      const cursors: (string | null)[] = [];
      const ids: JsonValue[] = [];
      for (let page = 0; page < 4; page++) {
        const cursor = cursors.at(-1) ?? null;
        // oxlint-disable-next-line no-await-in-loop
        const result = await torii.call('list_apps', { size: 2, ...(cursor === null ? {} : { cursor }) });
        const { apps, nextCursor } = JSON.parse(result.content[0]?.text ?? '') as Awaited<
          ReturnType<typeof body>
        >;
        cursors.push(nextCursor);
        ids.push(...apps.map((row) => row['id'] ?? null));
      }
      expect(cursors).not.toContain(null);
      expect(new Set(cursors).size).toBe(fresh ? 4 : 1);
      expect(new Set(ids).size).toBe(fresh ? 8 : 2);
    }
  });

  test('a wrong total, duplicates across pages, an empty tenant', async () => {
    expect((await body('wrong-total')).total).toBe(407);
    const torii = struck('duplicates');
    const first = JSON.parse((await torii.call('list_apps', { size: 2 })).content[0]?.text ?? '') as Awaited<
      ReturnType<typeof body>
    >;
    const second = await torii.call('list_apps', { size: 2, cursor: first.nextCursor ?? '' });
    const { apps } = JSON.parse(second.content[0]?.text ?? '') as { apps: JsonObject[] };
    expect(apps.map((row) => row['id'])).toEqual([1003, 1004, 1001]);
    expect(await body('empty')).toMatchObject({ apps: [], total: 0, nextCursor: null });
  });
});

describe('in what is offered', () => {
  test('a missing tool, and another server altogether', async () => {
    const torii = struck('list_users:missing');
    expect(torii.tools().some(({ name }) => name === 'list_users')).toBe(false);
    expect(await torii.call('list_users')).toMatchObject({ isError: true });
    expect(
      struck('not-torii')
        .tools()
        .map(({ name }) => name),
    ).toEqual(['search_tickets', 'get_ticket', 'create_ticket']);
  });
});

test('every fault does something', async () => {
  const honest = JSON.stringify([await createTorii(tenant).call('list_apps'), createTorii(tenant).tools()]);
  const details: Readonly<Record<string, string>> = { 'wrong-type': '-name', refuse: '-size' };
  for (const fault of Object.keys(serverFaults)) {
    if (fault === 'refuse' || fault === 'timeout') continue;
    const torii = struck(`${fault}${details[fault] ?? ''}`);
    const patience = new Promise((resolve) => void setTimeout(resolve, 30, 'no answer'));
    const answer = torii.call('list_apps').catch((error: unknown) => String(error));
    // oxlint-disable-next-line no-await-in-loop
    expect([
      fault,
      JSON.stringify([await Promise.race([answer, patience]), torii.tools()]) === honest,
    ]).toEqual([fault, false]);
  }
});
