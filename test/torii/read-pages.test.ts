import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBudget } from '../../skill/torii/call/budget.ts';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import { readPages, type PagesEnd, type PagesOptions } from '../../skill/torii/read/read-pages.ts';
import type { Source } from '../../skill/torii/base/records.ts';
import { appRows, bridgeOver, noLimits, paged, text, type Call } from './fake-server.ts';

type Setup = Parameters<typeof bridgeOver>[1];

async function read(
  answer: (call: Call, times: number) => unknown,
  options: Partial<PagesOptions> & { readonly spec?: Setup } = {},
): Promise<PagesEnd & { rows: JsonObject[]; calls: Call[]; slept: number[] }> {
  const { bridge, calls, clock } = bridgeOver(answer, options.spec);
  const source: Source = 'apps';
  const pages = readPages(
    bridge,
    'list_apps',
    {},
    { clock, budget: createBudget(noLimits, clock), source, ...options },
  );
  const rows: JsonObject[] = [];
  for (;;) {
    const step = await pages.next();
    if (step.done === true) return { ...step.value, rows, calls, slept: clock.slept };
    rows.push(...step.value.rows);
  }
}

const rows = appRows(2500);
const whole = paged('apps', rows);
const refusal = (message: string) =>
  text(
    `HTTP error! status: 400 Response: ${JSON.stringify({ statusCode: 400, error: 'Bad Request', message })}`,
  );

const endless = (_: Call, times: number) => text({ apps: [{ id: times }], nextCursor: `c${times}` });

const hashOf = async (list: readonly JsonObject[], size: number): Promise<string | null> =>
  (await read(({ args }) => text(paged('apps', list)({ ...args, size })), { size })).certificate.hash;

describe('reading to the end', () => {
  it('follows the cursor and proves it with the total', async () => {
    const end = await read(({ args }) => text(whole(args)));
    expect(end.rows).toHaveLength(2500);
    expect(end.certificate).toMatchObject({
      rows: 2500,
      total: 2500,
      pages: 3,
      status: 'complete',
      reason: null,
      dropped: 0,
    });
    expect(end.certificate.fetchedAt).toBe('2026-11-22T00:00:00.000Z');
    expect(end.calls).toHaveLength(3);
  });

  it('is complete at the end of a cursor where no total is stated', async () => {
    const end = await read(({ args }) => text(paged('apps', rows, { total: false })(args)));
    expect(end.certificate).toMatchObject({ rows: 2500, total: null, status: 'complete' });
  });

  it('is possibly capped at exactly one full page with neither', async () => {
    const older = paged('apps', rows, { total: false, cursor: false });
    expect((await read(({ args }) => text(older(args)))).certificate).toMatchObject({
      rows: 1000,
      status: 'possibly-capped',
    });
    const short = paged('apps', rows.slice(0, 999), { total: false, cursor: false });
    expect((await read(({ args }) => text(short(args)))).certificate).toMatchObject({
      rows: 999,
      status: 'complete',
    });
  });

  it('is partial when the cap is known', async () => {
    const older = paged('apps', rows, { cursor: false });
    const end = await read(({ args }) => text(older(args)));
    expect(end.certificate).toMatchObject({ rows: 1000, total: 2500, status: 'partial' });
    expect(end.certificate.reason).toContain('Torii counts 2500; 1000 were read.');
  });

  it('is complete on an empty tenant, and says so with a zero that was stated', async () => {
    expect((await read(() => text({ apps: [], total: 0, nextCursor: null }))).certificate).toMatchObject({
      rows: 0,
      total: 0,
      status: 'complete',
    });
  });
});

describe('paging that cannot be trusted', () => {
  it('stops at a repeated cursor', async () => {
    const end = await read(({ args }) => text({ ...whole(args), nextCursor: '1000' }));
    expect(end.certificate).toMatchObject({ rows: 2000, status: 'partial' });
    expect(end.certificate.reason).toContain('The cursor repeated itself.');
    expect(end.calls).toHaveLength(2);
  });

  it('stops when new cursors bring the same records', async () => {
    const end = await read((_, times) => text({ apps: rows.slice(0, 1000), nextCursor: `c${times}` }));
    expect(end.certificate).toMatchObject({ rows: 1000, status: 'partial' });
    expect(end.calls).toHaveLength(2);
  });

  it('stops when a cursor leads on without records, or never ends', async () => {
    const empty = await read((_, times) => text({ apps: [], nextCursor: `c${times}` }));
    expect(empty.calls.length).toBeLessThanOrEqual(3);
    expect(empty.certificate.status).toBe('partial');
    expect((await read(endless, { mostPages: 20 })).certificate).toMatchObject({
      rows: 20,
      status: 'partial',
    });
  });

  it('counts duplicates once and does not take them for the missing rows', async () => {
    const pages = [rows.slice(0, 1000), rows.slice(900, 1900)];
    const end = await read((_, times) =>
      text({ apps: pages[times - 1] ?? [], total: 2000, nextCursor: times === 1 ? 'n' : null }),
    );
    expect(end.certificate).toMatchObject({ rows: 1900, status: 'partial' });
    expect(end.certificate.reason).toContain('100 repeated records were counted once.');
  });

  it('is partial when a total disagrees in either direction', async () => {
    for (const total of [5, 2000]) {
      const end = await read(() => text({ apps: rows.slice(0, 1000), total, nextCursor: null }));
      expect(end.certificate).toMatchObject({ rows: 1000, total, status: 'partial' });
    }
  });

  it('cannot follow a cursor that the tool does not take, and says so', async () => {
    const offered = [
      { name: 'list_apps', inputSchema: { type: 'object', properties: { fields: { type: 'string' } } } },
    ];
    const end = await read(({ args }) => text(whole(args)), { spec: { offered } });
    expect(end.calls).toHaveLength(1);
    expect(end.certificate).toMatchObject({ rows: 1000, status: 'partial' });
    expect(end.certificate.reason).toContain('takes no cursor');
  });
});

