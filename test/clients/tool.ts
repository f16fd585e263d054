/**
 * Software that is not ours, installed on demand for the tests that prove us against it.
 *
 * In: a package of the npm registry and its exact version. Out: a folder whose `node_modules` holds it,
 * kept in node_modules/.cache/clients for the next time. Rejects with what npm said when it cannot be had.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'clients');

/** Hundreds of megabytes on a slow line. */
const INSTALL_MS = 15 * 60_000;

/**
 * The folder of one version, by choice without some of its dependencies; installed beside its place and
 * moved in whole, so that half of one is never used.
 */
export async function tool(
  name: string,
  version: string,
  without: readonly ('optional' | 'peer')[] = [],
): Promise<string> {
  const folder = join(cache, [`${name.replaceAll('/', '+')}@${version}`, ...without].join('-without-'));
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const beside = await mkdtemp(join(cache, 'part-'));
  try {
    await install(beside, `${name}@${version}`, without);
    await moveIn(beside, folder);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
  return folder;
}

async function install(folder: string, what: string, without: readonly string[]): Promise<void> {
  // npm climbs to the next package.json above a folder without one, which would be ours.
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  const omitted = without.map((kind) => `--omit=${kind}`);
  const args = ['install', '--no-audit', '--no-fund', '--no-save', '--no-package-lock', ...omitted, what];
  await run('npm', args, { cwd: folder, timeout: INSTALL_MS, maxBuffer: 64 << 20 });
}

/** Another run may have been quicker: then its folder is the one. */
async function moveIn(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: unknown) => {
    if (!existsSync(to)) throw error;
  });
}
