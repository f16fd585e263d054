/**
 * Writes the published JSON Schemas and the mapping template from the zod schemas that the code uses,
 * and the tables in SKILL.md and the references from the engine's own constants.
 *
 *   tsx skill/assets/generate.ts          writes the files
 *   tsx skill/assets/generate.ts --check  fails when a file differs, or when there was nothing to check
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assets } from './assets.ts';
import { checkAssets } from './check-assets.ts';
import { textAssets } from './texts.ts';

const folder = fileURLToPath(new URL('./', import.meta.url));
const files = [...assets(), ...textAssets(folder)];

if (!process.argv.includes('--check')) {
  for (const { file, text } of files) writeFileSync(join(folder, file), text);
}

const { ok, checked, stale } = checkAssets(files, folder);
for (const file of stale) console.error(`${file} is not what the code gives; run the generator.`);
console.log(`${checked} assets checked, ${stale.length} stale`);
process.exitCode = ok ? 0 : 1;
