import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import type { SavedFile } from '../../skill/torii/saved/saved-file.ts';
import { readSavedResults } from '../../skill/torii/saved/saved-results.ts';
import type { Source } from '../../skill/torii/base/records.ts';
import { appRows, bridgeOver, noLimits, paged, range, text } from './fake-server.ts';
import { readTenant } from '../../skill/torii/read/read-tenant.ts';

const apps = appRows(25);
const contracts = range(5).map((id) => ({
  id,
  idApp: id,
  name: `C${id}`,
  status: 'active',
  endDate: '2027-01-01',
}));
const users = range(4).map((id) => ({ id, email: `${id}@example.com`, lifecycleStatus: 'active' }));
const appUsers = range(3).map((idUser) => ({ idUser, email: `${idUser}@example.com`, status: 'active' }));
const transactions = [{ idApp: 1, transactionDate: '2026-01-01', amount: { value: 100, currency: 'USD' } }];

const file = (name: string, body: unknown): SavedFile => ({
  name,
  text: typeof body === 'string' ? body : JSON.stringify(body),
});

function pagesOf(container: string, rows: readonly unknown[], size: number): JsonObject[] {
  const page = paged(container, rows);
  const cursors = range(Math.max(1, Math.ceil(rows.length / size))).map((index) =>
    String((index - 1) * size),
  );
  return cursors.map((cursor) => page({ cursor, size }));
}

function certificate(files: readonly SavedFile[], source: Source) {
  return readSavedResults(files).records.completeness.find((one) => one.source === source);
}

