import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeReply } from '../../skill/torii/reply/decode.ts';
import type { FailureKind } from '../../skill/torii/base/failure.ts';
import { readTools } from '../../skill/torii/base/catalog.ts';
import { appRows, text } from './fake-server.ts';

const apps = [
  { id: 1, name: 'Figma' },
  { id: 2, name: 'Slack' },
];
const body = { apps, count: 2, total: 2, nextCursor: null };
const json = JSON.stringify(body);
const part = (value: string) => ({ type: 'text', text: value });

const envelopes: readonly (readonly [string, unknown])[] = [
  ['a text part', text(body)],
  ['a pretty-printed text part', text(JSON.stringify(body, null, 2))],
  ['structured content alone', { structuredContent: body }],
  ['structured content beside text', { content: [part(json)], structuredContent: body }],
  [
    'structured content that is no container, beside text that is',
    { content: [part(json)], structuredContent: { ok: true } },
  ],
  ['a payload', { content: [], payload: body }],
  ['prose and data in several parts', { content: [part('Here are the apps.'), part(json)] }],
  ['one JSON text split over parts', { content: [part(json.slice(0, 20)), part(json.slice(20))] }],
  ['a part without type', { content: [{ text: json }] }],
  ['a fenced block', text('```json\n' + json + '\n```')],
  ['prose before JSON', text(`Found 2 apps [see docs] in Note [1]:\n\n${json}\nDone.`)],
  ['a bare string', json],
  ['a JSON string holding JSON', JSON.stringify(json)],
  ['a bare object', body],
  ['a bare array', apps],
  ['a content array without its envelope', [part(json)]],
  ['a JSON-RPC message', { jsonrpc: '2.0', id: 1, result: text(body) }],
  [
    'an event stream',
    `event: message\ndata: ${JSON.stringify({ jsonrpc: '2.0', id: 1, result: text(body) })}\n\n`,
  ],
  ['an embedded resource', { content: [{ type: 'resource', resource: { uri: 'x:1', text: json } }] }],
  ...['data', 'result', 'raw', 'response', 'items', 'results'].map(
    (key) => [`wrapped in ${key}`, text({ [key]: apps })] as const,
  ),
  ['wrapped twice', text({ response: { data: { apps } } })],
  ['wrapped as text', text({ result: json })],
];

describe('decodeReply opens', () => {
  it.each(envelopes)('%s', (_, raw) => {
    expect(decodeReply('list_apps', raw)).toMatchObject({ ok: true, tool: 'list_apps', body: { apps } });
  });

  it('counters in either spelling, beside the list or around it', () => {
    const spellings = [
      { apps, total: 7, nextCursor: 'c' },
      { apps, total_count: '7', next_cursor: 'c' },
      { data: apps, meta: { total: 7, next_cursor: 'c' } },
      { result: { apps }, totalCount: 7, nextCursor: 'c' },
    ];
    for (const spelling of spellings) {
      expect(decodeReply('list_apps', text(spelling))).toMatchObject({
        body: { apps, total: 7, nextCursor: 'c' },
      });
    }
  });

  it('tells a cursor that ended from a server that has none', () => {
    expect(decodeReply('list_apps', text({ apps, nextCursor: '' }))).toMatchObject({
      body: { nextCursor: null },
    });
    const none = decodeReply('list_apps', text({ apps }));
    expect(none.ok && 'nextCursor' in none.body).toBe(false);
  });

  it('keeps an empty list an empty list', () => {
    expect(decodeReply('list_apps', text({ apps: [], total: 0 }))).toMatchObject({
      ok: true,
      body: { apps: [], total: 0 },
    });
    expect(decodeReply('list_apps', text('[]'))).toMatchObject({ ok: true, body: { apps: [] } });
  });

  it('joins a list that comes in several JSON texts', () => {
    const raw = {
      content: [
        part(JSON.stringify({ apps: [apps[0]] })),
        part(JSON.stringify({ apps: [apps[1]], total: 2 })),
      ],
    };
    expect(decodeReply('list_apps', raw)).toMatchObject({ ok: true, body: { apps, total: 2 } });
  });

  it('aggregations without a list', () => {
    expect(decodeReply('list_apps', text({ aggregations: 1200, total: 3 }))).toMatchObject({
      ok: true,
      body: { apps: [], aggregations: 1200, total: 3 },
    });
  });

  it('field definitions in both published forms', () => {
    const rows = [
      { systemKey: 'a', name: 'A' },
      { systemKey: 'b', name: 'B', isDeleted: true },
    ];
    expect(decodeReply('get_app_fields', text({ fields: rows }))).toMatchObject({
      ok: true,
      body: { fields: rows },
    });
    const metadata = { predefinedFields: [rows[0]], customFields: [rows[1]] };
    expect(decodeReply('get_app_fields', text(metadata))).toMatchObject({
      ok: true,
      body: { fields: [rows[0]] },
    });
  });

  it('single records', () => {
    expect(decodeReply('get_app', text({ app: apps[0] }))).toMatchObject({
      ok: true,
      body: { app: apps[0] },
    });
    expect(decodeReply('get_app', text(apps[0]))).toMatchObject({ ok: true, body: { app: apps[0] } });
    expect(decodeReply('get_organization', text({ organization: { name: 'Acme' } }))).toMatchObject({
      ok: true,
      body: { org: { name: 'Acme' } },
    });
  });
});