describe('bad rows', () => {
  it('are dropped one by one, with reasons and counts', async () => {
    const mixed = [{ id: 1 }, 'two', null, { name: 'no id' }, { id: '5' }, { id: '' }];
    const end = await read(() => text({ apps: mixed, total: 6 }));
    expect(end.rows).toEqual([{ id: 1 }, { id: '5' }]);
    expect(end.certificate).toMatchObject({
      rows: 2,
      dropped: 4,
      droppedReasons: ['2 × not a record', '2 × no usable id'],
      status: 'partial',
    });
  });
});

describe('refusals', () => {
  it('of a field: it is dropped, the rest is read, and the certificate says which', async () => {
    const end = await read(
      ({ args }) =>
        JSON.stringify(args['fields']).includes('c_gone_1')
          ? refusal('Unknown field "c_gone_1"')
          : text(whole(args)),
      { fields: ['id', 'name', 'c_gone_1'] },
    );
    expect(end.certificate).toMatchObject({
      rows: 2500,
      status: 'complete',
      reason: 'Torii refused the field c_gone_1.',
    });
    expect(end.calls[1]?.args['fields']).toBe('id,name');
  });

  it('of the whole list of fields: the default ones are read', async () => {
    const end = await read(
      ({ args }) => ('fields' in args ? refusal('"fields" is not allowed') : text(whole(args))),
      { fields: ['id', 'x'] },
    );
    expect(end.certificate).toMatchObject({ rows: 2500, status: 'complete' });
    expect(end.certificate.reason).toContain('default fields');
  });

  it('of an argument that helps: it is given up', async () => {
    const end = await read(
      ({ args }) =>
        'includeLicenses' in args ? refusal('"includeLicenses" is not allowed') : text(whole(args)),
      { optional: { includeLicenses: true } },
    );
    expect(end.certificate).toMatchObject({ rows: 2500, reason: 'Licenses were left out.' });
  });

  it('of the page size: the allowed size is used', async () => {
    const end = await read(({ args }) =>
      Number(args['size']) > 200 ? refusal('"size" must be less than or equal to 200') : text(whole(args)),
    );
    expect(end.certificate).toMatchObject({ rows: 2500, pages: 13, status: 'complete' });
  });

  it('that never cease end in a failure after a bounded number of calls', async () => {
    const end = await read(() => refusal('Nothing pleases me'), {
      fields: ['id', 'a', 'b'],
      optional: { includeLicenses: true, sort: 'id' },
    });
    expect(end.certificate).toMatchObject({ rows: 0, status: 'failed', hash: null });
    expect(end.failure?.kind).toBe('bad-arguments');
    expect(end.calls.length).toBeLessThan(10);
  });
});

