/**
 * Checks a skill against the specification's rules and those of the places it is uploaded to, before
 * anything is zipped. In: every file of the archive. Out: what is wrong, each with the rule's name;
 * nothing is thrown.
 */
import { archiveProblems } from './archive-problems.ts';
import { readFrontmatter, type Fields } from './frontmatter.ts';
import type { PackageProblem, PackageRule } from './package-problem.ts';
import type { PackedFile } from '../../surfaces/packed-files.ts';
import { linkProblems } from './skill-links.ts';

const keys = ['name', 'description', 'license', 'compatibility', 'metadata', 'allowed-tools'];
/** Uploads to claude.ai take no longer description; the specification itself would allow 1,024. */
const DESCRIPTION = 200;
const COMPATIBILITY = 500;
const NAME = 64;
/** A body must be shorter than this. */
const BODY_LINES = 500;

export function skillProblems(files: readonly PackedFile[]): PackageProblem[] {
  const roots = [...new Set(files.map(({ path }) => path.split('/')[0] ?? ''))];
  const [root = ''] = roots;
  const text = textAt(`${root}/SKILL.md`, files);
  return [
    ...archiveProblems(files),
    ...problemIf(
      roots.length !== 1,
      'one-root',
      '',
      `The archive has ${roots.length} roots, not one folder.`,
    ),
    ...problemIf(text === null, 'skill-file', `${root}/SKILL.md`, 'The folder holds no SKILL.md.'),
    ...(text === null ? [] : textProblems(text, root)),
    ...files.flatMap(({ path }) => depthProblems(path)),
    ...linkProblems(files, root),
  ];
}

function textProblems(text: string, root: string): PackageProblem[] {
  const path = `${root}/SKILL.md`;
  const read = readFrontmatter(text);
  if (!read.ok) return [{ rule: 'frontmatter', path, message: read.sentence }];
  const lines = read.body.trimEnd().split('\n').length;
  return [
    ...keyProblems(read.fields, path),
    ...nameProblems(read.fields.get('name') ?? '', root, path),
    ...descriptionProblems(read.fields.get('description') ?? '', path),
    ...problemIf(
      (read.fields.get('compatibility') ?? '').length > COMPATIBILITY,
      'compatibility',
      path,
      `It has more than ${COMPATIBILITY} characters.`,
    ),
    ...problemIf(
      lines >= BODY_LINES,
      'body',
      path,
      `${lines} lines; fewer than ${BODY_LINES} are read whole.`,
    ),
  ];
}

function keyProblems(fields: Fields, path: string): PackageProblem[] {
  return [...fields.keys()]
    .map((key) => key.split('.')[0] ?? '')
    .filter((key) => !keys.includes(key))
    .map((key) => ({ rule: 'frontmatter', path, message: `"${key}" is not a key of a skill.` }));
}

function nameProblems(name: string, root: string, path: string): PackageProblem[] {
  return [
    ...problemIf(!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name), 'name', path, `"${name}" is not in kebab-case.`),
    ...problemIf(name.length > NAME, 'name', path, `The name has more than ${NAME} characters.`),
    ...problemIf(/claude|anthropic/.test(name), 'name', path, 'The name uses a reserved word.'),
    ...problemIf(name !== root, 'name', path, `The name is "${name}", its folder "${root}".`),
  ];
}

function descriptionProblems(text: string, path: string): PackageProblem[] {
  return [
    ...problemIf(text === '', 'description', path, 'There is none.'),
    ...problemIf(
      text.length > DESCRIPTION,
      'description',
      path,
      `${text.length} characters, over ${DESCRIPTION}.`,
    ),
    ...problemIf(/[<>]/.test(text), 'description', path, 'It holds < or >.'),
  ];
}

/** Claude opens what SKILL.md names, and does not follow folders within folders. */
function depthProblems(path: string): PackageProblem[] {
  const [, folder, ...rest] = path.split('/');
  const deep = folder === 'references' && rest.length > 1;
  return problemIf(deep, 'reference-depth', path, 'References lie one level deep.');
}

function problemIf(broken: boolean, rule: PackageRule, path: string, message: string): PackageProblem[] {
  return broken ? [{ rule, path, message }] : [];
}

function textAt(path: string, files: readonly PackedFile[]): string | null {
  const found = files.find((file) => file.path === path);
  return found === undefined ? null : new TextDecoder().decode(found.bytes);
}
