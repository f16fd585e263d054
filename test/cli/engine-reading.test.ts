/** One reading behind every answer: shared, kept, renewed on request, stopped when nobody waits. */
import { describe, expect, test, vi } from 'vitest';
import type { Progress } from '@modelcontextprotocol/sdk/types.js';
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';
import { createHeldReading, type ReadProblem } from '../../skill/server/held.ts';
import { engined } from './engine.ts';
import { textOf } from './proxied.ts';
import { served } from './served.ts';

const calls = (torii: { readonly calls: readonly { readonly name: string }[] }, tool: string): number =>
  torii.calls.filter(({ name }) => name === tool).length;

describe('one reading', () => {
  test('serves calls at the same time and calls after it', async () => {
    const { url, torii } = await served();
    const { answer } = await engined(url);
    const tools = ['saas_overview', 'completeness', 'open_dashboard', 'list_decisions'];
    const first = await Promise.all(tools.map((name) => answer(name)));
    expect(new Set(first.map(({ content }) => content['readAt'])).size).toBe(1);
    const read = torii.calls.length;
    expect(calls(torii, 'list_contracts')).toBe(1);
    await answer('renewals', { days: 60 });
    expect(torii.calls.length).toBe(read);
  });

  test('is renewed on request, and when it is old', async () => {
    const { url, torii } = await served();
    const { answer } = await engined(url);
    const before = await answer('saas_overview');
    const after = await answer('saas_overview', { refresh: true });
    expect(calls(torii, 'list_contracts')).toBe(2);
    expect(Date.parse(String(after.content['readAt']))).toBeGreaterThan(
      Date.parse(String(before.content['readAt'])),
    );
    const old = await engined(url, {}, { maxAgeMs: 1 });
    await old.answer('saas_overview');
    await new Promise((resolve) => setTimeout(resolve, 5));
    await old.answer('saas_overview');
    expect(calls(torii, 'list_contracts')).toBe(4);
  });

  test('tells how far it is', async () => {
    const { url } = await served();
    const { client } = await engined(url);
    const told: Progress[] = [];
    await client.request(
      { method: 'tools/call', params: { name: 'saas_overview', arguments: {} } },
      CallToolResultSchema,
      { onprogress: (progress) => void told.push(progress) },
    );
    expect(told.map(({ progress }) => progress)).toEqual(told.map((_, index) => index + 1));
    expect(told.some(({ message }) => /^Reading apps: \d+ of \d+ rows$/.test(message ?? ''))).toBe(true);
  });

  test('that fails is said with what would help, and the next call tries again', async () => {
    const { url } = await served();
    const { call, answer } = await engined(`${url}?fault=list_apps:403@1`);
    const lost = await call('saas_overview');
    expect(lost.isError).toBe(true);
    expect(textOf(lost)).toContain('The Torii role of the signed-in person may not see this.');
    await answer('saas_overview');
  });

  test('without contracts is partial, and says so', async () => {
    const { url } = await served();
    const { answer } = await engined(`${url}?role=no-contracts`);
    const { text, content } = await answer('saas_overview');
    expect(text).toContain('Partial: not every record behind these figures was read.');
    expect(content['caveats']).toContainEqual(expect.stringContaining('Partial'));
    const { content: read } = await answer('completeness');
    expect(read['sources']).toContainEqual(
      expect.objectContaining({ source: 'contracts', status: 'denied' }),
    );
  });

  test('goes through the budget: a list in pages is read page by page, never beside itself', async () => {
    const { url, torii } = await served();
    const { answer } = await engined(url);
    await answer('saas_overview');
    const pages = torii.calls
      .filter(({ name }) => name === 'list_apps')
      .map(({ args }) => JSON.stringify(args));
    expect(new Set(pages).size).toBe(pages.length);
  });
});

interface Value {
  readonly number: number;
}

/** A reading that ends when told to. */
function controlled() {
  const signals: AbortSignal[] = [];
  const ends: ((outcome: Value | ReadProblem) => void)[] = [];
  let now = 0;
  const reading = createHeldReading<Value>({
    read({ signal }) {
      signals.push(signal);
      return new Promise((resolve) => ends.push(resolve));
    },
    clock: { now: () => now, sleep: () => Promise.resolve() },
    maxAgeMs: 1000,
  });
  return { reading, signals, ends, advance: (ms: number) => void (now += ms) };
}

const offline: ReadProblem = { ok: false, sentence: 'Torii cannot be reached.', retracts: false };
const signedOut: ReadProblem = { ok: false, sentence: 'Sign in.', retracts: true };

