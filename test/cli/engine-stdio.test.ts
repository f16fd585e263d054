/** The engine as a host starts it: the built file, on standard input and output. */
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { expect, onTestFinished, test } from 'vitest';
import { engineTools } from '../../skill/server/engine.ts';
import { asOf, folder, mappingFile, served } from './served.ts';

const built = fileURLToPath(new URL('../../dist/cli.mjs', import.meta.url));

async function started(...args: readonly string[]): Promise<{ client: Client; err: () => string }> {
  const client = new Client({ name: 'test', version: '0' });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [built, 'proxy', '--engine', ...args],
    env: { PATH: process.env['PATH'] ?? '' },
    stderr: 'pipe',
  });
  let err = '';
  transport.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
  await client.connect(transport);
  onTestFinished(() => client.close());
  return { client, err: () => err };
}

test('lists its tools, answers each, and hands out the page filled for the tenant', async () => {
  const { url } = await served();
  const mapping = await mappingFile(url);
  const { client, err } = await started('--url', url, '--mapping', mapping, '--as-of', asOf);
  const { tools } = await client.listTools();
  expect(tools.slice(0, engineTools.length).map(({ name }) => name)).toEqual(
    engineTools.map(({ name }) => name),
  );
  // The official client checks the data of an answer against the schema of its tool.
  const overview = await client.callTool({ name: 'saas_overview', arguments: {} });
  expect(overview.isError).not.toBe(true);
  expect(overview.structuredContent).toMatchObject({ asOf, mapping: 'approved' });
  const again = await client.callTool({ name: 'query_portfolio', arguments: { table: 'apps', limit: 3 } });
  expect(again.isError).not.toBe(true);
  const { contents } = await client.readResource({ uri: 'ui://saas-rationalization/dashboard' });
  const [page] = contents;
  const text = page !== undefined && 'text' in page ? page.text : '';
  expect(text).toMatch(/^<!doctype html>/i);
  expect(text).toContain('"mapping":');
  expect(text).toContain(`"asOf":"${asOf}"`);
  expect(text).not.toMatch(/<script[^>]+src=/);
  expect(text.length).toBeGreaterThan(400_000);
  expect(err()).not.toContain('Zoom');
});

test('takes settings that nobody filled in for none', async () => {
  const { url } = await served();
  const unset = ['--tenant-pack', '${user_config.tenant_pack}', '--as-of', ''];
  const { client } = await started('--url', url, ...unset);
  const { structuredContent } = await client.callTool({ name: 'completeness', arguments: {} });
  expect(structuredContent).toMatchObject({ mapping: 'discovered' });
});

test('reads a folder that is empty, and says what is wrong with one that is not', async () => {
  const { url } = await served();
  const empty = await started('--url', url, '--tenant-pack', await folder());
  expect((await empty.client.callTool({ name: 'completeness', arguments: {} })).isError).not.toBe(true);
  const bad = await started('--url', url, '--mapping', fileURLToPath(import.meta.url));
  const answer = await bad.client.callTool({ name: 'completeness', arguments: {} });
  expect(answer.isError).toBe(true);
  expect(JSON.stringify(answer.content)).toContain('engine-stdio.test.ts');
});

test('is there while Torii is not, and says what would help', async () => {
  const { client } = await started('--url', 'http://127.0.0.1:9/mcp', '--no-browser');
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toContain('saas_overview');
  const answer = await client.callTool({ name: 'saas_overview', arguments: {} });
  expect(answer.isError).toBe(true);
  expect(JSON.stringify(answer.content)).toContain('Torii cannot be reached.');
});
