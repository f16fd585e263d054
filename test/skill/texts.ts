/** The texts that an installed skill consists of, under their names in the package. */
import { readdirSync, readFileSync } from 'node:fs';

export interface SkillText {
  /** As packaged: `SKILL.md`, `references/…`. */
  readonly path: string;
  readonly text: string;
}

export const skillText: SkillText = { path: 'SKILL.md', text: readFileSync('SKILL.md', 'utf8') };

export const references: readonly SkillText[] = readdirSync('skill/references')
  .toSorted()
  .map((name) => ({
    path: `references/${name}`,
    text: readFileSync(`skill/references/${name}`, 'utf8'),
  }));

export const texts: readonly SkillText[] = [skillText, ...references];

/** What is between the lines of three hyphens. */
export const frontmatter: string = /^---\n([\s\S]*?)\n---\n/.exec(skillText.text)?.[1] ?? '';

export const body: string = skillText.text.slice(frontmatter.length + '---\n---\n'.length + 1);
