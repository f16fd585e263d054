/** The desktop extension, judged and packed by its publisher's own tool, then started as Claude Desktop would. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { archiveOf } from '../../skill/package/archive/archive.ts';
import { packagesOf } from '../../skill/cli/commands/pack/packages.ts';
import { readIngredients } from '../../skill/cli/files/ingredients.ts';
import { engineTools } from '../../skill/server/engine.ts';
import { personTools } from '../../skill/server/person.ts';
import { heldTool } from '../../skill/server/view.ts';
import type { PackedFile } from '../../skill/surfaces/base/packed-file.ts';
import { readTools } from '../../skill/torii/base/catalog.ts';
import { served } from '../cli/served.ts';
import { startStdio } from './stdio-server.ts';
import { tool } from './tool.ts';

const run = promisify(execFile);

async function mcpb(...args: readonly string[]): Promise<string> {
  const folder = await tool('@anthropic-ai/mcpb', '2.1.2');
  const bin = join(folder, 'node_modules/@anthropic-ai/mcpb/dist/cli/cli.js');
  return (await run(process.execPath, [bin, ...args])).stdout;
}

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'extension-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function write(files: readonly PackedFile[]): Promise<string> {
  const folder = await emptyFolder();
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}

async function files(): Promise<readonly PackedFile[]> {
  const packed = packagesOf(await readIngredients(), []).find(({ names }) =>
    names.some((name) => name.endsWith('.mcpb')),
  );
  if (packed === undefined) throw new Error('No extension is packed.');
  return packed.files;
}

async function extension(): Promise<string> {
  return write(await files());
}

interface Manifest {
  readonly server: {
    readonly mcp_config: { readonly command: string; readonly args: readonly string[] };
  };
}

describe('@anthropic-ai/mcpb', () => {
  test('accepts the manifest and the icon', async () => {
    expect(await mcpb('validate', await extension())).toContain('Manifest schema validation passes!');
  });

  test('would not accept just anything', async () => {
    const folder = await extension();
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as object;
    await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, tools: readTools }));
    await expect(mcpb('validate', folder)).rejects.toThrow('Command failed');
  });

  test.each([
    ['packed by it', async (packed: string) => void (await mcpb('pack', await extension(), packed))],
    ['packed by us', async (packed: string) => writeFile(packed, archiveOf(await files()))],
  ])('unpacks the extension %s; what comes out reads, and writes nothing', async (_, pack) => {
    const { url, torii } = await served({ token: 'let-me-in' });
    const packed = join(await emptyFolder(), 'extension.mcpb');
    const unpacked = await emptyFolder();
    await pack(packed);
    expect((await stat(packed)).size).toBeLessThan(2_000_000);
    await mcpb('unpack', packed, unpacked);
    expect(await mcpb('validate', unpacked)).toContain('Manifest schema validation passes!');

    const manifest = JSON.parse(await readFile(join(unpacked, 'manifest.json'), 'utf8')) as Manifest;
    const { command, args } = manifest.server.mcp_config;
    // What nobody filled in arrives as it is written, or empty.
    const filled = args.map((text) =>
      text
        .replace('${__dirname}', unpacked)
        .replace('${user_config.url}', url)
        .replace('${user_config.as_of}', ''),
    );
    const { names, call } = await startStdio({
      command,
      args: filled,
      env: { TORII_MCP_TOKEN: 'let-me-in' },
    });
    const own = [...engineTools, ...personTools, heldTool].map(({ name }) => name);
    expect((await names()).toSorted()).toEqual([...own, ...readTools].toSorted());
    expect((await call('list_apps', { size: 5 })).isError).not.toBe(true);
    expect((await call('run_workflow', { id: 1 })).isError).toBe(true);
    expect(torii.calls.map(({ name }) => name)).toEqual(['list_apps']);
    const overview = await call('saas_overview', {});
    expect(overview.isError).not.toBe(true);
    expect(JSON.stringify(overview.content)).toContain('SaaS rationalization brief');
  });
});