describe('saved tool results', () => {
  it('are matched by shape, whatever the names', () => {
    const { records, files } = readSavedResults([
      file('1.txt', { apps, total: 25, nextCursor: null }),
      file('2.txt', { contracts, total: 5 }),
      file('3.txt', { users, total: 4 }),
      file('app-users-12.json', { users: appUsers, total: 3 }),
      file('4.txt', { transactions, total: 1 }),
      file('5.txt', { fields: [{ name: 'Owner', systemKey: 'primaryOwner', type: 'user' }] }),
      file('6.txt', { fields: [{ name: 'End', systemKey: 'endDate', type: 'datePicker' }] }),
      file('7.txt', { fields: [{ name: 'Department', key: 'department', type: 'singleLine' }] }),
      file('8.txt', { org: { name: 'Acme' } }),
    ]);
    expect(files.filter(({ problem }) => problem !== null)).toEqual([]);
    expect(records.apps).toHaveLength(25);
    expect(records.contracts).toHaveLength(5);
    expect(records.users).toHaveLength(4);
    expect([...records.appUsers]).toEqual([[12, appUsers]]);
    expect(records.transactions).toHaveLength(1);
    expect(records.fields.map(({ entity, key }) => `${entity} ${key}`)).toEqual([
      'app primaryOwner',
      'contract endDate',
      'user department',
    ]);
    expect(records.organization).toEqual({ name: 'Acme' });
    expect(records.completeness.every(({ status }) => status === 'complete')).toBe(true);
  });

  it('in every wrapping that tools and shells put around them', () => {
    const body = { apps, total: 25 };
    const json = JSON.stringify(body, null, 2);
    const wrapped = [
      json,
      JSON.stringify(text(body)),
      JSON.stringify([{ type: 'text', text: json }]),
      JSON.stringify({ jsonrpc: '2.0', id: 3, result: text(body) }),
      `<persisted-output>\nOutput too large (57.4KB). Full output saved to: /home/x/r.txt\n\n${json}\n</persisted-output>`,
      `Here is the list:\n\`\`\`json\n${json}\n\`\`\``,
      JSON.stringify({ data: apps, total: 25 }),
      JSON.stringify({ result: body }),
      JSON.stringify(apps),
      apps.map((row) => JSON.stringify(row)).join('\n'),
    ];
    for (const content of wrapped) {
      const { records, files } = readSavedResults([file('x', content)]);
      expect(files).toMatchObject([{ source: 'apps', rows: 25, problem: null }]);
      expect(records.apps).toEqual(apps);
    }
  });

  it('give the same records and hash as a live reading, for any split into files in any order', async () => {
    const { bridge, clock } = bridgeOver(({ args }) => text(paged('apps', apps)(args)));
    const live = await readTenant(bridge, { clock, limits: noLimits, sources: ['apps'] });
    const hash = live.completeness[0]?.hash;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.array(fc.nat(), { minLength: 30, maxLength: 30 }),
        (size, keys) => {
          const pages = pagesOf('apps', apps, size);
          const files = pages.map((page, index) => file(`${keys[index]}-${index}.json`, page));
          const { records } = readSavedResults([...files.toReversed(), file('again.json', pages[0])]);
          expect(records.apps).toEqual(live.apps);
          expect(records.completeness[0]).toMatchObject({ status: 'complete', rows: 25, total: 25, hash });
        },
      ),
      { numRuns: 40, seed: 2 },
    );
  });

  it('are partial when a page is missing, by total or by cursor', () => {
    const pages = pagesOf('apps', apps, 10);
    expect(
      certificate(
        pages.slice(0, 2).map((page, index) => file(`${index}`, page)),
        'apps',
      ),
    ).toMatchObject({ rows: 20, total: 25, status: 'partial' });
    const bare = pages.map(({ apps: rows, nextCursor }) => ({ apps: rows, nextCursor }) as JsonObject);
    expect(
      certificate(
        bare.map((page, index) => file(`${index}`, page)),
        'apps',
      ),
    ).toMatchObject({ rows: 25, status: 'complete' });
    expect(
      certificate(
        bare.slice(0, 2).map((page, index) => file(`${index}`, page)),
        'apps',
      ),
    ).toMatchObject({ rows: 20, status: 'partial' });
  });

  it('are possibly capped at exactly 1,000 rows without total and cursor', () => {
    expect(certificate([file('a', { apps: appRows(1000) })], 'apps')).toMatchObject({
      status: 'possibly-capped',
    });
    expect(
      certificate(
        [file('a', { apps: appRows(1000) }), file('b', { apps: [], aggregations: 5, total: 1400 })],
        'apps',
      ),
    ).toMatchObject({ status: 'partial', total: 1400 });
  });

  it('that cannot be used say why, and nothing of them is kept', () => {
    const cut = JSON.stringify({ apps }).slice(0, 300);
    const bad = [
      ['cut.json', cut, /stops in the middle/],
      [
        'preview.txt',
        `<persisted-output>\nPreview (first 2KB):\n${JSON.stringify([{ type: 'text', text: cut }]).slice(0, 250)}`,
        /stops in the middle/,
      ],
      ['error.txt', 'HTTP error! status: 403 Response: {"message":"Forbidden"}', /role/],
      ['notes.md', '# Notes on the tenant', /No list/],
      ['users.json', { users: appUsers }, /which/],
      ['search_apps.json', { apps: [{ id: 1000, name: 'Salesforce', imageUrl: 'x' }] }, /No list/],
      ['tenant-mapping.json', { schemaVersion: 1, fields: { app: {}, contract: {} } }, /No list/],
    ] as const;
    for (const [name, body, problem] of bad) {
      const { records, files } = readSavedResults([file(name, body)]);
      expect(files).toMatchObject([{ name, source: null, rows: 0, problem: expect.stringMatching(problem) }]);
      expect(records.apps).toEqual([]);
      expect(records.completeness.every(({ status }) => status === 'not-read')).toBe(true);
    }
  });

  it('are named as what they are where they are the notice of a host', () => {
    const notices = [
      `Error: result (838,000 characters) exceeds maximum allowed tokens. Output has been saved to /home/a b/r.txt.\nFormat: JSON`,
      `<persisted-output>\nOutput too large (381.1KB). Full output saved to: /home/a b/r.txt\n\nPreview (first 2KB):\n[\n  {\n    "type": "text",\n    "text": "{\\"apps\\":[{\\"id\\":1`,
      JSON.stringify([
        { type: 'text', text: 'Output has been saved to /home/a b/r.txt.\nYou MUST read it.' },
      ]),
    ];
    for (const notice of notices) {
      const { files } = readSavedResults([file('list_apps.json', notice)]);
      expect(files[0]?.problem).toContain('notice of a result');
      expect(files[0]?.problem).toContain(' /home/a b/r.txt, which');
    }
    const mention = { apps: [{ id: 1, name: 'Saved to: /home/x', state: 'Sanctioned' }], total: 1 };
    expect(readSavedResults([file('a', mention)]).files).toMatchObject([{ source: 'apps', problem: null }]);
  });

  it('never throw, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ name: fc.string(), text: fc.oneof(fc.string(), fc.json()) })),
        (files) => {
          expect(readSavedResults(files).files).toHaveLength(files.length);
        },
      ),
      { numRuns: 500, seed: 4 },
    );
  });
});

