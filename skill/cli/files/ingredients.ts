/** Reads what packages are made of from where this product lies: a checkout, an npm package or a skill. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackedFile } from '../../surfaces/packed-files.ts';
import type { SkillParts } from '../../package/package.ts';
import { pageFiles } from '../../report/pages.ts';
import { builtFile, builtFileIfAny } from './built-file.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import { demoShell } from './demo-page.ts';
import { pageNames } from './page.ts';
import { layout } from './layout.ts';
import { readTextFile } from './read-json.ts';

/** What a person's own things are written into. */
const templates: readonly string[] = [pageNames.shell, pageNames.module];
/** Files of the build that go into a skill's assets. Pages in one file are made of them when asked for. */
export const builtAssets: readonly string[] = [
  ...templates,
  pageFiles.program,
  pageFiles.style,
  pageFiles.demo,
  demoShell,
  'third-party-notices.txt',
];

export function isTemplate({ path }: PackedFile): boolean {
  return templates.includes(path);
}

export async function readIngredients(): Promise<SkillParts> {
  const { root, references, assets, script } = layout;
  const written = (await filesIn(assets)).filter(({ path }) => isAsset(path));
  const built = await Promise.all(
    builtAssets.map(async (path) => ({ path, bytes: Buffer.from(await builtAsset(path)) })),
  );
  return {
    guide: await readTextFile(join(root, 'SKILL.md')),
    license: await readTextFile(join(root, 'LICENSE')),
    references: await filesIn(references),
    assets: [...written, ...built],
    script: await readBytes(script),
  };
}

/** The module travels minified; an installed skill has no other. */
async function builtAsset(name: string): Promise<string> {
  const small = name.endsWith('.jsx') ? await builtFileIfAny(name.replace('.jsx', '.min.jsx')) : null;
  return small ?? builtFile(name);
}

/**
 * Beside the schemas lies the code that generates them; in a skill the built files themselves, and in a
 * personal one what is too large for its page.
 */
function isAsset(path: string): boolean {
  return !path.endsWith('.ts') && !builtAssets.includes(path) && path !== pageFiles.tenant;
}

async function filesIn(folder: string): Promise<PackedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  return Promise.all(
    names.map(async ({ name }) => ({ path: name, bytes: await readBytes(join(folder, name)) })),
  );
}

async function readBytes(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes !== null) return bytes;
  throw new Stop(ExitCode.ourFault, `${file} is missing. Run "npm run build" once, or reinstall.`);
}