describe('a held reading', () => {
  test('goes on when one of two callers leaves, and stops when both do', async () => {
    const { reading, signals, ends } = controlled();
    const [one, two] = [new AbortController(), new AbortController()];
    const first = reading.get({ signal: one.signal });
    const second = reading.get({ signal: two.signal });
    one.abort();
    expect(await first).toMatchObject({ ok: false, sentence: 'The reading was stopped.' });
    expect(signals[0]?.aborted).toBe(false);
    two.abort();
    await second;
    await vi.waitFor(() => expect(signals[0]?.aborted).toBe(true));
    const third = reading.get();
    expect(signals.length).toBe(2);
    ends[1]?.({ number: 2 });
    expect(await third).toMatchObject({ ok: true, value: { number: 2 } });
  });

  test('keeps the last one where Torii is away, and says so', async () => {
    const { reading, ends, advance } = controlled();
    const first = reading.get();
    ends[0]?.({ number: 1 });
    await first;
    advance(2000);
    const second = reading.get();
    ends[1]?.(offline);
    expect(await second).toEqual({ ok: true, value: { number: 1 }, notRenewed: offline });
  });

  test('takes it down where the sign-in is gone', async () => {
    const { reading, ends } = controlled();
    const first = reading.get();
    ends[0]?.({ number: 1 });
    await first;
    const second = reading.get({ fresh: true });
    ends[1]?.(signedOut);
    expect(await second).toEqual(signedOut);
    const third = reading.get();
    ends[2]?.(signedOut);
    expect(await third).toEqual(signedOut);
  });

  test('that was stopped never takes the place of a later one', async () => {
    const { reading, ends } = controlled();
    const one = new AbortController();
    const first = reading.get({ signal: one.signal });
    one.abort();
    await first;
    const second = reading.get();
    ends[1]?.({ number: 2 });
    await second;
    ends[0]?.({ number: 1 });
    await Promise.resolve();
    expect(await reading.get()).toMatchObject({ value: { number: 2 } });
  });
});

/** Sleeps end when told to; a reading tells of one page and ends when told to. */
function patient() {
  const sleeps: {
    readonly ms: number;
    readonly end: () => void;
    readonly signal: AbortSignal | undefined;
  }[] = [];
  const signals: AbortSignal[] = [];
  const ends: ((outcome: Value | ReadProblem) => void)[] = [];
  const reading = createHeldReading<Value>({
    read({ signal, tell }) {
      signals.push(signal);
      tell(1, 'Reading apps', { source: 'apps', pages: 1, rows: 1000, total: 100_000 });
      return new Promise((resolve) => ends.push(resolve));
    },
    clock: {
      now: () => 0,
      sleep: (ms, signal) =>
        new Promise((resolve, reject) => {
          sleeps.push({ ms, end: () => resolve(), signal });
          signal?.addEventListener('abort', () => reject(signal.reason));
        }),
    },
    maxAgeMs: 1000,
  });
  return { reading, sleeps, signals, ends };
}

describe('a caller whose patience ends', () => {
  test('hears how far it is, and the next call takes the same reading up', async () => {
    const { reading, sleeps, signals, ends } = patient();
    const first = reading.get({ patienceMs: 50 });
    sleeps[0]?.end();
    expect(await first).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('So far: 1000 of 100000 rows of apps.') as string,
      underWay: { source: 'apps', rows: 1000 },
    });
    expect(signals[0]?.aborted).toBe(false);
    const second = reading.get({ patienceMs: 50 });
    ends[0]?.({ number: 1 });
    expect(await second).toMatchObject({ ok: true, value: { number: 1 } });
    expect(signals).toHaveLength(1);
  });

  test('and comes back after it has failed, hears why, and only then has it tried again', async () => {
    const { reading, sleeps, ends, signals } = patient();
    const first = reading.get({ patienceMs: 50 });
    sleeps[0]?.end();
    await first;
    ends[0]?.(offline);
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(await reading.get({ patienceMs: 50 })).toEqual(offline);
    expect(signals).toHaveLength(1);
    void reading.get({ patienceMs: 50 });
    expect(signals).toHaveLength(2);
  });

  test('and who does not come back, leaves a reading that stops', async () => {
    const { reading, sleeps, signals } = patient();
    const first = reading.get({ patienceMs: 50 });
    sleeps[0]?.end();
    await first;
    sleeps.find(({ ms }) => ms === 120_000)?.end();
    await vi.waitFor(() => expect(signals[0]?.aborted).toBe(true));
  });

  test('and asks for a fresh one again, gets the one that was read meanwhile, once', async () => {
    const { reading, sleeps, ends, signals } = patient();
    const first = reading.get({ fresh: true, patienceMs: 50 });
    sleeps[0]?.end();
    await first;
    ends[0]?.({ number: 1 });
    await Promise.resolve();
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(await reading.get({ fresh: true })).toMatchObject({ ok: true, value: { number: 1 } });
    expect(signals).toHaveLength(1);
    void reading.get({ fresh: true });
    expect(signals).toHaveLength(2);
  });
});
