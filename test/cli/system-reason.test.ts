/** Errors of the system, the network and TLS in words. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { engine } from '../../skill/analysis/base/engine.ts';
import { listenOnLoopback } from '../../skill/node/listen.ts';
import { systemReason } from '../../skill/node/stop.ts';
import { command } from './command.ts';
import { folder } from './served.ts';

describe('a system error', () => {
  test('of a file', async () => {
    const error: unknown = await readFile(join(await folder(), 'none')).catch((thrown: unknown) => thrown);
    expect(systemReason(error)).toBe('there is no such file or folder');
  });

  test('is found in what caused it; any other error is none', () => {
    const cause = Object.assign(new Error('x'), { code: 'CERT_HAS_EXPIRED' });
    expect(systemReason(new TypeError('fetch failed', { cause }))).toContain('has expired');
    expect(systemReason(new Error('fetch failed'))).toBeNull();
    expect(systemReason('ENOENT')).toBeNull();
  });

  test('https to a server that speaks http holds no word of OpenSSL', async () => {
    const server = createServer((_, response) => response.end());
    const port = await listenOnLoopback(server, 0);
    const { code, err } = await command('discover', '--url', `https://127.0.0.1:${port}/mcp`);
    server.close();
    expect(code).toBe(3);
    expect(err).toContain('it does not answer as https does');
    expect(err).not.toMatch(/SSL|error:/);
  });

  test('setup into a file names it in words', async () => {
    const { code, err } = await command('setup', 'project', '--dir', import.meta.filename);
    expect(code).toBe(2);
    expect(err).toContain('it is a file, or lies below one');
    expect(err).not.toContain('ENOTDIR');
  });
});

test('every file that leaves says the version of the product', () => {
  expect(engine.version).toBe(packageJson.version);
});