const failures: readonly (readonly [string, unknown, FailureKind])[] = [
  ['undefined', undefined, 'host-fault'],
  ['null', null, 'host-fault'],
  ['no content', { content: [] }, 'wrong-shape'],
  ['a message without parts', [], 'wrong-shape'],
  [
    'error text in a success',
    text('HTTP error! status: 401 Response: {"message":"Unauthorized"}'),
    'needs-sign-in',
  ],
  [
    'a refusal with advice',
    text(
      'HTTP error! status: 400 Response: {"message":"Unknown field c_x_1"} Use the get_contract_fields tool to list fields.',
    ),
    'bad-arguments',
  ],
  ['403 body', text({ statusCode: 403, error: 'Forbidden', message: 'Insufficient role' }), 'denied'],
  ['404 body', text({ statusCode: 404, error: 'Not Found' }), 'not-found'],
  ['500 body', text({ statusCode: 500, error: 'Internal Server Error' }), 'unavailable'],
  ['502 text', text('502 Bad Gateway'), 'unavailable'],
  ['an error beside an empty list', text({ apps: [], statusCode: 403, error: 'Forbidden' }), 'denied'],
  ['isError with known words', { isError: true, content: [part('rate limit exceeded')] }, 'rate-limited'],
  ['isError with unknown words', { isError: true, content: [part('Oops')] }, 'unavailable'],
  ['isError around a list', { isError: true, content: [part(json)] }, 'unavailable'],
  ['isError without content', { isError: true, content: [] }, 'unavailable'],
  ['cold start', { isError: true, content: [part('Tool call failed: 400')] }, 'host-fault'],
  [
    'a JSON-RPC error',
    { jsonrpc: '2.0', id: 1, error: { code: -32601, message: 'Method not found' } },
    'not-offered',
  ],
  ['auth words in plain text', text('Authentication required: please sign in to Torii.'), 'needs-sign-in'],
  [
    'a sign-in page',
    text('<!DOCTYPE html><html><title>Sign in</title><body>Log in to continue</body></html>'),
    'needs-sign-in',
  ],
  ['a gateway page', text('<html><head><title>502 Bad Gateway</title></head></html>'), 'unavailable'],
  ['another site', text('<html><body>Welcome to our bakery</body></html>'), 'wrong-shape'],
  ['prose', text('There are many apps in this organization.'), 'wrong-shape'],
  ['another list', text({ contracts: [{ id: 1 }] }), 'wrong-shape'],
  ['a list of words', text(['figma', 'slack']), 'wrong-shape'],
  ['a null list', text({ apps: null }), 'wrong-shape'],
  ['a number', text('42'), 'wrong-shape'],
  ['cut JSON', text(json.slice(0, -12)), 'truncated'],
  ['cut JSON with a notice', text(`${json.slice(0, 40)}\n... [truncated 5000 characters]`), 'truncated'],
  ['whole JSON with a notice', text(`${json}\n\nNote: results were truncated.`), 'truncated'],
  ['a middle left out', text('{"apps":[{"id":1},\n ... 900 more ...\n]}'), 'truncated'],
  ['a flag', text({ apps, truncated: true }), 'truncated'],
];

describe('decodeReply fails', () => {
  it.each(failures)('%s', (_, raw, kind) => {
    const reply = decodeReply('list_apps', raw);
    expect(reply).toMatchObject({ ok: false, kind, tool: 'list_apps' });
    expect(!reply.ok && reply.message).not.toBe('');
  });

  it('with the refused field and the wait', () => {
    const refused = text(
      'HTTP error! status: 400 Response: {"statusCode":400,"message":"\\"c_x_1\\" is not allowed"}',
    );
    expect(decodeReply('list_apps', refused)).toMatchObject({ kind: 'bad-arguments', field: 'c_x_1' });
    const busy = text({ statusCode: 429, error: 'Too Many Requests', retryAfter: 12 });
    expect(decodeReply('list_apps', busy)).toMatchObject({
      kind: 'rate-limited',
      retryAfterMs: 12_000,
      retryable: true,
    });
  });

  it('at whatever place a text is cut, and never with fewer rows than were sent', () => {
    const whole = JSON.stringify({ apps: appRows(5), total: 5 });
    for (let end = 1; end < whole.length; end += 1) {
      const reply = decodeReply('list_apps', text(whole.slice(0, end)));
      expect(reply).toMatchObject({ ok: false });
    }
  });
});

describe('decodeReply never throws', () => {
  it('on any value, for any tool', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.json(),
      fc.json().map((value) => text(value)),
      fc.tuple(fc.json(), fc.nat(200)).map(([value, end]) => text(`${value.slice(0, end)}{"apps":[`)),
      fc.record(
        { content: fc.array(fc.anything()), isError: fc.anything(), structuredContent: fc.anything() },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...readTools), anything, (tool, raw) => {
        expect(typeof decodeReply(tool, raw).ok).toBe('boolean');
      }),
      { numRuns: 2000, seed: 5 },
    );
  });

  it('nor on text made to keep it busy', () => {
    const nested = `${'[{"a":'.repeat(50_000)}1${'}]'.repeat(50_000)}`;
    expect(decodeReply('list_apps', text(nested))).toMatchObject({ ok: true });
    const hostile = [
      '{"'.repeat(100_000),
      '[{'.repeat(100_000),
      `{"a":x}`.repeat(50_000),
      `${'\\'.repeat(100_000)}{"`,
    ];
    for (const words of hostile) expect(decodeReply('list_apps', text(words)).ok).toBe(false);
  });
});
