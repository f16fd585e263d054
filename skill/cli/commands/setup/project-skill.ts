import type { PackedFile } from '../../../surfaces/packed-files.ts';
import { below, skillFiles, skillName } from '../../../package/package.ts';
import { readIngredients } from '../../files/ingredients.ts';

/** The skill where Claude Code looks for the skills of a project. */
export async function projectSkill(): Promise<PackedFile[]> {
  const folder = `.claude/skills/${skillName}`;
  return skillFiles(await readIngredients()).map((file) => below(folder, file));
}
