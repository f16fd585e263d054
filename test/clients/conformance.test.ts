/**
 * The MCP conformance suite on our own sign-in: it stands up authorization servers of every kind, runs our
 * client against each, and judges what the client sent.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { node24 } from './node-24.ts';
import { tool } from './tool.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..');

interface Verdict {
  readonly passed: number;
  readonly failed: number;
  readonly warnings: number;
}

/** Our client needs longer than the suite gives: fourteen of them start at once. */
const TIMEOUT_MS = '120000';

async function judged(suite: string): Promise<Verdict> {
  const folder = await tool('@modelcontextprotocol/conformance', '0.1.16');
  const script = join(folder, 'node_modules', '@modelcontextprotocol', 'conformance', 'dist', 'index.js');
  const ours = [
    process.execPath,
    join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'),
    join(root, 'test', 'clients', 'conformance-client.ts'),
  ];
  const args = ['client', '--suite', suite, '--timeout', TIMEOUT_MS, '--command', ours.join(' ')];
  // The suite ends with 1 where a check failed; its last line says how many.
  const { stdout } = await run(await node24(), [script, ...args], { maxBuffer: 64 << 20 }).catch(
    (ended: { stdout: string }) => ended,
  );
  const total = /Total: (\d+) passed, (\d+) failed, (\d+) warnings/.exec(stdout);
  if (total === null) throw new Error(`The suite came to no verdict:\n${stdout.slice(-2000)}`);
  const [, passed, failed, warnings] = total.map(Number);
  return { passed: passed ?? 0, failed: failed ?? 0, warnings: warnings ?? 0 };
}

/** Checks of each suite that are known to exist: fewer means that something was not looked at. */
test.each([
  ['auth', 184],
  ['backcompat', 19],
  ['draft', 29],
])('%s: at least %d checks pass and none fails', async (suite, least) => {
  const verdict = await judged(suite);
  expect(verdict).toMatchObject({ failed: 0, warnings: 0 });
  expect(verdict.passed).toBeGreaterThanOrEqual(least);
});