const other = (tool: string): object => ({ tool_name: `mcp__torii-eu__${tool}` });

const line = (value: object): string => JSON.stringify({ sessionId: 's1', ...value });

const parts = (body: unknown): object[] => [{ type: 'text', text: JSON.stringify(body) }];

const use = (id: string, name: string, input: object = {}): string =>
  line({ type: 'assistant', message: { content: [{ type: 'tool_use', id, name, input }] } });
const result = (id: string, content: unknown, whole?: unknown): string =>
  line({
    type: 'user',
    message: { content: [{ type: 'tool_result', tool_use_id: id, content }] },
    ...(whole === undefined ? {} : { toolUseResult: whole }),
  });

/** A reply as the capture hook keeps it: `time` orders it, as in the names of its files. */
function kept(time: number, tool: string, input: JsonObject, body: unknown, more: object = {}): SavedFile {
  const event = {
    session_id: 's1',
    hook_event_name: 'PostToolUse',
    tool_name: `mcp__torii__${tool}`,
    tool_input: input,
    tool_response: [{ type: 'text', text: JSON.stringify(body) }],
    ...more,
  };
  return file(`x/${time}-${tool}.json`, event);
}

describe('replies with what was asked', () => {
  const lean = apps.map(({ id, name }) => ({ id, name }));
  const next = { ...contracts[0], id: 9 };

  it('count as one reading: not the first look, not the search, not the reading with fewer columns', () => {
    const { records, files } = readSavedResults([
      kept(
        1,
        'list_apps',
        { size: 1, fields: ['name'] },
        { apps: lean.slice(0, 1), total: 25, nextCursor: '1' },
      ),
      kept(2, 'list_apps', { q: 'App 3' }, { apps: apps.slice(2, 3), total: 1, nextCursor: null }),
      kept(3, 'list_apps', { size: 15 }, { apps: apps.slice(0, 15), total: 25, nextCursor: '15' }),
      kept(4, 'list_apps', { size: 15, cursor: '15' }, { apps: apps.slice(15), total: 25, nextCursor: null }),
      kept(5, 'list_contracts', {}, { contracts, total: 5 }),
    ]);
    expect(files.filter(({ problem }) => problem !== null)).toEqual([]);
    expect(records.apps).toEqual(apps);
    expect(records.completeness[0]).toMatchObject({ status: 'complete', rows: 25, total: 25, reason: null });
  });

  it('are those of the latest reading, where a list was read again', () => {
    const { records } = readSavedResults([
      kept(1, 'list_apps', {}, { apps, total: 25 }),
      kept(2, 'list_contracts', {}, { contracts, total: 5 }),
      kept(3, 'list_contracts', {}, { contracts: [...contracts.slice(1), next], total: 5 }),
    ]);
    expect(records.contracts.map(({ id }) => id)).toEqual([2, 3, 4, 5, 9]);
    expect(records.completeness[1]).toMatchObject({ status: 'complete', rows: 5, reason: null });
  });

  it('are partial where only a part was asked for', () => {
    const filtered = kept(
      1,
      'list_contracts',
      { filters: [{}] },
      { contracts: contracts.slice(0, 2), total: 2 },
    );
    const { records } = readSavedResults([kept(2, 'list_apps', {}, { apps, total: 25 }), filtered]);
    expect(records.contracts).toEqual([]);
    expect(records.completeness[1]?.status).not.toBe('complete');
  });

  it('belong to the app and the entity that was asked for', () => {
    const { records } = readSavedResults([
      kept(1, 'list_apps', {}, { apps, total: 25 }),
      kept(2, 'list_app_users', { idApp: 7 }, { users: appUsers, total: 3 }),
      kept(3, 'get_contract_fields', {}, { fields: [{ systemKey: 'c_odd_1', name: 'Odd', type: 'text' }] }),
    ]);
    expect([...records.appUsers.keys()]).toEqual([7]);
    expect(records.fields.map(({ entity, key }) => `${entity} ${key}`)).toEqual(['contract c_odd_1']);
  });

  it('are those of one session and one connector', () => {
    const earlier = { session_id: 's0' };
    const okta = { tool_name: 'mcp__okta__list_users' };
    const { records, files } = readSavedResults([
      kept(1, 'list_contracts', {}, { contracts: [next], total: 1 }, earlier),
      kept(2, 'list_apps', {}, { apps, total: 25 }),
      kept(3, 'list_contracts', {}, { contracts, total: 5 }),
      kept(4, 'list_users', {}, { users, total: 4 }, okta),
    ]);
    expect(records.contracts).toEqual(contracts);
    expect(records.users).toEqual([]);
    expect(files.map(({ problem }) => problem).filter((problem) => problem !== null)).toEqual([
      expect.stringContaining('earlier session'),
      expect.stringContaining('not Torii'),
    ]);
  });

  it('of two companies are not mixed', () => {
    const { records, files } = readSavedResults([
      kept(1, 'list_apps', {}, { apps, total: 25 }),
      kept(2, 'list_contracts', {}, { contracts, total: 5 }),
      kept(3, 'list_apps', {}, { apps, total: 25 }, other('list_apps')),
      kept(4, 'list_contracts', {}, { contracts, total: 5 }, other('list_contracts')),
    ]);
    expect(records.apps).toEqual([]);
    expect(files.every(({ problem }) => /several connectors .*torii, torii-eu/.test(problem ?? ''))).toBe(
      true,
    );
  });
});

