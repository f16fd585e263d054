/**
 * Plays the part of a host that runs hooks: looks for the entries whose matcher fits, starts their commands in a
 * shell and reads what they say.
 *
 * In: a folder with the scripts, a call. Out: whether the call is denied, with the words, and what is told to the model.
 */
import { spawn } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { hookEntries } from '../../skill/surfaces/hooks/hook-entries.ts';
import { folder } from '../cli/served.ts';

export const entries = hookEntries({
  scripts: '$CLAUDE_PROJECT_DIR/hooks',
  records: '$CLAUDE_PROJECT_DIR/records',
});

export interface Called {
  readonly project: string;
  readonly event: 'PreToolUse' | 'PostToolUse';
  readonly tool: string;
  /** The message in place of a sound one. */
  readonly raw?: string;
  readonly more?: object;
  /** Where programs are looked for. */
  readonly path?: string;
}

export interface Verdict {
  readonly denied: boolean;
  readonly words: string;
  /** How many hooks were started. */
  readonly started: number;
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export async function callHooks({
  project,
  event,
  tool,
  raw,
  more = {},
  path = process.env['PATH'] ?? '',
}: Called): Promise<Verdict> {
  const fitting = entries[event].filter(({ matcher }) => new RegExp(matcher).test(tool));
  const message = {
    session_id: 'a-session',
    transcript_path: join(project, 'session.jsonl'),
    cwd: project,
    hook_event_name: event,
    tool_name: tool,
    tool_input: {},
    ...more,
  };
  const commands = fitting.flatMap(({ hooks }) => hooks as { command: string; onFailure?: string }[]);
  const ended = await Promise.all(
    commands.map(async (hook) => ({ hook, ...(await run(hook.command, raw ?? JSON.stringify(message))) })),
  );
  const verdicts = ended.map(({ hook, code, out, err }) => {
    if (code === 2) return { denied: true, words: err };
    if (code !== 0) return { denied: hook.onFailure === 'block', words: err };
    const said = out === '' ? {} : JSON.parse(out).hookSpecificOutput;
    return {
      denied: said.permissionDecision === 'deny',
      words: String(said.permissionDecisionReason ?? said.additionalContext ?? ''),
    };
  });
  return {
    denied: verdicts.some(({ denied }) => denied),
    words: verdicts.map(({ words }) => words).join(''),
    started: verdicts.length,
  };

  async function run(command: string, input: string): Promise<Ended> {
    const child = spawn('/bin/sh', ['-c', command], { env: { PATH: path, CLAUDE_PROJECT_DIR: project } });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    const [out, err, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      new Promise<number | null>((resolve) => void child.on('close', resolve)),
    ]);
    return { code, out, err };
  }
}

/** A PATH with the tools of every Unix system, and without Node. */
export async function pathWithoutNode(): Promise<string> {
  const path = await folder();
  const tools = [
    'cat',
    'grep',
    'sed',
    'head',
    'tail',
    'tr',
    'wc',
    'mv',
    'cp',
    'rm',
    'mkdir',
    'date',
    'sh',
    'env',
  ];
  const places = ['/usr/bin', '/bin'];
  for (const tool of tools) {
    for (const place of places) await symlink(join(place, tool), join(path, tool)).catch(() => {});
  }
  return path;
}
