/** The files of the desktop extension. What its own packer says of them is asked in test/clients. */
import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { extensionFiles } from '../../skill/package/contents/extension.ts';
import { readTools } from '../../skill/torii/base/catalog.ts';

const tools = [{ name: 'saas_overview', description: 'SaaS overview.' }];
const page = { path: 'index.html', bytes: new TextEncoder().encode('<!doctype html>') };
const files = extensionFiles({
  script: new TextEncoder().encode('// script'),
  version: '1.2.3',
  tools,
  pages: [page],
});

function bytesOf(path: string): Uint8Array {
  const file = files.find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`${path} is not in the extension.`);
  return file.bytes;
}

interface Manifest {
  readonly manifest_version: string;
  readonly version: string;
  readonly icon: string;
  readonly tools: readonly { readonly name: string; readonly description: string }[];
  readonly server: {
    readonly entry_point: string;
    readonly mcp_config: { readonly command: string; readonly args: readonly string[] };
  };
  readonly user_config: Readonly<Record<string, { readonly default: string; readonly type: string }>>;
}

const manifest = JSON.parse(new TextDecoder().decode(bytesOf('manifest.json'))) as Manifest;

describe('the manifest', () => {
  test('names files that are there, by relative paths', () => {
    for (const path of [manifest.icon, manifest.server.entry_point]) {
      expect(path).not.toMatch(/^\/|\$\{/);
      expect(bytesOf(path).length).toBeGreaterThan(0);
    }
    expect(manifest.version).toBe('1.2.3');
  });

  test('starts the proxy with the address that the person set', () => {
    const { command, args } = manifest.server.mcp_config;
    expect([command, ...args]).toEqual([
      'node',
      `\${__dirname}/${manifest.server.entry_point}`,
      'proxy',
      '--engine',
      '--url',
      '${user_config.url}',
      '--tenant-pack',
      '${user_config.tenant_pack}',
      '--as-of',
      '${user_config.as_of}',
    ]);
    const asked = args.flatMap((text) =>
      [...text.matchAll(/\$\{user_config\.(\w+)\}/g)].map(([, key]) => key),
    );
    expect(Object.keys(manifest.user_config)).toEqual(asked);
    expect(manifest.user_config['url']).toMatchObject({
      type: 'string',
      default: 'https://api.toriihq.com/mcp',
    });
  });

  test('lists the tools of the engine and of the catalog, each with what it does', () => {
    expect(manifest.tools.map(({ name }) => name)).toEqual(['saas_overview', ...readTools]);
    expect(bytesOf('pages/index.html')).toBe(page.bytes);
    for (const { name, description } of manifest.tools) expect(description, name).toMatch(/^[A-Z].+\.$/);
  });

  test('asks for no secret, and promises no unknown version of Claude Desktop', () => {
    const text = JSON.stringify(manifest);
    expect(text).not.toMatch(/token|sensitive|claude_desktop/i);
    expect(manifest.manifest_version).toBe('0.3');
  });
});

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  readonly intact: boolean;
}

function chunksOf(png: Buffer): Chunk[] {
  const found: Chunk[] = [];
  for (let at = 8; at < png.length;) {
    const end = at + 8 + png.readUInt32BE(at);
    const data = png.subarray(at + 8, end);
    const intact = crc32(png.subarray(at + 4, end)) === png.readUInt32BE(end);
    found.push({ type: png.toString('latin1', at + 4, at + 8), data, intact });
    at = end + 4;
  }
  return found;
}

describe('the icon', () => {
  test('is a small PNG of 512 × 512 pixels with every color of its palette in use', () => {
    const png = Buffer.from(bytesOf('icon.png'));
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect(png.length).toBeLessThan(4_000);
    const [header, palette, opacity, pixels, end] = chunksOf(png);
    expect(chunksOf(png).every(({ intact }) => intact)).toBe(true);
    expect([header, palette, opacity, pixels, end].map((chunk) => chunk?.type)).toEqual([
      'IHDR',
      'PLTE',
      'tRNS',
      'IDAT',
      'IEND',
    ]);
    expect([header?.data.readUInt32BE(0), header?.data.readUInt32BE(4)]).toEqual([512, 512]);
    const rows = inflateSync(pixels?.data ?? Buffer.alloc(0));
    expect(rows.length).toBe(513 * 512);
    expect(new Set(rows).size).toBe((palette?.data.length ?? 0) / 3);
  });

  test('has the same bytes each time', () => {
    const again = extensionFiles({ script: new Uint8Array(), version: '1.2.3', tools, pages: [page] });
    expect(again.find(({ path }) => path === 'icon.png')?.bytes).toEqual(bytesOf('icon.png'));
  });
});
