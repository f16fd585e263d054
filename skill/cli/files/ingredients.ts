/** Reads what packages are made of from where this product lies: a checkout, an npm package or a skill. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackedFile } from '../../surfaces/packed-files.ts';
import type { SkillParts } from '../../package/package.ts';
import { builtFile } from './built-file.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import { layout } from './layout.ts';
import { readText } from './read-json.ts';

/** Pages that a skill carries to be filled; the larger ones on React are for those who publish by hand. */
const templates = ['dashboard.slim.html', 'dashboard.slim.fragment.html', 'react-dashboard-template.jsx'];
/** Files of the build that go into a skill's assets. */
export const builtAssets: readonly string[] = [
  ...templates,
  'demo.html',
  'demo.fragment.html',
  'third-party-notices.txt',
];

export function isTemplate({ path }: PackedFile): boolean {
  return templates.includes(path);
}

export async function readIngredients(): Promise<SkillParts> {
  const { root, references, assets, script } = layout;
  const written = (await filesIn(assets)).filter(({ path }) => isAsset(path));
  const built = await Promise.all(
    builtAssets.map(async (path) => ({ path, bytes: Buffer.from(await builtFile(path)) })),
  );
  return {
    guide: await readText(join(root, 'SKILL.md')),
    license: await readText(join(root, 'LICENSE')),
    references: await filesIn(references),
    assets: [...written, ...built],
    script: await readBytes(script),
  };
}

/** Beside the schemas lies the code that generates them, and in a skill the built files themselves. */
function isAsset(path: string): boolean {
  return !path.endsWith('.ts') && !builtAssets.includes(path);
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
  throw new Stop(ExitCode.ourFault, `${file} is missing. Run "npm run build" once, or install anew.`);
}
