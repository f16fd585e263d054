/** What the person is asked, and what is written because they said so. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import {
  CallToolResultSchema,
  ElicitRequestSchema,
  type CallToolResult,
  type ElicitRequest,
} from '@modelcontextprotocol/sdk/types.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openClient } from '../../skill/cli/connection/http-connection.ts';
import { createProxy } from '../../skill/cli/commands/proxy/proxy-server.ts';
import { parseMappingText } from '../../skill/mapping/mapping.ts';
import { systemClock } from '../../skill/node/clock.ts';
import { anonymousAccess } from '../../skill/sign-in/access/access.ts';
import { textOf } from './proxied.ts';
import { asOf, folder, mappingFile, served } from './served.ts';

type Answering = (asked: ElicitRequest['params']) => {
  readonly action: 'accept' | 'decline' | 'cancel';
  readonly content?: Record<string, string | number | boolean>;
};

interface PersonAtClient {
  readonly call: (name: string, args?: Record<string, unknown>) => Promise<CallToolResult>;
  readonly asked: ElicitRequest['params'][];
}

/** A client that shows forms, unless nobody answers. */
async function withPerson(
  url: string,
  tenantPack: string | null,
  answering: Answering | null,
  mapping: string | null = null,
): Promise<PersonAtClient> {
  const access = anonymousAccess(new URL(url));
  const proxy = createProxy({
    reach: { signingIn: false, open: () => openClient({ url: new URL(url), access }) },
    clock: systemClock,
    howToSignIn: 'Sign in.',
    log: () => {},
    engine: {
      places: { mapping, tenantPack },
      asOf: () => asOf,
      maxAgeMs: 3_600_000,
      page: () => Promise.resolve(''),
    },
  });
  const capabilities = answering === null ? {} : { elicitation: { form: {} } };
  const client = new Client({ name: 'test', version: '0' }, { capabilities });
  const asked: ElicitRequest['params'][] = [];
  if (answering !== null) {
    client.setRequestHandler(ElicitRequestSchema, ({ params }) => {
      asked.push(params);
      return answering(params);
    });
  }
  const [near, far] = InMemoryTransport.createLinkedPair();
  await Promise.all([proxy.server.connect(far), client.connect(near)]);
  onTestFinished(async () => {
    await client.close();
    await proxy.close();
  });
  return {
    asked,
    call: (name, args = {}) =>
      client.request({ method: 'tools/call', params: { name, arguments: args } }, CallToolResultSchema),
  };
}

/** Takes the first answer of every question. */
const firstOfAll =
  (more: Record<string, string | boolean>): Answering =>
  (params) => {
    const { properties } = (
      params as { requestedSchema: { properties: Record<string, { enum?: string[] }> } }
    ).requestedSchema;
    const answers = Object.entries(properties).flatMap(([key, field]) => {
      const [first] = field.enum ?? [];
      return first === undefined ? [] : [[key, first] as const];
    });
    return { action: 'accept', content: { ...Object.fromEntries(answers), ...more } };
  };

describe('the mapping', () => {
  test('is asked in a form and kept where the person says so', async () => {
    const { url } = await served();
    const pack = await folder();
    const { call, asked } = await withPerson(url, pack, firstOfAll({ save: true, approvedBy: 'A. Analyst' }));
    const before = await call('saas_overview');
    expect(before.structuredContent).toMatchObject({ mapping: 'discovered' });
    const result = await call('review_mapping');
    expect(result.isError, textOf(result)).not.toBe(true);
    expect(asked.length).toBe(1);
    expect(textOf(result)).toContain('it is approved');
    const parsed = parseMappingText(await readFile(join(pack, 'tenant-mapping.json'), 'utf8'));
    expect(parsed.ok && parsed.mapping.status).toBe('approved');
    expect(parsed.ok && parsed.mapping.approval?.by).toBe('A. Analyst');
    const after = await call('saas_overview');
    expect(after.structuredContent).toMatchObject({ mapping: 'approved' });
    const { readAt } = before.structuredContent as { readAt: string };
    expect(after.structuredContent).toMatchObject({ readAt });
  });

  test('that is answered and not kept holds until the end, also over a new reading', async () => {
    const { url } = await served();
    const pack = await folder();
    const { call } = await withPerson(url, pack, firstOfAll({ save: false }));
    await call('review_mapping');
    expect(await readdir(pack)).toEqual([]);
    expect((await call('saas_overview', { refresh: true })).structuredContent).toMatchObject({
      mapping: 'draft',
    });
  });

  test.each(['decline', 'cancel'] as const)('stays as it is on %s', async (action) => {
    const { url } = await served();
    const pack = await folder();
    const { call } = await withPerson(url, pack, () => ({ action }));
    expect(textOf(await call('review_mapping'))).toContain('Nothing was changed and nothing written.');
    expect(await readdir(pack)).toEqual([]);
    expect((await call('saas_overview')).structuredContent).toMatchObject({ mapping: 'discovered' });
  });

  test('is asked in text where the client shows no forms', async () => {
    const { url } = await served();
    const pack = await folder();
    const { call } = await withPerson(url, pack, null);
    const text = textOf(await call('review_mapping'));
    expect(text).toContain('Ask the person these questions one at a time');
    expect(text).toContain('saas-rationalization mapping set');
    expect(await readdir(pack)).toEqual([]);
  });

  test('is never written where no folder was named, whatever the form says', async () => {
    const { url } = await served();
    const { call, asked } = await withPerson(url, null, firstOfAll({ save: true }));
    expect(textOf(await call('review_mapping'))).toContain('Nothing was written');
    expect(JSON.stringify(asked)).not.toContain('"save"');
  });

  test('that cannot be used is named with its fault, and answers come once it is mended', async () => {
    const { url } = await served();
    const pack = await folder();
    await writeFile(join(pack, 'tenant-mapping.json'), '{"schemaVersion": 1}');
    const { call } = await withPerson(url, pack, null);
    const lost = await call('saas_overview');
    expect(lost.isError).toBe(true);
    expect(textOf(lost)).toContain('is not a valid mapping');
    await writeFile(join(pack, 'tenant-mapping.json'), await readFile(await mappingFile(url)));
    expect((await call('saas_overview')).structuredContent).toMatchObject({ mapping: 'approved' });
  });
});

