/**
 * Signing in with the real Claude Code, as our steps say it, and the scheduled run after it.
 * A terminal is imitated by `script` of util-linux: the command asks for one.
 */
import { spawn } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claudeCodeFiles } from '../../skill/surfaces/claude-code/files.ts';
import { claudeCodeGuide } from '../../skill/surfaces/claude-code/claude-code.ts';
import { expectedTools } from '../../skill/surfaces/base/tool-list.ts';
import { served } from '../cli/served.ts';
import { claudeCode, isolated, started } from './claude-code.ts';
import { callsInTurn, messagesEndpoint } from './messages-endpoint.ts';
import { project } from './project.ts';

type Environment = Readonly<Record<string, string>>;

interface Said {
  readonly code: number | null;
  readonly text: string;
}

/** Types a command line into a terminal, and visits the address it prints as a person's browser would. */
function typed(line: string, cwd: string, env: Environment): Promise<Said> {
  const child = spawn('script', ['-qfec', line, '/dev/null'], { cwd, env: { ...env, TERM: 'dumb' } });
  let text = '';
  let visited = false;
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more;
    const address = addressIn(text);
    if (address === null || visited) return;
    visited = true;
    void fetch(address);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, text }));
  });
}

/** Whole, and without the codes that make a link of it. */
function addressIn(text: string): string | null {
  return /https?:\/\/[^\s\p{Cc}]+\/authorize\?[^\s\p{Cc}]+(?=[\s\p{Cc}])/u.exec(text)?.[0] ?? null;
}

test('the command of our steps signs in, and the scheduled run reads with it', async () => {
  const server = await served({ oauth: true });
  const inputs = { url: server.url, tools: expectedTools, mapping: null, command: 'node sr.mjs' };
  const folder = await project(claudeCodeFiles(inputs));
  const model = await messagesEndpoint(callsInTurn([{ name: 'mcp__torii__list_apps', input: { size: 1 } }]));
  const claude = await claudeCode();
  const env = { ...(await isolated(folder, model.url)), BROWSER: 'true' };

  const line = /`(claude [^`]*mcp login torii)`/.exec(claudeCodeGuide(inputs).steps.join('\n'))?.[1];
  if (line === undefined) throw new Error('No step signs in.');
  const login = await typed(line.replace(/^claude/, `'${claude}'`), folder, env);
  expect(login.text).toContain('Authenticated with "torii"');
  expect(login.code).toBe(0);
  const kept = await stat(join(folder, '.home/.claude/.credentials.json'));
  expect(kept.mode & 0o777).toBe(0o600);

  const script = join(folder, 'saas-rationalization/run.mjs');
  const ran = await started(process.execPath, [script], { cwd: folder, env: { ...env, CLAUDE: claude } });
  expect(ran.code, ran.said).toBe(0);
  expect(await readFile(join(folder, 'saas-rationalization/renewals.md'), 'utf8')).toBe('Done.\n');
  expect(server.torii.calls.map(({ name }) => name)).toEqual(['list_apps']);
});
