/** The reader against the mock of the whole server: every fault, both dialects, every role. */
import { describe, expect, it } from 'vitest';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { createTorii, type ToriiOptions } from '../../mocks/torii/torii.ts';
import type { Clock } from '../../skill/torii/base/bridge.ts';
import { failureFromWords } from '../../skill/torii/reply/decode.ts';
import type { FailureKind } from '../../skill/torii/base/failure.ts';
import { openBridge } from '../../skill/torii/call/open-bridge.ts';
import { readTenant, type ReadOptions } from '../../skill/torii/read/read-tenant.ts';
import { readSavedResults } from '../../skill/torii/saved/saved-results.ts';
import type { Source, SourceStatus } from '../../skill/torii/base/records.ts';
import { noLimits } from './fake-server.ts';

const small = createTenant({ size: 'small' });
const medium = createTenant({ size: 'medium' });

/** Waits are skipped, deadlines come quickly. */
let skipped = 0;
const clock: Clock = {
  now: () => Date.UTC(2026, 10, 22) + skipped,
  async sleep(ms) {
    await new Promise((resolve) => setTimeout(resolve, ms === DEADLINE ? 60 : 0));
    if (ms !== DEADLINE) skipped += ms;
  },
};
const DEADLINE = 60_000;

async function read(
  server: ToriiOptions,
  options: Partial<ReadOptions> = {},
  tenant = small,
  visible = true,
) {
  const torii = createTorii(tenant, { slowMs: 200, ...server });
  const bridge = openBridge({
    host: 'http',
    raw: (name, args) => torii.call(name, args),
    clock,
    deadlineMs: DEADLINE,
    wireNames: async () => (visible ? torii.tools() : null),
    failureOf: (thrown, tool) => failureFromWords(String(thrown), tool, 'unavailable'),
  });
  const records = await readTenant(bridge, { clock, limits: noLimits, ...options });
  expect(torii.writes).toEqual([]);
  const status = (source: Source): SourceStatus | undefined =>
    records.completeness.find((one) => one.source === source)?.status;
  const certificate = (source: Source) => records.completeness.find((one) => one.source === source);
  return { records, torii, status, certificate };
}

const everything: Partial<ReadOptions> = {
  sources: ['apps', 'contracts', 'users', 'transactions', 'fields'],
  controlTotals: true,
  sumKeys: { apps: 'expenses' },
};

describe('an honest server', () => {
  it.each([
    ['current', {}],
    ['structured', { structured: true }],
    ['contracts 1.0', { contracts: '1.0' }],
    ['with 149 app fields', { extraFields: true }],
    [
      'under other names',
      {
        rename: {
          list_apps: 'get_apps',
          list_contracts: 'get_contracts',
          get_app_fields: 'get_app_metadata',
        },
      },
    ],
  ] as const)('is read completely: %s', async (_, server) => {
    const { records, status, certificate } = await read(server, everything);
    for (const source of everything.sources ?? [])
      expect([source, status(source)]).toEqual([source, 'complete']);
    expect(records.apps).toHaveLength(small.apps.length);
    expect(records.contracts).toHaveLength(small.contracts.length);
    expect(records.users).toHaveLength(small.users.length);
    expect(records.transactions).toHaveLength(small.transactions.length);
    expect(certificate('apps')?.control).toMatchObject({ equal: true, theirs: { count: small.apps.length } });
    expect(records.apps.some((app) => 'licenses' in app)).toBe(true);
  });

  it('of the older kind is read through its cap, and its own count is asked for', async () => {
    const { records, status, certificate } = await read({ style: 'older' }, everything);
    expect(records.apps).toHaveLength(small.apps.length);
    expect(['apps', 'contracts', 'users', 'fields'].map((source) => status(source as Source))).toEqual([
      'complete',
      'complete',
      'complete',
      'partial',
    ]);
    expect(status('transactions')).toBe('not-offered');
    expect(certificate('apps')?.control).toMatchObject({ equal: true });
    const capped = await read({ style: 'older' }, { sources: ['users'] }, medium);
    expect(capped.status('users')).toBe('possibly-capped');
  });

  it('is read without a listing, from its refusals alone', async () => {
    for (const style of ['current', 'older'] as const) {
      const { records, status } = await read(
        { style },
        { fields: { app: ['expenses', 'state'] } },
        small,
        false,
      );
      expect([style, status('apps'), status('contracts')]).toEqual([style, 'complete', 'complete']);
      expect(records.apps[0]).toHaveProperty('expenses');
    }
  });

  it('is read in the medium size within eight calls, licenses and control totals included', async () => {
    const { torii, status } = await read({}, { controlTotals: true }, medium);
    expect(torii.calls.length).toBeLessThanOrEqual(8);
    expect([status('apps'), status('contracts'), status('fields')]).toEqual([
      'complete',
      'complete',
      'complete',
    ]);
  });

  it('gives the same certificate live, in small pages, and from saved results', async () => {
    const { records, certificate } = await read({}, { sources: ['contracts'] }, medium);
    const torii = createTorii(medium);
    const files: { name: string; text: string }[] = [];
    let cursor: string | null = null;
    do {
      const reply = await torii.call('list_contracts', { size: 17, ...(cursor !== null && { cursor }) });
      files.unshift({ name: `page ${files.length}`, text: JSON.stringify(reply) });
      cursor = (JSON.parse(reply.content[0]?.text ?? '{}') as { nextCursor: string | null }).nextCursor;
    } while (cursor !== null);
    const saved = readSavedResults(files);
    expect(saved.records.contracts).toEqual(records.contracts);
    expect(saved.records.completeness[1]).toMatchObject({
      status: 'complete',
      hash: certificate('contracts')?.hash,
    });
  });
});

