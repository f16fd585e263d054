/** The file that people run, not the source it was built from. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { block } from './command.ts';
import { asOf, mappingFile, served } from './served.ts';

const built = fileURLToPath(new URL('../../dist/cli.mjs', import.meta.url));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function node(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [built, ...args], { env: { PATH: process.env['PATH'], ...env } });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** Closes the reading end before anything was written, as `head` does when it has seen enough. */
function intoClosedPipe(args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [built, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let err = '';
    child.stdout.destroy();
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out: '', err }));
  });
}

describe('dist/cli.mjs', () => {
  test('says its version and its commands', async () => {
    expect(await node(['--version'])).toEqual({ code: 0, out: `${packageJson.version}\n`, err: '' });
    const help = await node(['--help']);
    expect(help.code).toBe(0);
    for (const name of ['preview', 'discover', 'mapping', 'validate', 'audit-tools'])
      expect(help.out).toContain(`  ${name} `);
  });

  test('reads a server with the token of the environment', async () => {
    const { url } = await served({ token: 'let-me-in' });
    const audit = await node(['audit-tools', '--url', url], { TORII_MCP_TOKEN: 'let-me-in' });
    expect([audit.code, audit.err]).toEqual([0, '']);
    expect(audit.out).toMatch(/^list_apps +callable/m);
    const refused = await node(['audit-tools', '--url', url]);
    expect([refused.code, refused.out]).toEqual([3, '']);
    expect(refused.err).toContain(`node dist/cli.mjs login --url ${url}`);
  });

  test('answers the three questions', async () => {
    const { url } = await served();
    const { code, out } = await node([
      'validate',
      '--url',
      url,
      '--mapping',
      await mappingFile(url),
      '--as-of',
      asOf,
    ]);
    expect(code).toBe(0);
    expect(block(out, 1)).toContain('Microsoft 365');
  });

  test('does not mind a reader that goes away', async () => {
    const { url } = await served();
    expect(await intoClosedPipe(['audit-tools', '--url', url])).toEqual({ code: 0, out: '', err: '' });
  });
});