describe('truncated answers', () => {
  it('are asked for again in smaller pages', async () => {
    const end = await read(({ args }) => {
      const json = JSON.stringify(whole(args));
      return text(Number(args['size']) > 300 ? json.slice(0, 20_000) : json);
    });
    expect(end.certificate).toMatchObject({ rows: 2500, pages: 10, status: 'complete' });
    expect(end.calls.slice(0, 3).map(({ args }) => args['size'])).toEqual([1000, 500, 250]);
  });

  it.each([
    'Error: result (212,407 characters) exceeds maximum allowed tokens. Output has been saved to /mnt/outputs/r.txt.\nRead it in chunks of 100 lines.',
    '<persisted-output>\nOutput too large (61.2KB). Full output saved to: /home/a/tool-results/b.txt\n\nPreview (first 2KB):\n{"apps":[{"id":1,"name":"Zoom"}',
  ])('are so where the host kept the result: %s', async (notice) => {
    const end = await read(({ args }) =>
      text(Number(args['size']) > 300 ? notice : JSON.stringify(whole(args))),
    );
    expect(end.certificate).toMatchObject({ rows: 2500, status: 'complete' });
    expect(end.calls.slice(0, 3).map(({ args }) => args['size'])).toEqual([1000, 500, 250]);
  });

  it('are not waited for where the host says how much it passes on', async () => {
    const { bridge, calls, clock } = bridgeOver(({ args }) => text(whole(args)));
    const pages = readPages(
      { ...bridge, largestPage: 200 },
      'list_apps',
      {},
      {
        clock,
        budget: createBudget(noLimits, clock),
        source: 'apps',
      },
    );
    let step = await pages.next();
    while (step.done !== true) step = await pages.next();
    expect(step.value.certificate).toMatchObject({ rows: 2500, total: 2500, status: 'complete' });
    expect(new Set(calls.map(({ args }) => args['size']))).toEqual(new Set([200]));
  });

  it('then with fewer fields, which the certificate says', async () => {
    const end = await read(
      ({ args }) => {
        const json = JSON.stringify(paged('apps', rows.slice(0, 40))(args));
        return text('fields' in args && !('includeLicenses' in args) ? json : json.slice(0, 500));
      },
      { optional: { includeLicenses: true } },
    );
    expect(end.certificate).toMatchObject({ rows: 40, status: 'complete' });
    expect(end.certificate.reason).toContain('only the basic fields');
  });

  it('end as partial, never as complete', async () => {
    const end = await read((_, times) =>
      times === 1 ? text({ apps: rows.slice(0, 1000), nextCursor: 'n' }) : text('{"apps":[{"id":'),
    );
    expect(end.certificate).toMatchObject({ rows: 1000, status: 'partial' });
    expect(end.failure?.kind).toBe('truncated');
  });
});

describe('failures', () => {
  it.each([
    ['403', 'denied'],
    ['401', 'failed'],
    ['404', 'failed'],
  ])('%s leaves a certificate that is %s, after one call', async (status, expected) => {
    const end = await read(() => text(`HTTP error! status: ${status} Response: {}`));
    expect(end.certificate).toMatchObject({ rows: 0, status: expected, hash: null });
    expect(end.certificate.reason).not.toBeNull();
    expect(end.calls).toHaveLength(1);
  });

  it('that may pass are tried once more, after the wait that was asked for', async () => {
    const busy = text({ statusCode: 429, error: 'Too Many Requests', retryAfter: 9 });
    const end = await read(({ args }, times) => (times === 1 ? busy : text(whole(args))));
    expect(end.certificate.status).toBe('complete');
    expect(end.slept).toContain(9000);
    const always = await read(() => text('503 Service Unavailable'));
    expect(always.calls).toHaveLength(2);
    expect(always.certificate.status).toBe('failed');
  });

  it('in the middle keep what was read, as partial', async () => {
    const end = await read(({ args }, times) =>
      times > 1 ? text('HTTP error! status: 401') : text(whole(args)),
    );
    expect(end.certificate).toMatchObject({ rows: 1000, total: 2500, status: 'partial' });
    expect(end.failure?.kind).toBe('needs-sign-in');
  });

  it('by cancelling stop between pages', async () => {
    const stop = new AbortController();
    const end = await read(
      ({ args }, times) => {
        if (times === 2) stop.abort();
        return text(whole(args));
      },
      { signal: stop.signal },
    );
    expect(end.failure?.kind).toBe('cancelled');
    expect(end.certificate.status).toBe('partial');
    expect(end.calls).toHaveLength(2);
  });
});

describe('order and paging', () => {
  it('do not show in the hash, and any changed row does', async () => {
    const row = fc.record({
      name: fc.string(),
      n: fc.double({ noNaN: true }),
      tags: fc.array(fc.string()),
      owner: fc.option(fc.record({ id: fc.nat() })),
    });
    const tenant = fc
      .array(row, { minLength: 1, maxLength: 60 })
      .map((list) => list.map((one, id) => ({ id, ...one })));
    await fc.assert(
      fc.asyncProperty(tenant, fc.integer({ min: 1, max: 30 }), fc.nat(), async (list, size, seed) => {
        const clean = JSON.parse(JSON.stringify(list)) as JsonObject[];
        const shuffled = clean.toSorted(
          (a, b) => ((Number(a['id']) * 7919 + seed) % 101) - ((Number(b['id']) * 7919 + seed) % 101),
        );
        const turned = shuffled.map((one) => Object.fromEntries(Object.entries(one).toReversed()));
        const hash = await hashOf(clean, 1000);
        expect(await hashOf(turned, size)).toBe(hash);
        const changed = clean.map((one, index) =>
          index === seed % clean.length ? { ...one, added: true } : one,
        );
        expect(await hashOf(changed, size)).not.toBe(hash);
        expect(await hashOf(clean.slice(1), size)).not.toBe(hash);
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});
