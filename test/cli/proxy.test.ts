/** What the proxy lets through and what it does not, by the official client in front of it. */
import * as fc from 'fast-check';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { CallToolResultSchema } from '@modelcontextprotocol/sdk/types.js';
import { describe, expect, test } from 'vitest';
import { anonymousAccess } from '../../skill/sign-in/access/access.ts';
import { openClient } from '../../skill/cli/connection/http-connection.ts';
import { writeVerbs } from '../../skill/surfaces/base/denied-tools.ts';
import { catalog, readTools } from '../../skill/torii/base/catalog.ts';
import { proxied, textOf } from './proxied.ts';
import { served } from './served.ts';

describe('the tools offered', () => {
  test('are the read tools of the catalog, as the server describes them', async () => {
    const { url, torii } = await served();
    const { client, log } = await proxied(url);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).toSorted()).toEqual([...readTools].toSorted());
    for (const tool of tools) {
      const original = torii.tools().find(({ name }) => name === tool.name);
      expect(tool).toMatchObject({
        ...original,
        annotations: { ...original?.annotations, readOnlyHint: true },
      });
    }
    expect(log).toEqual([`${readTools.length} tools offered, 15 kept back.`]);
    expect(torii.calls).toEqual([]);
  });

  test.each(['?style=older', '?tools=4', '?reply=sse', '?sessions=on'])('%s', async (variant) => {
    const { url } = await served();
    const { client, call } = await proxied(url + variant);
    const { tools } = await client.listTools();
    for (const { name } of tools) expect(readTools).toContain(name);
    expect(tools.length).toBe(variant === '?style=older' ? 7 : readTools.length);
    expect((await call('list_apps', {})).isError).not.toBe(true);
  });

  test('keep the name that the server gives them', async () => {
    const { url } = await served();
    const { client, call } = await proxied(`${url}?rename=list_apps:get_apps`);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain('get_apps');
    expect((await call('get_apps')).isError).not.toBe(true);
    const gone = await call('list_apps');
    expect(gone.isError).toBe(true);
    expect(textOf(gone)).toContain("list_apps is not in the server's list of tools");
  });

  test('are nothing but tools: no resources, prompts, sampling or tasks', async () => {
    const { url } = await served();
    const { client } = await proxied(url);
    expect(client.getServerCapabilities()).toEqual({ tools: { listChanged: true } });
    await expect(client.request({ method: 'resources/list' }, CallToolResultSchema)).rejects.toThrow(
      /-32601/,
    );
    await expect(client.request({ method: 'prompts/list' }, CallToolResultSchema)).rejects.toThrow(/-32601/);
  });
});

describe('a call', () => {
  test('comes back as it does without the proxy, large replies too', async () => {
    const { url } = await served({ structured: true });
    const direct = await openClient({ url: new URL(url), access: anonymousAccess(new URL(url)) });
    if (!(direct instanceof Client)) throw new Error(direct.message);
    const { call } = await proxied(url);
    for (const [name, args] of [
      ['list_apps', { size: 1000 }],
      ['list_users', { view: 'allUsers', size: 1000 }],
      ['get_app', { idApp: -1 }],
    ] as const) {
      const plain = await direct.callTool({ name, arguments: args });
      expect(await call(name, args)).toEqual(plain);
    }
    await direct.close();
  });

  test.each([
    ['update_user', /this product only reads\. update_user is not a read tool of the catalog/],
    ['run_workflow', /not a read tool/],
    // Annotated as reading by the server itself, and still no tool of the catalog.
    ['download_file', /not a read tool/],
    ['list_roles', /not a read tool/],
    ['mcp__torii__list_apps', /not in the server's list of tools/],
  ])('of %s is refused with the reason', async (name, reason) => {
    const { url, torii } = await served();
    const { call, log } = await proxied(url);
    const answer = await call(name);
    expect(answer.isError).toBe(true);
    expect(textOf(answer)).toMatch(reason);
    expect(torii.calls).toEqual([]);
    expect(log.at(-1)).toMatch(/ended as (refused|not-offered)\.$/);
  });

  test('with an argument of no catalog is refused, and told which there are', async () => {
    const { url, torii } = await served();
    const { call } = await proxied(url);
    const answer = await call('list_app_users', { idApp: 1, webhook: 'https://example.com' });
    expect(answer.isError).toBe(true);
    expect(textOf(answer)).toContain('list_app_users takes no argument webhook here.');
    expect(textOf(answer)).toContain(`It takes: ${catalog.list_app_users.args.join(', ')}.`);
    expect(torii.calls).toEqual([]);
  });
});

const letters = fc.string({ unit: 'grapheme', maxLength: 40 });
const nouns = fc.constantFrom('user', 'app', 'contract', 'workflow', 'apps', 'file', 'list_apps');
const writes = fc.tuple(fc.constantFrom(...writeVerbs), nouns).map(([verb, noun]) => `${verb}_${noun}`);
const offered = fc.constantFrom(
  'update_user',
  'update_app',
  'create_app',
  'create_contract',
  'update_contract',
  'delete_contract',
  'run_workflow',
  'remove_app_user',
  'request_app_access',
  'anonymize_user',
  'download_file',
  'get_upload_url',
);
const disguises = fc.constantFrom(
  (name: string) => name,
  (name: string) => `mcp__torii__${name}`,
  (name: string) => `mcp__claude_ai_Torii__${name}`,
  (name: string) => `mcp__plugin_x_torii__${name}`,
  (name: string) => ` ${name}`,
  (name: string) => `${name}\u0000`,
  (name: string) => name.toUpperCase(),
  (name: string) => `list_apps\n${name}`,
  (name: string) => `list_apps__${name}`,
  (name: string) => name.replaceAll('_', '_\u200b'),
  (name: string) => `__proto__.${name}`,
);
const names = fc
  .tuple(fc.oneof({ weight: 3, arbitrary: offered }, { weight: 3, arbitrary: writes }, letters), disguises)
  .map(([name, disguise]) => disguise(name));

describe('a thousand names', () => {
  test('of writes, in every disguise, reach nothing that writes', async () => {
    const { url, torii } = await served();
    const { call } = await proxied(url);
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        asked += 1;
        const answer = await call(name, { id: 1 });
        expect(answer.isError, name).toBe(true);
      }),
      { numRuns: 1000, seed: 7 },
    );
    expect(asked).toBe(1000);
    expect(torii.calls).toEqual([]);
    expect(torii.writes).toEqual([]);
    expect((await call('list_apps')).isError).not.toBe(true);
  });
});
