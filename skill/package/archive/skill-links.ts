import type { PackageProblem } from './package-problem.ts';
import type { PackedFile } from '../../surfaces/packed-files.ts';

/** A path into the skill, anywhere in a text: in a link, in code or in a sentence. */
const mention = /(?<![\w./-])(?:references|assets|scripts)\/[\w./-]*\w/g;

/** Files that SKILL.md or a reference names and that are not in the skill: each would end in a dead end. */
export function linkProblems(files: readonly PackedFile[], root: string): PackageProblem[] {
  const present = new Set(files.map(({ path }) => path));
  return files
    .filter(({ path }) => isText(path, root))
    .flatMap(({ path, bytes }) => {
      const named = new TextDecoder().decode(bytes).match(mention) ?? [];
      return [...new Set(named)]
        .filter((target) => !present.has(`${root}/${target}`))
        .map((target) => ({
          rule: 'broken-link' as const,
          path,
          message: `It names ${target}, which is not here.`,
        }));
    });
}

function isText(path: string, root: string): boolean {
  return path === `${root}/SKILL.md` || (path.startsWith(`${root}/references/`) && path.endsWith('.md'));
}
