/** A server whose list of tools is hostile: each row costs itself alone, and no write passes for a read. */
import { describe, expect, it } from 'vitest';
import { createTorii } from '../../mocks/torii/torii.ts';
import { closeServer, listen } from '../../mocks/server/node-http.ts';
import { isJsonObject, type JsonObject } from '../../skill/torii/json.ts';
import { command } from '../cli/command.ts';
import { tenant } from '../cli/served.ts';

const LEVELS = 100_000;

/** JSON text of a schema that nests for ever; written, because nothing can print it. */
const deepSchema = `{"type":"object","properties":{"size":${'{"anyOf":['.repeat(LEVELS)}{}${']}'.repeat(LEVELS)}}}`;

type Change = (tools: readonly JsonObject[]) => string;

/** One schema without end is enough. */
function isSpared({ name }: JsonObject, schema: string): boolean {
  return schema === deepSchema && name !== 'list_apps';
}

/** The tools as JSON text, with what is put in the place of the schemas. */
function listed(tools: readonly JsonObject[], schema: string | null): string {
  return JSON.stringify(
    tools.map((tool) =>
      schema === null || isSpared(tool, schema) ? tool : { ...tool, inputSchema: 'SCHEMA' },
    ),
  ).replaceAll('"SCHEMA"', schema ?? '');
}

/** An MCP server in a few lines, since an honest one refuses to say such things. */
async function reportOver(change: Change) {
  const torii = createTorii(tenant);
  const tools = JSON.parse(JSON.stringify(torii.tools())) as JsonObject[];
  const results: Record<string, (params: JsonObject) => Promise<string>> = {
    initialize: async ({ protocolVersion }) =>
      JSON.stringify({
        protocolVersion,
        capabilities: { tools: {} },
        serverInfo: { name: 'x', version: '1' },
      }),
    'tools/list': async () => `{"tools":${change(tools)}}`,
    'tools/call': async ({ name, arguments: args }) =>
      JSON.stringify(await torii.call(typeof name === 'string' ? name : '', isJsonObject(args) ? args : {})),
  };
  const { server, origin } = await listen(0, () => async (request) => {
    if (request.method !== 'POST') return new Response(null, { status: 405 });
    const { id, method, params } = (await request.json()) as {
      id?: number;
      method: string;
      params?: JsonObject;
    };
    if (id === undefined) return new Response(null, { status: 202 });
    const result = (await results[method]?.(params ?? {})) ?? '{}';
    const text = `{"jsonrpc":"2.0","id":${id},"result":${result}}`;
    return new Response(text, { headers: { 'content-type': 'application/json' } });
  });
  const ended = await command(
    'report',
    '--url',
    `${origin}/mcp`,
    '--as-of',
    '2026-11-22',
    '--format',
    'json',
  );
  await closeServer(server);
  return { ended, calls: torii.calls.map(({ name }) => name), writes: torii.writes };
}

const schemas: readonly (readonly [string, string | null])[] = [
  ['as they are', null],
  ['null', 'null'],
  ['a text', '"x"'],
  ['a list', '[]'],
  ['null for an argument', '{"type":"object","properties":{"size":null,"cursor":7,"fields":[]}}'],
  ['a circle of references', '{"type":"object","$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/a"}}}'],
  ['all of nothing', '{"allOf":[null,{"allOf":[{"properties":{"size":{}}}]}]}'],
  ['100,000 levels deep', deepSchema],
  ['named like members of every object', '{"type":"object","properties":{"constructor":{},"__proto__":{}}}'],
];

describe('schemas of tools', () => {
  it.each(schemas)('%s: every source is read all the same', async (_, schema) => {
    const { ended, writes } = await reportOver((tools) => listed(tools, schema));
    expect(ended.code, ended.err).toBe(0);
    expect(ended.err).not.toMatch(/our fault|"code": "custom"/);
    const { apps } = JSON.parse(ended.out) as { apps: unknown[] };
    expect(apps.length).toBeGreaterThan(30);
    expect(writes).toEqual([]);
  });
});

const withRows =
  (...rows: unknown[]): Change =>
  (tools) =>
    JSON.stringify([...rows, ...tools, ...rows]);

describe('rows of the list', () => {
  it('that are no tools cost themselves alone', async () => {
    const { ended } = await reportOver(
      withRows(null, 7, [], {}, { name: null }, { name: 'x', annotations: 'y' }),
    );
    expect(ended.code, ended.err).toBe(0);
    expect((JSON.parse(ended.out) as { apps: unknown[] }).apps.length).toBeGreaterThan(30);
  });

  it.each([{ destructiveHint: true }, { readOnlyHint: false }, { readOnlyHint: 'no' }, 'none', [true]])(
    'that list a tool once more, annotated %j, keep it from being called',
    async (annotations) => {
      const { ended, calls } = await reportOver(
        withRows({ name: 'list_contracts', inputSchema: {}, annotations }),
      );
      expect(ended.code, ended.err).toBe(0);
      expect(calls).toContain('list_apps');
      expect(calls).not.toContain('list_contracts');
    },
  );
});
