/** The packages of this checkout, and the skill as somebody unzips it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { command } from './command.ts';
import { folder } from './served.ts';

export const skillName = 'saas-rationalization-dashboard';

export type Contents = Readonly<Record<string, Uint8Array>>;

export async function contents(path: string): Promise<Contents> {
  return unzipSync(await readFile(path));
}

/** The packages of this checkout in a folder of their own. */
export async function packed(...args: readonly string[]): Promise<string> {
  const out = await folder();
  const { code, err } = await command('pack', '--out', out, ...args);
  if (code !== 0) throw new Error(err);
  return out;
}

/** An installed skill, far from any node_modules. */
export async function installed(zip: string): Promise<string> {
  const root = await folder();
  for (const [path, bytes] of Object.entries(await contents(zip))) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), bytes);
  }
  return join(root, skillName);
}
