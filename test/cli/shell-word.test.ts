/** What commands print to be pasted is one word in a real shell, whatever a path or a name holds. */
import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { shellWord } from '../../skill/cli/terminal/shell-word.ts';
import { command } from './command.ts';
import { asOf, folder } from './served.ts';

/** The words that a shell makes of a line. */
function wordsOf(line: string): string[] {
  const { stdout } = spawnSync('sh', ['-c', `printf '%s\\0' ${line}`]);
  return stdout.toString().split('\0').slice(0, -1);
}

test.each([
  ['tenant/tenant-mapping.json', 'tenant/tenant-mapping.json'],
  ["Ann O'Neill's files/x.json", `"Ann O'Neill's files/x.json"`],
  [String.raw`C:\Program Files\x.json`, String.raw`"C:\Program Files\x.json"`],
  ['R&D', '"R&D"'],
  ["$5 'off'", String.raw`'$5 '\''off'\'''`],
])('%s is written %s', (text, written) => {
  expect(shellWord(text)).toBe(written);
  expect(wordsOf(written)).toEqual([text]);
});

test('any text is one word', () => {
  const sign = fc.constantFrom(...Array.from(`ab '"\`$\\!&;|<>*?()[]{}~#\n\té`));
  const texts = fc.array(fc.string({ unit: sign, minLength: 1, maxLength: 12 }), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(texts, (all) => {
      expect(wordsOf(all.map(shellWord).join(' '))).toEqual(all);
    }),
    { numRuns: 60, seed: 7 },
  );
});

test('the commands that a command names can be pasted, from a folder with an apostrophe', async () => {
  const place = join(await folder(), "Ann O'Neill's files");
  await mkdir(place);
  const file = join(place, 'tenant-mapping.json');
  await writeFile(file, JSON.stringify({ ...demoMapping(asOf), status: 'draft', approval: undefined }));
  const { out } = await command('mapping', 'questions', file);
  const lines = out.split('\n').filter((line) => /^ *saas-rationalization /.test(line));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(wordsOf(line.trim()).slice(0, 4)).toContain(file);
  const refused = await command('digest', '--scheduled', '--input', 'x.json', '--mapping', file);
  const [, typed = ''] = /run: (.*)/.exec(refused.err) ?? [];
  expect(wordsOf(typed)).toEqual(['mapping', 'approve', file, '--by', 'Your name']);
});
