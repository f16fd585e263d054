/**
 * Packages installed and everything built, whatever state a checkout is in. Quick when there is nothing to do.
 *
 * The product needs few packages; what only tests and checks need is the workspace `test`, and is installed when
 * they are run.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runStage } from './stage.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = ['package.json', 'vite.config.ts', 'skill', 'artifact', 'mocks'];
const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];

/** @param {{ readonly tests: boolean }} needs */
export async function makeReady({ tests }) {
  requireNode();
  await installPackages(tests);
  if (!isOlder('dist/cli.mjs', sources)) return;
  await runStage('Building', process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--app']);
}

/** @param {boolean} tests */
async function installPackages(tests) {
  const changed = isOlder('node_modules/.package-lock.json', ['package-lock.json']);
  // What was installed before stays installed.
  const all = tests || (existsSync(join(root, 'node_modules')) && isInstalled('test/package.json'));
  const installed = isInstalled('package.json') && (!tests || isInstalled('test/package.json'));
  if (installed && !changed) return;
  const title = all ? 'Installing packages' : 'Installing the packages that the dashboard needs';
  await runStage(title, 'npm', ['ci', ...(all ? [] : ['--workspaces=false']), ...quiet]);
}

/**
 * Whether every package of a manifest is there.
 * @param {string} manifest
 */
function isInstalled(manifest) {
  const { devDependencies } = JSON.parse(readFileSync(join(root, manifest), 'utf8'));
  return Object.keys(devDependencies).every((name) =>
    existsSync(join(root, 'node_modules', name, 'package.json')),
  );
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

/**
 * True when the target is missing or any source was changed after it.
 * @param {string} target
 * @param {readonly string[]} from
 */
function isOlder(target, from) {
  const path = join(root, target);
  if (!existsSync(path)) return true;
  const { mtimeMs } = statSync(path);
  return from.some((source) => newest(join(root, source)) > mtimeMs);
}

/**
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
