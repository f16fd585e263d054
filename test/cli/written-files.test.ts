/** What a file was before stays what it is: its mode, its owner, its links, and what is no plain file at all. */
import { execFile, spawn } from 'node:child_process';
import {
  chmod,
  chown,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { writeAll, writeWhole } from '../../skill/cli/files/write-file.ts';
import { command } from './command.ts';
import { folder } from './served.ts';
import { savedResults } from './saved-results.ts';

const run = promisify(execFile);
const modeOf = async (file: string): Promise<number> => (await stat(file)).mode & 0o7777;
const isRoot = process.getuid?.() === 0;

describe('a file that is written', () => {
  it.each([0o600, 0o640, 0o755, 0o444])('keeps its mode %o', async (mode) => {
    const file = join(await folder(), 'f');
    await writeFile(file, 'old');
    await chmod(file, mode);
    await writeWhole(file, 'new');
    expect([await readFile(file, 'utf8'), await modeOf(file)]).toEqual(['new', mode]);
  });

  it('is never wider than asked for', async () => {
    const dir = await folder();
    await writeFile(join(dir, 'f'), 'old', { mode: 0o644 });
    await writeWhole(join(dir, 'f'), 'new', 0o600);
    await writeWhole(join(dir, 'g'), 'new', 0o600);
    expect([await modeOf(join(dir, 'f')), await modeOf(join(dir, 'g'))]).toEqual([0o600, 0o600]);
  });

  it.runIf(isRoot)('keeps its owner', async () => {
    const file = join(await folder(), 'f');
    await writeFile(file, 'old');
    await chown(file, 12_345, 23_456);
    await writeWhole(file, 'new');
    expect(await stat(file)).toMatchObject({ uid: 12_345, gid: 23_456 });
  });

  it('is the one that a link leads to, also where it is not there yet', async () => {
    const dir = await folder();
    await mkdir(join(dir, 'kept'));
    await writeFile(join(dir, 'kept/f'), 'old');
    await symlink('kept/f', join(dir, 'one'));
    await symlink('one', join(dir, 'two'));
    await symlink('kept/g', join(dir, 'new'));
    await writeWhole(join(dir, 'two'), 'new');
    await writeWhole(join(dir, 'new'), 'first');
    expect(await readlink(join(dir, 'two'))).toBe('one');
    expect(await readFile(join(dir, 'kept/f'), 'utf8')).toBe('new');
    expect(await readFile(join(dir, 'kept/g'), 'utf8')).toBe('first');
    expect((await lstat(join(dir, 'new'))).isSymbolicLink()).toBe(true);
  });

  it('keeps its other names', async () => {
    const dir = await folder();
    await writeFile(join(dir, 'f'), 'old, and longer');
    await link(join(dir, 'f'), join(dir, 'g'));
    await writeWhole(join(dir, 'f'), 'new');
    expect(await readFile(join(dir, 'g'), 'utf8')).toBe('new');
  });

  it('is written with its companions or not at all', async () => {
    const dir = await folder();
    await writeFile(join(dir, 'a'), 'old');
    await mkdir(join(dir, 'b'));
    const files = ['a', 'b'].map((name) => ({ file: join(dir, name), bytes: 'new' }));
    await expect(writeAll(dir, files)).rejects.toThrow('is a folder');
    expect(await readFile(join(dir, 'a'), 'utf8')).toBe('old');
    expect((await readdir(dir)).toSorted()).toEqual(['a', 'b']);
  });
});

describe('what is no plain file', () => {
  it('a pipe is written into, and stays one', async () => {
    const pipe = join(await folder(), 'pipe');
    await run('mkfifo', [pipe]);
    const reader = spawn('cat', [pipe]);
    const [read] = await Promise.all([text(reader.stdout), writeWhole(pipe, 'through')]);
    expect(read).toBe('through');
    expect((await stat(pipe)).isFIFO()).toBe(true);
  });

  it.runIf(isRoot)('a device is written into, and stays one', async () => {
    const device = join(await folder(), 'null');
    await run('mknod', [device, 'c', '1', '3']);
    await writeWhole(device, 'nothing');
    expect((await stat(device)).isCharacterDevice()).toBe(true);
  });

  it('standard output is - for every command that writes a result', async () => {
    const records = await savedResults();
    const options = ['--records', records, '--as-of', '2026-11-22'];
    for (const name of ['report', 'brief', 'digest']) {
      const printed = await command(name, ...options);
      expect((await command(name, ...options, '--out', '-')).out).toBe(printed.out);
    }
    const printed = await command('discover', '--records', records);
    expect((await command('discover', '--records', records, '--out', '-')).out).toBe(printed.out);
    expect(await readdir('.')).not.toContain('-');
  });
});

describe('a configuration with secrets', () => {
  it('keeps its mode and tells nobody, when set-up adds to it', async () => {
    const config = join(await folder(), 'claude_desktop_config.json');
    const entry = {
      command: 'x',
      env: { API_KEY: 's3cr3t-env' },
      headers: { Authorization: 'Bearer s3cr3t' },
    };
    await writeFile(config, JSON.stringify({ mcpServers: { other: entry } }), { mode: 0o600 });
    const ended = await command('setup', 'desktop', '--dir', await folder(), '--config', config, '--yes');
    expect(ended.code, ended.err).toBe(0);
    expect(ended.out + ended.err).not.toContain('s3cr3t');
    expect(await modeOf(config)).toBe(0o600);
    expect(await readFile(config, 'utf8')).toContain('s3cr3t-env');
  });
});
