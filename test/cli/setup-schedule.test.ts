/** The lines that set-up writes for a schedule, started as a scheduler would: in a shell, week after week. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { command } from './command.ts';
import { folder, mappingFile, served } from './served.ts';

interface Ended {
  readonly code: number;
  readonly err: string;
}

function shell(line: string, cwd: string): Promise<Ended> {
  return new Promise((resolve) => {
    execFile('/bin/sh', ['-c', line], { cwd }, (error, _out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, err });
    });
  });
}

/** The first command in the steps that makes a digest. */
function digestLine(steps: string): string {
  const line = /`(?:0 7 \* \* 1 )?([^`]*\bdigest --[^`]*)`/.exec(steps)?.[1];
  if (line === undefined) throw new Error(`No digest in ${steps}`);
  return line.replace('PROJECT', '.').replace(/ --webhook \S+/, '');
}

describe('the digest of a schedule', () => {
  it.each([
    ['claude-code', 'saas-rationalization', 'digest.md'],
    ['desktop', 'context', 'last-digest.md'],
    ['api', '.', 'digest.md'],
  ])('of %s is the first once, and then says what changed', async (surface, place, name) => {
    const { url } = await served();
    const dir = await folder();
    await command('setup', surface, '--dir', dir, '--url', url, '--mapping', await mappingFile(url));
    const pages = surface === 'claude-code' ? 'saas-rationalization' : '.';
    const line = digestLine(await readFile(join(dir, pages, 'steps.md'), 'utf8'));
    const first = await shell(line, dir);
    expect(first.code, `${line}\n${first.err}`).toBe(0);
    const digest = (): Promise<string> => readFile(join(dir, place, name), 'utf8');
    expect(await digest()).toContain('This is the first digest');
    expect(await shell(line, dir)).toMatchObject({ code: 0 });
    expect(await digest()).not.toContain('This is the first digest');
  });

  it('still names a missing run before, where this run does not save one there', async () => {
    const { url } = await served();
    const ended = await command('digest', '--url', url, '--previous', join(await folder(), 'baseline.json'));
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('baseline.json cannot be read');
  });
});
