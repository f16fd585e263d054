import { describe, expect, it } from 'vitest';
import { textFile, type PackedFile } from '../../skill/surfaces/base/packed-file.ts';
import type { PackageRule } from '../../skill/package/archive/package-problem.ts';
import { skillProblems } from '../../skill/package/archive/skill-problems.ts';

const root = 'a-skill';

function head(fields: Record<string, string> = {}): string {
  const all = { name: root, description: 'Counts seats. Use when asked how many.', ...fields };
  const lines = Object.entries(all).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n`;
}

function skill(text: string = `${head()}\nSee references/rules.md.\n`, more: readonly PackedFile[] = []) {
  const rules = textFile(`${root}/references/rules.md`, 'Back to the rules.');
  return [textFile(`${root}/SKILL.md`, text), rules, ...more];
}

function at(path: string, text = 'x'): PackedFile[] {
  return skill(undefined, [textFile(path, text)]);
}

const broken: readonly (readonly [rule: PackageRule, what: string, files: readonly PackedFile[]])[] = [
  ['path', 'an absolute path', at('/etc/hosts')],
  ['path', 'a path of another system', at('c:/hosts')],
  ['path', 'a path that leaves its folder', at(`${root}/../hosts`)],
  ['path', 'a backslash', at(`${root}/assets\\hosts`)],
  ['path', 'letters that not every system keeps', at(`${root}/assets/café`)],
  ['repeated-path', 'two names that differ in case alone', at(`${root}/skill.MD`)],
  ['nested-archive', 'an archive within', at(`${root}/assets/more.zip`)],
  ['file-count', 'too many files', skill(undefined, manyFiles(98))],
  ['size', 'too many bytes', at(`${root}/assets/big.txt`, 'x'.repeat(5_000_000))],
  ['one-root', 'a second root', at('other/file.txt')],
  ['skill-file', 'no SKILL.md', [textFile(`${root}/README.md`, '')]],
  ['frontmatter', 'no head', skill('# A skill\n')],
  ['frontmatter', 'a key that is not one of a skill', skill(head({ author: 'Somebody' }))],
  ['frontmatter', 'a value that YAML reads as a map', skill(head({ license: 'MIT: as is' }))],
  ['frontmatter', 'a key twice', skill(`---\nname: ${root}\nname: ${root}\ndescription: Counts.\n---\n`)],
  ['name', 'capital letters', skill(head({ name: 'A-Skill' }))],
  ['name', 'a name that is not the folder', skill(head({ name: 'another-skill' }))],
  ['name', 'a reserved word', skill(head({ name: 'claude-skill' }))],
  ['name', 'a long name', skill(head({ name: 'a'.repeat(65) }))],
  ['description', 'none', skill(head({ description: '' }))],
  ['description', 'a long one', skill(head({ description: 'a'.repeat(201) }))],
  ['description', 'a tag', skill(head({ description: 'Counts <b>seats</b>.' }))],
  ['compatibility', 'a long one', skill(head({ compatibility: 'a'.repeat(501) }))],
  ['body', 'too many lines', skill(`${head()}${'line\n'.repeat(500)}`)],
  ['reference-depth', 'a folder of references', at(`${root}/references/more/deep.md`)],
  ['broken-link', 'a link of SKILL.md', skill(`${head()}Open [this](references/other.md).`)],
  ['broken-link', 'a path in code', skill(`${head()}Run \`node scripts/run.mjs --help\`.`)],
  ['broken-link', 'a link of a reference', at(`${root}/references/more.md`, 'See `assets/none.json`.')],
];

function manyFiles(count: number): PackedFile[] {
  return Array.from({ length: count }, (_, index) => textFile(`${root}/assets/${index}.txt`, ''));
}

describe('skillProblems', () => {
  it('finds nothing in a sound skill', () => {
    expect(skillProblems(skill())).toEqual([]);
    expect(skillProblems(skill(undefined, manyFiles(97)))).toEqual([]);
    const quoted = head({ description: '"Counts: seats."', metadata: '\n  version: 1.0.0' });
    expect(skillProblems(skill(quoted.replace('metadata: \n', 'metadata:\n')))).toEqual([]);
  });

  it.each(broken)('names %s: %s', (rule, _what, files) => {
    expect(skillProblems(files).map((problem) => problem.rule)).toContain(rule);
  });

  it('names every link that leads nowhere, and no other word with a slash', () => {
    const text = `${head()}Read/write, my-assets/x.md, https://example.com/assets/y.js and assets/z.json.`;
    expect(skillProblems(skill(text)).map(({ message }) => message)).toEqual([
      'It names assets/z.json, which is not here.',
    ]);
  });
});
