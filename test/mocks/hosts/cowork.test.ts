import { setupServer } from 'msw/node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCowork, fullNames, type CoworkOptions } from '../../../mocks/cowork.ts';
import { manualClock } from '../../artifact/bridge/manual-clock.ts';
import { smallServer, url, type SmallServer } from './small-server.ts';

const connectorId = '3f2b8c1e-0a4d-4c57-9b7e-2d9f6a1c8e42';
const name = (tool: string): string => `mcp__${connectorId}__${tool}`;
const grants = fullNames(connectorId, ['list_apps', 'list_users', 'get_app', 'update_user']);

let torii: SmallServer;
let network: ReturnType<typeof setupServer>;

beforeEach(() => {
  torii = smallServer();
  network = setupServer(...torii.handlers);
  network.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => network.close());

function opened(change: Partial<CoworkOptions> = {}) {
  const clock = manualClock();
  return { cowork: createCowork({ url, connectorId, grants, clock, ...change }), clock };
}

const refusal = (words: RegExp) => ({
  isError: true,
  content: [{ type: 'text', text: expect.stringMatching(words) }],
});

describe('the object of a live artifact', () => {
  test('is frozen, and holds nothing else', () => {
    const { cowork } = opened();
    expect(Object.keys(cowork)).toEqual(['callMcpTool', 'askClaude', 'runScheduledTask']);
    expect(Object.isFrozen(cowork)).toBe(true);
  });

  test('passes a call on and the result back', async () => {
    const { cowork } = opened();
    expect(await cowork.callMcpTool(name('list_apps'), { size: 2 })).toEqual({
      content: [{ type: 'text', text: '{"apps":[{"id":1}],"total":1}' }],
    });
  });
});

describe('refusals resolve', () => {
  test.each([
    ['what is not granted', 'mcp__other__list_apps', {}, /not in this artifact's mcp_tools allowlist/],
    ['arguments that are no object', name('list_apps'), [] as object, /Tool args must be an object/],
    ['a write', name('update_user'), {}, /was not allowed by the user/],
  ])('%s', async (_, fullName, args, words) => {
    expect(await opened().cowork.callMcpTool(fullName, args)).toMatchObject(refusal(words));
    expect(torii.calls).toEqual([]);
  });

  test.each([
    ['policy', /blocked by managed policy/],
    ['disabled', /disabled by the user/],
    ['declined', /was not allowed by the user/],
  ] as const)('what is denied by %s', async (reason, words) => {
    const { cowork } = opened({ deny: { [name('list_apps')]: reason } });
    expect(await cowork.callMcpTool(name('list_apps'), {})).toMatchObject(refusal(words));
  });

  test("a tool's own error", async () => {
    expect(await opened().cowork.callMcpTool(name('get_app'), {})).toMatchObject(refusal(/status: 404/));
  });

  test('a server that fails', async () => {
    torii.fail(429, { 'retry-after': '7' });
    expect(await opened().cowork.callMcpTool(name('list_apps'), {})).toMatchObject(
      refusal(/Tool call failed: .*429.*Retry-After: 7/),
    );
  });

  test('a lost sign-in, without saying that it is an error', async () => {
    torii.fail(401);
    const reply = await opened().cowork.callMcpTool(name('list_apps'), {});
    expect(reply).toMatchObject({ content: [{ text: expect.stringMatching(/sign in/) }] });
    expect(reply).not.toHaveProperty('isError');
  });
});

describe('limits', () => {
  test('the thirty-first call of a minute is refused', async () => {
    const { cowork, clock } = opened();
    for (let call = 1; call <= 30; call += 1) {
      expect(await cowork.callMcpTool(name('list_apps'), { size: call })).not.toHaveProperty('isError');
    }
    const over = () => cowork.callMcpTool(name('list_apps'), { size: 31 });
    expect(await over()).toMatchObject(refusal(/rate limit exceeded/));
    await clock.advance(60_000);
    expect(await over()).not.toHaveProperty('isError');
  });

  test('an identical read is answered from memory for five minutes', async () => {
    const { cowork, clock } = opened();
    const read = (args: object) => cowork.callMcpTool(name('list_apps'), args);
    const first = await read({ size: 2, q: 'a' });
    expect(await read({ q: 'a', size: 2 })).toEqual(first);
    expect(torii.calls).toHaveLength(1);
    await read({ q: 'b', size: 2 });
    expect(torii.calls).toHaveLength(2);
    await clock.advance(5 * 60_000);
    expect(await read({ size: 2, q: 'a' })).not.toEqual(first);
  });

  test.each(['list_users', 'get_app'])(
    '%s, not said to be read-only or failed, is not remembered',
    async (tool) => {
      const { cowork } = opened();
      await cowork.callMcpTool(name(tool), {});
      await cowork.callMcpTool(name(tool), {});
      expect(torii.calls).toHaveLength(2);
    },
  );
});

function call(faults: string): Promise<unknown> {
  return opened({ faults }).cowork.callMcpTool(name('list_apps'), {});
}

describe('faults of the host', () => {
  test.each([
    ['hidden', /not currently shown/],
    ['cold-start', /Tool call failed: 400/],
    ['policy', /managed policy/],
    ['approval', /not allowed by the user/],
    ['rate', /rate limit exceeded/],
    ['ungranted', /allowlist/],
    ['renamed', /not connected/],
  ])('%s resolves with a refusal', async (fault, words) => {
    expect(await call(fault)).toMatchObject(refusal(words));
    expect(torii.calls).toEqual([]);
  });

  test('reject rejects, undefined is nothing', async () => {
    await expect(call('list_apps:reject')).rejects.toThrow(/reply was never sent/);
    expect(await call('undefined')).toBeUndefined();
  });

  test('imitating hosts drop the envelope or the type', async () => {
    expect(await call('raw')).toEqual({ apps: [{ id: 1 }], total: 1 });
    expect(await call('untyped')).toEqual({ content: [{ text: '{"apps":[{"id":2}],"total":1}' }] });
  });

  test('the rest is asked of the server', async () => {
    await call('hidden@9,list_apps:500');
    expect(new Set(torii.faults)).toEqual(new Set(['list_apps:500']));
  });
});
