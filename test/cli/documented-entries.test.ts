/** The entries for other hosts, as the guide prints them, start the server of an unzipped skill. */
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { engineTools } from '../../skill/server/engine.ts';
import { engineServerName } from '../../skill/surfaces/base/mcp-json.ts';
import { references } from '../skill/texts.ts';
import { installed, packed, skillName } from './installed-skill.ts';
import { asOf, folder, served } from './served.ts';

interface Entry {
  readonly type?: string;
  readonly command: string;
  readonly args: readonly string[];
}

const guide = references.find(({ path }) => path.endsWith('cowork-skill-setup-guide.md'))?.text ?? '';
const printed = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(
  ([, json = '']) => JSON.parse(json) as Record<string, Record<string, Entry>>,
);

function entryUnder(key: string): Entry {
  const found = printed.find((one) => Object.keys(one).join() === key)?.[key];
  const entry = found?.[engineServerName];
  if (entry === undefined) throw new Error(`The guide prints no "${key}" with ${engineServerName}.`);
  return entry;
}

/** The placeholders of the guide, filled in as it says. */
function filled(args: readonly string[], places: Readonly<Record<string, string>>): string[] {
  return args.map((arg) => arg.replace(/^(?:SKILL|FOLDER)/, (word) => places[word] ?? word));
}

describe.each(['servers', 'mcpServers'])('the entry under "%s"', (key) => {
  test('is run from the disk, by a program that is there and no package of a registry', () => {
    const { command, args } = entryUnder(key);
    expect(command).toBe('node');
    expect(args[0]).toBe('SKILL/scripts/saas-rationalization.mjs');
    expect(args.join(' ')).not.toMatch(/npx|@|npm/);
    // VS Code wants to be told; the common form has no such key.
    expect(entryUnder(key).type).toBe(key === 'servers' ? 'stdio' : undefined);
  });

  test('starts the server, which lists its tools, answers, and hands out its view', async () => {
    const { url } = await served();
    const skill = await installed(join(await packed(), `${skillName}.zip`));
    const args = filled(entryUnder(key).args, { SKILL: skill, FOLDER: await folder() });
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [...args, '--url', url, '--as-of', asOf],
      env: { PATH: process.env['PATH'] ?? '' },
      stderr: 'ignore',
    });
    const client = new Client({ name: 'another host', version: '0' });
    await client.connect(transport);
    onTestFinished(() => client.close());
    const { tools } = await client.listTools();
    const names = tools.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(engineTools.map(({ name }) => name)));
    const { isError, structuredContent } = await client.callTool({ name: 'saas_overview', arguments: {} });
    expect(isError).not.toBe(true);
    expect(structuredContent).toMatchObject({ asOf, mapping: 'discovered' });
    const { contents } = await client.readResource({ uri: 'ui://saas-rationalization/dashboard' });
    expect(contents).toMatchObject([{ mimeType: 'text/html;profile=mcp-app' }]);
  });
});
