/** The scheduled run, started as a scheduler starts it, with a stand-in that prints what Claude Code prints. */
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claudeCodeFiles } from '../../skill/surfaces/claude-code/files.ts';
import { withoutMapping } from './inputs.ts';

/** Prints the events it is given and keeps its arguments and its prompt. */
const STAND_IN = `#!/usr/bin/env node
import { readFileSync, writeFileSync } from 'node:fs';
writeFileSync('seen.json', JSON.stringify({ args: process.argv.slice(2), prompt: readFileSync(0, 'utf8') }));
process.stdout.write(readFileSync('events.jsonl', 'utf8'));
process.exitCode = Number(process.env.STAND_IN_CODE ?? 0);
`;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-'));
  for (const { path, bytes } of claudeCodeFiles(withoutMapping)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  await writeFile(join(folder, 'claude.mjs'), STAND_IN);
  await chmod(join(folder, 'claude.mjs'), 0o755);
});
afterAll(() => rm(folder, { recursive: true }));

const output = () => readFile(join(folder, 'saas-rationalization', 'renewals.md'), 'utf8');

beforeEach(() => writeFile(join(folder, 'saas-rationalization', 'renewals.md'), 'the one before\n'));

const init = (status: string, more: object = {}) => ({
  type: 'system',
  subtype: 'init',
  mcp_servers: [
    { name: 'other', status: 'connected' },
    { name: 'torii', status },
  ],
  ...more,
});
const use = {
  type: 'assistant',
  message: { content: [{ type: 'tool_use', id: 't1', name: 'mcp__torii__list_contracts', input: {} }] },
};
const answer = (isError = false) => ({
  type: 'user',
  message: { content: [{ type: 'tool_result', tool_use_id: 't1', is_error: isError, content: '{}' }] },
});
const result = (more: object = {}) => ({
  type: 'result',
  subtype: 'success',
  is_error: false,
  permission_denials: [],
  result: 'Read on 2026-11-22.\n\n## Contracts\n',
  ...more,
});
const good = [init('connected'), use, answer(), result()];

interface Ended {
  readonly code: number;
  readonly err: string;
}

async function run(events: readonly object[], environment: Record<string, string> = {}): Promise<Ended> {
  const lines = ['chatter that is no JSON', ...events.map((event) => JSON.stringify(event))];
  await writeFile(join(folder, 'events.jsonl'), `${lines.join('\n')}\n`);
  const script = join(folder, 'saas-rationalization', 'run.mjs');
  const env = { PATH: process.env['PATH'], CLAUDE: join(folder, 'claude.mjs'), ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, [script], { env, cwd: tmpdir() }, (error, _out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), err });
    });
  });
}

describe('the scheduled run of Claude Code', () => {
  it('keeps the answer of a run that was connected, read something and was denied nothing', async () => {
    expect(await run(good)).toMatchObject({ code: 0 });
    expect(await output()).toBe('Read on 2026-11-22.\n\n## Contracts\n');
  });

  it('passes the settings, only our server, and the prompt from its file', async () => {
    await run(good);
    const { args, prompt } = JSON.parse(await readFile(join(folder, 'seen.json'), 'utf8'));
    expect(args.join(' ')).toContain('--settings saas-rationalization/torii-readonly.settings.json');
    expect(args.join(' ')).toContain('--mcp-config saas-rationalization/torii.mcp.json --strict-mcp-config');
    expect(prompt).toBe(await readFile(join(folder, 'saas-rationalization', 'prompt.md'), 'utf8'));
  });

  it.each([
    ['needs-auth', 3, 'mcp login torii'],
    ['failed', 3, 'Torii is failed'],
    ['pending', 3, 'Torii is pending'],
  ])('ends with %s as not connected, although Claude Code ends well', async (status, code, words) => {
    const ended = await run([init(status), result()]);
    expect(ended.code).toBe(code);
    expect(ended.err).toContain(words);
    expect(await output()).toBe('the one before\n');
  });

  it.each([
    ['a server list without Torii', [init('connected', { mcp_servers: [] }), use, answer(), result()], 3],
    ['a misconfigured server', [init('connected', { mcp_server_errors: [{ e: 1 }] }), ...good.slice(1)], 3],
    ['a run that never started', [], 3],
    ['a denied call', [...good.slice(0, 3), result({ permission_denials: [{ tool_name: 'x' }] })], 5],
    ['an error in the result', [...good.slice(0, 3), result({ subtype: 'error_max_turns' })], 5],
    ['reported errors', [...good.slice(0, 3), result({ errors: ['boom'] })], 5],
    ['a result that is an error', [...good.slice(0, 3), result({ is_error: true })], 5],
    ['no result', good.slice(0, 3), 5],
    ['no call to Torii', [init('connected'), result()], 5],
    ['only failed calls', [init('connected'), use, answer(true), result()], 5],
    ['only unanswered calls', [init('connected'), use, result()], 5],
  ] as const)('does not keep the answer of %s', async (_name, events, code) => {
    const ended = await run(events);
    expect(ended.code).toBe(code);
    expect(ended.err).toContain('is left as it was');
    expect(await output()).toBe('the one before\n');
  });

  it('does not keep an answer when the program itself failed', async () => {
    expect(await run(good, { STAND_IN_CODE: '7' })).toMatchObject({ code: 5 });
  });

  it('says so when Claude Code is not there', async () => {
    const ended = await run(good, { CLAUDE: join(folder, 'missing') });
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('could not be made');
  });
});
