/** What every other file here relies on: a version is installed once, whole, and can be run. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { node24 } from './node-24.ts';
import { tool } from './tool.ts';

const run = promisify(execFile);

test('a Node of another version runs beside ours, and is installed once', async () => {
  const { stdout } = await run(await node24(), ['--version']);
  expect(stdout).toMatch(/^v24\./);
  expect(await node24()).toBe(await node24());
});

test('a version that does not exist leaves nothing behind', async () => {
  await expect(tool('node', '24.999.0')).rejects.toThrow(/24\.999\.0/);
  const cache = join(await tool('node', '24.9.0'), '..');
  expect(existsSync(join(cache, 'node@24.999.0'))).toBe(false);
});
