import { describe, expect, it } from 'vitest';
import type { ReadTool } from '../../skill/torii/base/catalog.ts';
import {
  createBudget,
  liveArtifactLimits,
  toriiLimits,
  type Budget,
  type Outcome,
} from '../../skill/torii/call/budget.ts';
import { failure } from '../../skill/torii/base/failure.ts';
import { fakeClock } from './fake-server.ts';

const ok = (tool: ReadTool): Outcome => ({ ok: true, tool, body: {}, raw: null, storedAt: null });

/** Runs many calls, each taking some time, and notes when each starts and how many run at once. */
async function load(
  budget: Budget,
  clock: ReturnType<typeof fakeClock>,
  calls: number,
  tool: ReadTool = 'list_apps',
) {
  const starts: number[] = [];
  let running = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: calls }, (_, call) =>
      budget.run(tool, { cursor: String(call) }, async () => {
        starts.push(clock.at);
        most = Math.max(most, (running += 1));
        await new Promise((resolve) => setTimeout(resolve, 1));
        running -= 1;
        return ok(tool);
      }),
    ),
  );
  return { starts, most };
}

describe('a budget', () => {
  it('keeps the limits of the live page: two at once, 150 ms apart, 20 a minute', async () => {
    const clock = fakeClock();
    const { starts, most } = await load(createBudget(liveArtifactLimits, clock), clock, 45);
    expect(most).toBeLessThanOrEqual(2);
    for (const [index, start] of starts.entries()) {
      expect(start - (starts[index - 1] ?? -Infinity)).toBeGreaterThanOrEqual(150);
      expect(starts.filter((other) => other > start - 60_000 && other <= start).length).toBeLessThanOrEqual(
        20,
      );
    }
    expect(starts).toHaveLength(45);
  });

  it("keeps Torii's own limit per tool on a direct connection", async () => {
    const clock = fakeClock();
    const began = clock.at;
    await load(createBudget(toriiLimits, clock), clock, 100, 'list_contracts');
    expect(clock.at - began).toBe(0);
    const budget = createBudget(toriiLimits, clock);
    await load(budget, clock, 101, 'list_contracts');
    expect(clock.at - began).toBeGreaterThanOrEqual(60_000);
  });

  it('makes identical calls in flight one call, and only those', async () => {
    const budget = createBudget(toriiLimits, fakeClock());
    let sent = 0;
    const start = async (): Promise<Outcome> => {
      sent += 1;
      await new Promise((resolve) => setTimeout(resolve, 1));
      return ok('list_apps');
    };
    await Promise.all([
      budget.run('list_apps', { size: 1 }, start),
      budget.run('list_apps', { size: 1 }, start),
      budget.run('list_apps', { size: 2 }, start),
    ]);
    expect(sent).toBe(2);
    await budget.run('list_apps', { size: 1 }, start);
    expect(sent).toBe(3);
  });

  it('makes everyone wait out a Retry-After', async () => {
    const clock = fakeClock();
    const began = clock.at;
    const budget = createBudget(toriiLimits, clock);
    await budget.run('list_apps', {}, async () =>
      failure('rate-limited', 'list_apps', '429', { retryAfterMs: 7000 }),
    );
    await budget.run('list_contracts', {}, async () => ok('list_contracts'));
    expect(clock.at - began).toBe(7000);
  });

  it('continues after a call that throws, and gives up its place when stopped', async () => {
    const budget = createBudget({ atOnce: 1, gapMs: 0, perMinute: null }, fakeClock());
    const fault = await budget.run('list_apps', {}, async () => Promise.reject(new Error('boom')));
    expect(fault).toMatchObject({ ok: false, kind: 'host-fault' });
    const stopped = await budget.run('list_apps', {}, async () => ok('list_apps'), AbortSignal.abort());
    expect(stopped).toMatchObject({ ok: false, kind: 'cancelled' });
    expect(await budget.run('list_apps', {}, async () => ok('list_apps'))).toMatchObject({ ok: true });
  });
});
