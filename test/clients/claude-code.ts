/**
 * The real Claude Code, run once on a prompt: no account, no settings of the machine, no network but
 * the loopback address. In: arguments, a folder and the endpoint that plays the model. Out: the events
 * of the run.
 */
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { tool } from './tool.ts';

const VERSION = '2.1.332';

/** The package of this machine; the others hold the same program. */
export async function claudeCode(): Promise<string> {
  const name = `@anthropic-ai/claude-code-${process.platform}-${process.arch}`;
  return join(await tool(name, VERSION), 'node_modules', name, 'claude');
}

export interface Run {
  readonly folder: string;
  readonly endpoint: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly prompt?: string;
}

export interface Event {
  readonly type: string;
  readonly subtype?: string;
  readonly is_error?: boolean;
  readonly result?: string;
  readonly tools?: readonly string[];
  readonly skills?: readonly string[];
  readonly mcp_servers?: readonly { readonly name: string; readonly status: string }[];
  readonly permission_denials?: readonly { readonly tool_name: string }[];
  readonly permissionMode?: string;
}

export interface Ran {
  readonly code: number | null;
  readonly events: readonly Event[];
  readonly said: string;
}

/** An empty home, so that nothing of the machine's own configuration takes part. */
export async function isolated(folder: string, endpoint: string): Promise<Record<string, string>> {
  const home = join(folder, '.home');
  await mkdir(home, { recursive: true });
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    ANTHROPIC_BASE_URL: endpoint,
    ANTHROPIC_API_KEY: 'sk-ant-not-a-key',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    DISABLE_AUTOUPDATER: '1',
    // The bypass flags are refused to root, unless the machine says that it is a sandbox.
    IS_SANDBOX: '1',
  };
}

export async function runClaude({ folder, endpoint, args, env = {}, prompt = 'Go.' }: Run): Promise<Ran> {
  const base = await isolated(folder, endpoint);
  const all = ['-p', '--output-format', 'stream-json', '--verbose', ...args];
  return started(await claudeCode(), all, { cwd: folder, env: { ...base, ...env } }, prompt);
}

interface Place {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Any program that prints events, such as a script that starts Claude Code itself. */
export async function started(file: string, args: readonly string[], place: Place, input = ''): Promise<Ran> {
  const child = spawn(file, args, { ...place, stdio: ['pipe', 'pipe', 'pipe'] });
  let [out, said] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  return { code, events: out.split('\n').flatMap(eventIn), said: `${said}${out.slice(-2000)}` };
}

function eventIn(line: string): Event[] {
  try {
    return line.trim() === '' ? [] : [JSON.parse(line) as Event];
  } catch {
    return [];
  }
}
