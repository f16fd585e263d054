/** Replies that would crash, hang or mislead a reader that trusts them. */
import { describe, expect, it } from 'vitest';
import { createBudget } from '../../skill/torii/call/budget.ts';
import { failure } from '../../skill/torii/base/failure.ts';
import { isDeeperThan, TOO_DEEP, type JsonValue } from '../../skill/torii/base/json.ts';
import { readPages } from '../../skill/torii/read/read-pages.ts';
import { readSavedResults } from '../../skill/torii/saved/saved-results.ts';
import { decodeReply } from '../../skill/torii/reply/decode.ts';
import { bindOffered } from '../../skill/torii/tools/binding.ts';
import { formsOfSchema } from '../../skill/torii/tools/argument-forms.ts';
import { bridgeOver, fakeClock, noLimits, text } from './fake-server.ts';

/** A list in a list in a list; made without recursion, as a parser makes it. */
function nested(levels: number): JsonValue {
  let value: JsonValue = 'x';
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

function objects(levels: number, key: string): JsonValue {
  let value: JsonValue = {};
  for (let level = 0; level < levels; level += 1) value = { [key]: value };
  return value;
}

const smallPage = (times: number) =>
  Array.from({ length: 20 }, (_, index) => ({ id: times * 100 + index, name: 'A' }));

async function rowsFrom(answer: (times: number) => unknown) {
  const { bridge, clock, calls } = bridgeOver((_, times) => answer(times));
  const pages = readPages(
    bridge,
    'list_apps',
    {},
    {
      clock,
      budget: createBudget(noLimits, clock),
      source: 'apps',
    },
  );
  const rows = [];
  for (;;) {
    const step = await pages.next();
    if (step.done === true) return { rows, certificate: step.value.certificate, calls };
    rows.push(...step.value.rows);
  }
}

describe.each([100, 3_000, 100_000])('a cell nested %i levels deep', (levels) => {
  const apps = [
    { id: 1, name: 'Box', lastVisitTime: nested(levels) },
    { id: 2, name: 'Zoom' },
  ];

  it('costs itself alone', async () => {
    const { rows, certificate } = await rowsFrom(() => ({
      structuredContent: { apps, total: 2 },
      content: [],
    }));
    expect(rows.map(({ name }) => name)).toEqual(['Box', 'Zoom']);
    expect(certificate).toMatchObject({ rows: 2, status: 'complete' });
    expect(rows.some((row) => isDeeperThan(row, 30))).toBe(false);
    expect(JSON.stringify(rows[0])).toContain(TOO_DEEP);
  });

  it('costs itself alone in a saved result', () => {
    const deep = `${'['.repeat(levels)}1${']'.repeat(levels)}`;
    const saved = `{"apps":[{"id":1,"name":"Box","lastVisitTime":${deep}},{"id":2,"name":"Zoom"}],"total":2}`;
    const { records } = readSavedResults([{ name: 'list_apps.json', text: saved }]);
    expect(records.apps.map(({ name }) => name)).toEqual(['Box', 'Zoom']);
    expect(records.apps.some((row) => isDeeperThan(row, 30))).toBe(false);
  });

  it('ends no walk over an error, an aside or a schema', () => {
    for (const key of ['errors', 'error', 'meta', 'data']) {
      expect(
        decodeReply('list_apps', { isError: true, content: [], structuredContent: objects(levels, key) }).ok,
      ).toBe(false);
    }
    expect(() => formsOfSchema({ properties: { size: objects(levels, 'anyOf') } })).not.toThrow();
    let choice: JsonValue = { type: 'string' };
    for (let level = 0; level < levels; level += 1) choice = { anyOf: [choice] };
    expect(formsOfSchema({ properties: { size: choice } })).not.toBeNull();
  });
});

describe('a cursor that leads on and on', () => {
  it('is left when its pages bring hardly any records', async () => {
    const { certificate, calls } = await rowsFrom((times) =>
      text({ apps: [{ id: times }], nextCursor: `c${times}` }),
    );
    expect(calls.length).toBeLessThanOrEqual(25);
    expect(certificate.status).toBe('partial');
    expect(certificate.reason).toContain('hardly any records');
  });

  it('is followed when the pages are small but bring records', async () => {
    const { rows, certificate } = await rowsFrom((times) =>
      text({ apps: smallPage(times), nextCursor: times < 60 ? `c${times}` : null }),
    );
    expect(rows).toHaveLength(1_200);
    expect(certificate.status).toBe('complete');
  });
});

describe('a wait that no timer can hold', () => {
  it('is waited for two minutes at most', async () => {
    const clock = fakeClock();
    const budget = createBudget(noLimits, clock);
    const limited = failure('rate-limited', 'list_apps', 'slow down', { retryAfterMs: 99_999_999_000 });
    await budget.run('list_apps', {}, async () => limited);
    await budget.run('list_apps', { cursor: 'x' }, async () => limited);
    expect(Math.max(...clock.slept)).toBeLessThanOrEqual(120_000);
  });
});

describe('a tool that is listed twice', () => {
  const read = { name: 'list_contracts', annotations: { readOnlyHint: true } };
  const write = { name: 'list_contracts', annotations: { destructiveHint: true } };
  const apps = { name: 'list_apps' };

  it.each([
    ['write first', [apps, write, read]],
    ['read first', [apps, read, write]],
  ])('and is once annotated as a write is refused: %s', async (_, offered) => {
    expect(bindOffered(offered)[0]?.tools.has('list_contracts')).toBe(false);
    const { bridge, calls } = bridgeOver(() => text({ contracts: [] }), { offered });
    const reply = await bridge.call('list_contracts', {});
    expect(reply.ok).toBe(false);
    expect(calls).toEqual([]);
  });
});
