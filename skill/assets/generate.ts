/**
 * Writes the published JSON Schemas and the mapping template from the zod schemas that the code uses.
 *
 *   tsx skill/assets/generate.ts          writes the files
 *   tsx skill/assets/generate.ts --check  fails when a file differs, or when there was nothing to check
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { assets, type Asset } from './assets.ts';

const folder = new URL('./', import.meta.url);

function differs({ file, text }: Asset): boolean {
  const address = new URL(file, folder);
  return !existsSync(address) || readFileSync(address, 'utf8') !== text;
}

function check(files: readonly Asset[]): number {
  const stale = files.filter(differs);
  for (const { file } of stale) console.error(`${file} is not what the schemas give; run the generator.`);
  console.log(`${files.length} assets checked, ${stale.length} stale`);
  return stale.length > 0 || files.length === 0 ? 1 : 0;
}

function write(files: readonly Asset[]): number {
  for (const { file, text } of files) writeFileSync(new URL(file, folder), text);
  console.log(`${files.length} assets written to ${fileURLToPath(folder)}`);
  return files.length === 0 ? 1 : 0;
}

const files = assets();
process.exitCode = process.argv.includes('--check') ? check(files) : write(files);
