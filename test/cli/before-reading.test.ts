/** What is wrong with a file or a place is said before the server is asked. */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command } from './command.ts';
import { folder } from './served.ts';

/** No server answers there: a command that asks it ends with another code and other words. */
const nobody = 'http://127.0.0.1:9/mcp';

describe('before anything is read', () => {
  test('places for results are looked at, each with what to do', async () => {
    const inside = await folder();
    await mkdir(join(inside, 'taken'));
    await writeFile(join(inside, 'file'), '');
    const cases = [
      ['report', '--out', join(inside, 'taken'), 'it is a folder. Name a file in it'],
      ['brief', '--out', join(inside, 'file', 'brief.md'), 'is a file, not a folder'],
      ['digest', '--save-baseline', join(inside, 'taken'), 'it is a folder'],
      ['report', '--save-snapshot', join(inside, 'file', 'deep', 's.json'), 'is a file, not a folder'],
      ['discover', '--out', join(inside, 'taken'), 'it is a folder'],
    ] as const;
    for (const [name, option, place, words] of cases) {
      const { code, out, err } = await command(name, '--url', nobody, option, place);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain(`${place} cannot be written: `);
      expect(err).toContain(words);
      expect(err).toContain('Nothing was read.');
    }
  });

  test.runIf(process.getuid?.() !== 0)('a place without the right to write', async () => {
    const inside = await folder();
    await chmod(inside, 0o500);
    const { code, err } = await command('report', '--url', nobody, '--out', join(inside, 'report.md'));
    expect([code, err]).toEqual([2, expect.stringContaining('this account may not')]);
  });

  test('files to read are read', async () => {
    const inside = await folder();
    const broken = join(inside, 'broken.json');
    await writeFile(broken, '{');
    const cases = [
      ['report', '--plan', broken, 'is not JSON'],
      ['report', '--check-narrative', join(inside, 'none.md'), 'there is no such file'],
      ['brief', '--mapping', join(broken, 'x.json'), 'it is a file, or lies below one'],
      ['digest', '--previous', broken, 'is not JSON'],
    ] as const;
    for (const [name, option, file, words] of cases) {
      const { code, err } = await command(name, '--url', nobody, option, file);
      expect([code, err]).toEqual([2, expect.stringContaining(words)]);
    }
  });
});
