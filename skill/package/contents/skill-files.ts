/**
 * What an installed skill consists of, in one folder named like the skill.
 *
 * In: the texts, pages and schemas, and the command line in one file. Out: the files of the archive.
 * SKILL.md speaks of `references/`, `assets/` and `scripts/`, so that is where they are put.
 */
import { type PackedFile, textFile } from '../../surfaces/packed-files.ts';

export interface SkillParts {
  /** SKILL.md as it is written. */
  readonly guide: string;
  readonly license: string;
  /** Texts that Claude opens on demand, by file name. */
  readonly references: readonly PackedFile[];
  /** Schemas, templates and pages, by file name. */
  readonly assets: readonly PackedFile[];
  /** The command line in one file. */
  readonly script: Uint8Array;
}

/** The skill's name and that of its folder, which must be equal. */
export const skillName = 'saas-rationalization-dashboard';

/** The files, without the root folder: a plugin puts them elsewhere than an archive of the skill alone. */
export function skillFiles({ guide, license, references, assets, script }: SkillParts): PackedFile[] {
  return [
    textFile('SKILL.md', guide),
    textFile('LICENSE', license),
    ...references.map((file) => below('references', file)),
    ...assets.map((file) => below('assets', file)),
    { path: 'scripts/saas-rationalization.mjs', bytes: script, executable: true },
  ];
}

/** The same file in a folder. */
export function below(folder: string, file: PackedFile): PackedFile {
  return { ...file, path: `${folder}/${file.path}` };
}