describe('the transcript of a session', () => {
  it('gives every reply as it came, also where the model was shown a notice', () => {
    const notice = '<persisted-output>\nOutput too large. Full output saved to: /gone/r.json\n\nPreview:\n[';
    const text = [
      line({ type: 'user', message: { content: 'Show me {"apps": []} with "tool_use" and "tool_result".' } }),
      use('1', 'mcp__claude_ai_Torii__list_apps', { size: 1000 }),
      result('1', notice, parts({ apps, total: 25 })),
      use('2', 'mcp__claude_ai_Torii__list_contracts'),
      result('2', parts({ contracts, total: 5 })),
      use('3', 'Bash', { command: 'cat x' }),
      result('3', '{"apps":[{"id":99,"state":"Sanctioned"}]}'),
      use('4', 'mcp__slack__list_users'),
      result('4', parts({ users, total: 4 })),
      use('5', 'mcp__claude_ai_Torii__get_organization'),
      result('5', parts({ org: { name: 'Acme' } })),
      'half a line {"type":"tool_use"',
    ].join('\n');
    const { records } = readSavedResults([{ name: 'session.jsonl', text }]);
    expect(records.apps).toEqual(apps);
    expect(records.contracts).toEqual(contracts);
    expect(records.users).toEqual([]);
    expect(records.organization).toEqual({ name: 'Acme' });
  });
});
