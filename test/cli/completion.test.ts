/** What a shell offers to complete: the very commands and options there are. */
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { command } from './command.ts';

/** What bash offers behind these words. */
async function offered(...words: readonly string[]): Promise<string[]> {
  const { out } = await command('completion', 'bash');
  const line = ['saas-rationalization', ...words].map((word) => `'${word}'`).join(' ');
  const script = `${out}
COMP_WORDS=(${line}); COMP_CWORD=${words.length}
_saas_rationalization
printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['-c', script], { encoding: 'utf8', cwd: import.meta.dirname })
    .trim()
    .split('\n');
}

describe('completion', () => {
  test('offers commands, and below them their own', async () => {
    expect(await offered('re')).toEqual(['report']);
    expect(await offered('mapping', '')).toEqual(expect.arrayContaining(['check', 'approve', 'drift']));
    expect(await offered('setup', 'claude')).toEqual(['claude-ai', 'claude-code']);
  });

  test('offers the options of a command and the values of an option', async () => {
    expect(await offered('report', '--save')).toEqual(['--save-snapshot', '--save-baseline']);
    expect(await offered('report', '--url', 'x', '--format', '')).toEqual(
      expect.arrayContaining(['md', 'json', 'xlsx']),
    );
    expect(await offered('mapping', 'approve', 'f.json', '--b')).toEqual(['--by']);
  });

  test('offers files where a value is free', async () => {
    expect(await offered('report', '--mapping', 'completion.')).toEqual(['completion.test.ts']);
  });

  test.each(['zsh', 'fish'])('knows every option and command in %s', async (shell) => {
    const { code, out } = await command('completion', shell);
    expect(code).toBe(0);
    for (const word of ['drift', 'audit-tools', 'save-snapshot', 'no-browser', 'mcp-app', 'sandboxed']) {
      expect(out).toContain(word);
    }
  });

  test('names the shells it can', async () => {
    const { code, err } = await command('completion', 'tcsh');
    expect([code, err]).toEqual([2, expect.stringContaining('bash, zsh, fish')]);
  });
});