const proposal = {
  decisions: [{ app: 'Slack', verdict: 'rejected', reason: 'we grow' }],
  edits: [{ app: 'Zoom Workplace', action: 'retire' }],
};

describe('a decision', () => {
  test('is written under the name of the person, and moves the figures', async () => {
    const { url } = await served();
    const pack = await folder();
    await writeFile(join(pack, 'tenant-mapping.json'), await readFile(await mappingFile(url)));
    const { call, asked } = await withPerson(url, pack, () => ({
      action: 'accept',
      content: { by: 'A. Analyst', save: true },
    }));
    const before = await call('saas_overview');
    const result = await call('propose_decision', proposal);
    expect(textOf(result)).toContain('Decided by the person and written to');
    expect(asked[0]?.message).toContain('“Zoom Workplace”: retire');
    const file = JSON.parse(await readFile(join(pack, 'decisions.json'), 'utf8')) as Record<string, unknown>;
    expect(file).toMatchObject({
      decisions: [{ verdict: 'rejected', by: 'A. Analyst' }],
      edits: [{ action: 'retire', by: 'A. Analyst' }],
    });
    const after = await call('saas_overview');
    expect(after.structuredContent).not.toEqual(before.structuredContent);
    await call('propose_decision', { decisions: [{ app: 'Slack', verdict: 'accepted' }] });
    const grown = JSON.parse(await readFile(join(pack, 'decisions.json'), 'utf8')) as {
      decisions: unknown[];
    };
    expect(grown.decisions.length).toBe(2);
  });

  test.each([
    [{ action: 'decline' as const }],
    [{ action: 'accept' as const, content: { by: 'A', save: false } }],
    [{ action: 'accept' as const, content: { by: '  ', save: true } }],
  ])('is not written on %j', async (reply) => {
    const { url } = await served();
    const pack = await folder();
    const { call } = await withPerson(url, pack, () => reply);
    expect(textOf(await call('propose_decision', proposal))).toContain('Nothing was written');
    expect(await readdir(pack)).toEqual([]);
  });

  test('is not written where nobody can be asked, or no folder was named', async () => {
    const { url } = await served();
    const pack = await folder();
    const mute = await withPerson(url, pack, null);
    expect(textOf(await mute.call('propose_decision', proposal))).toContain('cannot ask the person');
    const homeless = await withPerson(url, null, () => ({
      action: 'accept',
      content: { by: 'A', save: true },
    }));
    expect(textOf(await homeless.call('propose_decision', proposal))).toContain('without --tenant-pack');
    expect(homeless.asked).toEqual([]);
    expect(await readdir(pack)).toEqual([]);
  });

  test('of what is not clear is refused before anybody is asked', async () => {
    const { url } = await served();
    const pack = await folder();
    const { call, asked } = await withPerson(url, pack, () => ({
      action: 'accept',
      content: { by: 'A', save: true },
    }));
    expect((await call('propose_decision', {})).isError).toBe(true);
    expect((await call('propose_decision', { decisions: [{ verdict: 'maybe' }] })).isError).toBe(true);
    expect(asked).toEqual([]);
    const both = await call('propose_decision', { decisions: [{ app: 'no such app', verdict: 'accepted' }] });
    expect(both.isError).toBe(true);
    expect(await readdir(pack)).toEqual([]);
  });
});