describe('roles', () => {
  it('that may not see contracts lose contracts alone', async () => {
    const { status } = await read({ role: ['no-contracts'] });
    expect([status('apps'), status('contracts'), status('fields')]).toEqual([
      'complete',
      'denied',
      'partial',
    ]);
  });

  it('that may not see expenses still get their apps', async () => {
    const { records, status } = await read({ role: ['no-expenses'] }, { fields: { app: ['expenses'] } });
    expect(status('apps')).toBe('complete');
    expect(records.apps.every((app) => !('expenses' in app))).toBe(true);
  });
});

const faults: readonly (readonly [string, SourceStatus, FailureKind | null])[] = [
  ['401', 'failed', 'needs-sign-in'],
  ['403', 'denied', 'denied'],
  ['404', 'failed', 'not-found'],
  ['429', 'failed', 'rate-limited'],
  ['429-bare', 'failed', 'rate-limited'],
  ['429@1', 'complete', null],
  ['500', 'failed', 'unavailable'],
  ['500@1', 'complete', null],
  ['502', 'failed', 'unavailable'],
  ['html', 'failed', 'unavailable'],
  ['drop', 'failed', 'unavailable'],
  ['timeout', 'failed', 'timed-out'],
  ['never', 'failed', 'timed-out'],
  ['never@1', 'complete', null],
  ['iserror', 'failed', 'unavailable'],
  ['iserror-403', 'denied', 'denied'],
  ['error-text', 'failed', 'unavailable'],
  ['error-text-401', 'failed', 'needs-sign-in'],
  ['error-text-403', 'denied', 'denied'],
  ['error-text-404', 'failed', 'not-found'],
  ['error-text-429', 'failed', 'rate-limited'],
  ['html-text', 'failed', 'unavailable'],
  ['truncated', 'failed', 'truncated'],
  ['truncated@1', 'complete', null],
  ['wrong-types', 'partial', null],
  ['wrong-total', 'partial', null],
  ['duplicates', 'complete', null],
  ['empty', 'complete', null],
  ['missing', 'not-offered', 'not-offered'],
  ['refuse-includeLicenses', 'complete', null],
  ['refuse-aggs', 'complete', null],
];

describe('faults of one source', () => {
  it.each(faults)('contracts: %s → %s', async (fault, expected, kind) => {
    const { records, status, certificate } = await read(
      { fault: `list_contracts:${fault}` },
      { controlTotals: true },
    );
    expect(status('contracts')).toBe(expected);
    expect(status('apps')).toBe('complete');
    expect(records.apps).toHaveLength(small.apps.length);
    expect(records.failures?.map(({ failure }) => failure.kind)).toEqual(kind === null ? [] : [kind]);
    expect(expected === 'complete' || certificate('contracts')?.reason !== null).toBe(true);
  });

  it.each(['repeated-cursor', 'endless-cursor'])('apps over several pages: %s', async (fault) => {
    const { torii, certificate } = await read(
      { fault: `list_users:${fault}` },
      { sources: ['users'] },
      medium,
    );
    expect(certificate('users')).toMatchObject({ status: 'partial', reason: expect.any(String) });
    expect(torii.calls.length).toBeLessThanOrEqual(5);
  });

  it('a sign-in lost in the middle keeps what was read, as partial', async () => {
    const { records, certificate } = await read(
      { fault: 'list_users:401@2+' },
      { sources: ['users'] },
      medium,
    );
    expect(certificate('users')).toMatchObject({ rows: 1000, total: medium.users.length, status: 'partial' });
    expect(records.failures).toMatchObject([{ source: 'users', failure: { kind: 'needs-sign-in' } }]);
  });

  it('a refused field is left out and named', async () => {
    const { records, certificate } = await read(
      { fault: 'list_contracts:refuse-c_noticeDays_1' },
      { fields: { contract: ['endDate', 'c_noticeDays_1'] } },
    );
    expect(certificate('contracts')).toMatchObject({
      status: 'complete',
      reason: 'Torii refused the field c_noticeDays_1.',
    });
    expect(records.contracts.some((contract) => 'endDate' in contract)).toBe(true);
  });

  it('another server is not taken for Torii', async () => {
    const { records, torii } = await read({ fault: 'not-torii' });
    expect(torii.calls).toEqual([]);
    expect(records.failures?.every(({ failure }) => failure.kind === 'not-torii')).toBe(true);
  });
});

describe('users of apps', () => {
  it('are read for the apps that are asked for', async () => {
    const ids = small.apps.slice(0, 3).map((app) => Number(app['id']));
    const { records, certificate } = await read({}, { sources: [], userDetail: ids });
    expect(certificate('appUsers')).toMatchObject({ status: 'complete' });
    for (const id of ids) expect(records.appUsers.get(id)).toHaveLength(small.appUsers.get(id)?.length ?? 0);
  });
});
