import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Asset } from './assets.ts';
import { fillTables } from './tables/fill-tables.ts';

/**
 * The texts of the skill with their tables regenerated: SKILL.md and every reference. Names are
 * relative to the folder of the assets. Throws where a marker cannot be filled.
 */
export function textAssets(folder: string): Asset[] {
  const references = readdirSync(join(folder, '../references')).filter((name) => name.endsWith('.md'));
  const files = ['../../SKILL.md', ...references.toSorted().map((name) => `../references/${name}`)];
  return files.map((file) => ({ file, text: filledText(file, readFileSync(join(folder, file), 'utf8')) }));
}

function filledText(file: string, text: string): string {
  const filled = fillTables(text);
  if (filled.ok) return filled.text;
  throw new Error(`${file}: ${filled.problem}`);
}
