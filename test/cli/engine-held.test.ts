/** The records that the server holds, as its view takes them. */
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { analysisOf } from '../../skill/cli/inputs/analysis-of.ts';
import { parseMapping } from '../../skill/mapping/mapping.ts';
import {
  joinedParts,
  parseHeldPart,
  recordsOf,
  sharedSnapshot,
  type HeldPart,
} from '../../skill/report/snapshot.ts';
import { heldTool } from '../../skill/server/view.ts';
import { engined, type Engined } from './engine.ts';
import { asOf, mappingFile, served } from './served.ts';

const isPart = new Ajv({ strict: false }).compile(heldTool.outputSchema);

async function partOf(client: Engined, args: Record<string, unknown>): Promise<HeldPart> {
  const result = await client.call('read_held', args);
  expect(isPart(result.structuredContent), JSON.stringify(isPart.errors)).toBe(true);
  const part = parseHeldPart(result.structuredContent);
  if (part === null) throw new Error('It is no part.');
  // A server that is still reading says so, as to a view.
  return part.state === 'reading' ? partOf(client, args) : part;
}

async function allParts(client: Engined, most: number): Promise<readonly HeldPart[]> {
  const parts = [await partOf(client, { most })];
  for (let next = parts[0]?.next; typeof next === 'number'; next = parts.at(-1)?.next) {
    parts.push(await partOf(client, { from: next, most }));
  }
  return parts;
}

async function analysisIn(parts: readonly HeldPart[]) {
  const head = parts[0]?.head;
  if (head === undefined) throw new Error('There is no head.');
  const shared = sharedSnapshot(joinedParts(head.snapshot, parts));
  const parsed = parseMapping(head.mapping);
  if (!shared.ok || !parsed.ok) throw new Error('The parts make no whole.');
  return analysisOf(recordsOf(shared.snapshot), parsed.mapping, head.asOf).analysis;
}

describe('the records behind the answers', () => {
  test.each([
    ['under an approved mapping', true],
    ['under a draft', false],
  ])('give the view the very figures of the tools, %s', async (_, isMapped) => {
    const { url } = await served();
    const client = await engined(url, { mapping: isMapped ? await mappingFile(url) : null });
    const { content } = await client.answer('saas_overview');
    const analysis = await analysisIn(await allParts(client, 90_000));
    const said = content['totals'] as Record<string, { amount: string; fact: string } | null>;
    expect((analysis.totals.baselineAnnual / 100).toFixed(2)).toBe(said['baselineAnnual']?.amount);
    expect(analysis.asOf).toBe(asOf);
  });

  test('are the same whole in parts of any size, none larger than was asked for', async () => {
    const { url } = await served({ tenant: createTenant({ size: 'medium', asOf }) });
    const client = await engined(url, { mapping: await mappingFile(url) });
    const few = await allParts(client, 90_000);
    const many = await allParts(client, 9_000);
    expect(many.length).toBeGreaterThan(few.length * 5);
    for (const { apps, contracts, fields } of many) {
      expect(JSON.stringify([apps, contracts, fields]).length).toBeLessThan(9_000 + 3_000);
    }
    for (const source of ['apps', 'contracts', 'fields'] as const) {
      const rows = (parts: readonly HeldPart[]) => parts.flatMap((part) => part[source] ?? []);
      expect(rows(many)).toEqual(rows(few));
    }
    expect(new Set(many.map(({ reading }) => reading)).size).toBe(1);
  });

  test('hold no name and no e-mail of a person', async () => {
    const { url } = await served();
    const client = await engined(url);
    const text = JSON.stringify(await allParts(client, 90_000));
    expect(text).not.toContain('@');
    expect(text).not.toMatch(/"(firstName|lastName|fullName|email)"/);
  });

  test('say what the server cannot hold, by its kind', async () => {
    const { url } = await served();
    const client = await engined(`${url}?fault=list_apps:403`);
    expect(await partOf(client, {})).toMatchObject({ state: 'failed', failure: { kind: 'denied' } });
    const signedOut = await engined(`${url}?fault=list_contracts:401&run=2`);
    expect(await partOf(signedOut, {})).toMatchObject({
      state: 'failed',
      failure: { kind: 'needs-sign-in' },
    });
    const partial = await engined(`${url}?fault=list_contracts:500&run=3`);
    expect((await partOf(partial, {})).head?.failures).toMatchObject([
      { source: 'contracts', kind: 'unavailable' },
    ]);
  });

  test.each([[{ from: -1 }], [{ from: 'all' }], [{ most: 1_000_000 }], [{ tool: 'update_app' }]])(
    'are not given for %j',
    async (args) => {
      const { url } = await served();
      const { call } = await engined(url);
      expect((await call('read_held', args)).isError).toBe(true);
    },
  );

  test('end where there are no more', async () => {
    const { url } = await served();
    const client = await engined(url);
    expect(await partOf(client, { from: 999_999 })).toMatchObject({ apps: [], contracts: [], next: null });
  });
});
