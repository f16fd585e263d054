/**
 * The Agent SDK's example against the types of the real package. The package brings hundreds of
 * megabytes of optional binaries, so it is no dependency: it is installed here without them.
 */
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { tool } from '../clients/tool.ts';

const root = join(import.meta.dirname, '..', '..');
const examples = join(root, 'skill', 'surfaces', 'api', 'examples');

const MINUTES = 60_000;

/** What the compiler says of the example after a change to its text; empty when it has nothing to say. */
async function typeProblems(change: (text: string) => string): Promise<string> {
  const sdk = await tool('@anthropic-ai/claude-agent-sdk', '0.3.330', ['optional', 'peer']);
  // Below the installed package, so that its types are found; what it leans on is among our own packages.
  await mkdir(join(sdk, 'checked'), { recursive: true });
  const folder = await mkdtemp(join(sdk, 'checked', 'example-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await copyFile(join(examples, 'torii-tools.json'), join(folder, 'torii-tools.json'));
  const text = await readFile(join(examples, 'agent-sdk.mts'), 'utf8');
  await writeFile(join(folder, 'agent-sdk.mts'), change(text));
  const configuration = { extends: join(root, 'tsconfig.json'), include: ['*.mts'], exclude: [] };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(configuration));
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, '--noEmit', '-p', folder], (_error, out, err) => resolve(out + err));
  });
}

it(
  'type-checks against the real package',
  async () => {
    expect(await typeProblems((text) => text)).toBe('');
  },
  5 * MINUTES,
);

it(
  'is really checked: an option that does not exist is found',
  async () => {
    const problems = await typeProblems((text) => text.replace("'dontAsk'", "'neverAsk'"));
    expect(problems).toContain('\'"neverAsk"\' is not assignable');
  },
  5 * MINUTES,
);
