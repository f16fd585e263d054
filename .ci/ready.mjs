/**
 * Makes a checkout ready to run, whatever state it is in: packages installed, everything built and,
 * with --browser, a Chromium found or installed. Quick when there is nothing to do.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './find-browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

if (olderThan('node_modules/.package-lock.json', ['package-lock.json']))
  run('npm', ['ci', '--ignore-scripts']);
if (olderThan('dist/cli.mjs', ['package.json', 'vite.config.ts', 'skill', 'artifact', 'mocks'])) {
  run('npm', ['run', '--silent', 'build']);
}
if (process.argv.includes('--browser')) provideBrowser();

/**
 * True when the target is missing or any source was changed after it.
 * @param {string} target
 * @param {readonly string[]} sources
 */
function olderThan(target, sources) {
  const path = join(root, target);
  if (!existsSync(path)) return true;
  const { mtimeMs } = statSync(path);
  return sources.some((source) => newest(join(root, source)) > mtimeMs);
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

function provideBrowser() {
  if (findBrowser() !== null) return;
  console.error('No Chromium found; installing one.');
  const asRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (asRoot) {
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', 'chromium']);
  } else {
    run('npx', ['playwright-core', 'install', 'chromium']);
  }
  if (findBrowser() === null) stop('Install Chromium or Chrome, or set CHROME_PATH to its executable.');
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) stop(`"${command} ${args.join(' ')}" failed${error ? `: ${error.message}` : ''}.`);
}

/** @param {string} sentence */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
