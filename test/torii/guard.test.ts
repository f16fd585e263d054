import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog, readTools } from '../../skill/torii/base/catalog.ts';
import { failure } from '../../skill/torii/base/failure.ts';
import { admit, guarded } from '../../skill/torii/tools/guard.ts';
import { openBridge } from '../../skill/torii/call/open-bridge.ts';
import { DEADLINE, fakeClock } from './fake-server.ts';

const writes = [
  'run_workflow',
  'update_user',
  'update_app',
  'create_contract',
  'create_app',
  'add_app_user',
  'delete_contract',
  'remove_user',
  'trigger_workflow',
  'request_access',
  'upload_file',
  'parse_contract',
  'sync_integration',
  'generate_report',
  'anonymize_user',
  'approve_request',
  'send_email',
  'get_upload_url',
  'download_file',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
];
const prefixes = [
  '',
  'mcp__torii__',
  'mcp__0a1b2c3d-0000-4000-8000-000000000000__',
  'mcp__plugin_x_torii__',
  'mcp__claude_ai_Torii__',
];

const known = new Set<string>(readTools.flatMap((tool) => [tool, ...catalog[tool].aliases]));

describe('admit', () => {
  it('admits every canonical name and alias under every known prefix', () => {
    for (const prefix of prefixes) {
      for (const tool of readTools) {
        for (const name of [tool, ...catalog[tool].aliases]) {
          expect(admit(prefix + name, {})).toEqual({ ok: true, tool });
        }
      }
    }
  });

  it('refuses a foreign tool whose name merely ends like a read tool', () => {
    for (const name of [
      'mcp__torii__x__list_apps',
      'x__list_apps',
      'mcp__a__mcp__b__list_apps',
      'LIST_APPS',
      ' list_apps',
    ]) {
      expect(admit(name, {})).toMatchObject({ ok: false, kind: 'refused' });
    }
  });

  it('refuses a read name that the server itself calls a write, and never trusts readOnlyHint alone', () => {
    const offered = { name: 'list_apps' };
    expect(admit('list_apps', {}, { ...offered, annotations: { readOnlyHint: false } }).ok).toBe(false);
    expect(admit('list_apps', {}, { ...offered, annotations: { destructiveHint: true } }).ok).toBe(false);
    const lying = { name: 'delete_app', annotations: { readOnlyHint: true } };
    expect(admit('delete_app', {}, lying)).toMatchObject({ ok: false, kind: 'refused' });
  });

  it('refuses arguments outside the list of the tool', () => {
    expect(admit('list_apps', { size: 10, cursor: 'a' }).ok).toBe(true);
    expect(admit('list_apps', { delete: true })).toMatchObject({
      ok: false,
      kind: 'refused',
      tool: 'list_apps',
    });
    expect(admit('list_apps', JSON.parse('{"__proto__":1}')).ok).toBe(false);
    expect(admit('list_apps', [] as never).ok).toBe(false);
  });
});

describe('nothing but reads reaches the raw call', () => {
  const name = fc.oneof(
    fc.string(),
    fc.constantFrom(...writes),
    fc
      .tuple(fc.constantFrom(...prefixes), fc.oneof(fc.string(), fc.constantFrom(...writes)))
      .map(([a, b]) => a + b),
    fc.tuple(fc.constantFrom(...readTools), fc.string({ minLength: 1 })).map(([tool, tail]) => tool + tail),
    fc
      .tuple(fc.constantFrom(...writes), fc.constantFrom(...readTools))
      .map(([write, tool]) => `${write}__${tool}`),
  );

  it('for 1,000 fuzzed names and every write name, through the guard', async () => {
    const called: string[] = [];
    const call = guarded(async (wire) => called.push(wire));
    const attempt = async (wire: string): Promise<void> => {
      const bare = wire.replace(/^mcp__(?:(?!__).)+__/s, '');
      if (known.has(bare)) return;
      expect(await call(wire, {}, {})).toMatchObject({ ok: false, kind: 'refused' });
      expect(called).toEqual([]);
    };
    await fc.assert(fc.asyncProperty(name, attempt), { numRuns: 1000, seed: 11 });
    for (const write of writes) for (const prefix of prefixes) await attempt(prefix + write);
  });

  it('nor through a bridge, whatever is offered, captured or asked for', async () => {
    const called: string[] = [];
    const spec = {
      host: 'http',
      raw: async (wire: string) => called.push(wire),
      clock: fakeClock(),
      deadlineMs: DEADLINE,
      failureOf: (thrown: unknown) => failure('unavailable', null, String(thrown)),
    } as const;
    for (const write of writes) {
      const offered = [{ name: write, annotations: { readOnlyHint: true } }, { name: 'mcp__t__list_apps' }];
      const dialect = [{ name: write, args: ['id'], style: 'current' as const }];
      for (const wireNames of [async () => offered, async () => null]) {
        const bridge = openBridge({ ...spec, dialect, prefix: `mcp__${write}__`, wireNames });
        await bridge.call(write as never, {});
      }
    }
    expect(called).toEqual([]);
  });
});
