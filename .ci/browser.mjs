/**
 * A Chromium for the tests that open pages, found or installed. A package of the system is installed only after a
 * person agreed; --yes, CI=true in the environment, or no terminal to ask on agrees beforehand.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { findBrowser } from './find-browser.mjs';

const ownBrowser = 'Install Chromium or Chrome yourself, or set CHROME_PATH to its executable.';

export async function provideBrowser() {
  if (await hasBrowser()) return;
  const asRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (asRoot) {
    await agree();
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', 'chromium']);
  } else {
    console.error('No Chromium or Chrome was found; downloading one into the folder of Playwright.');
    run('npx', ['playwright-core', 'install', 'chromium']);
  }
  if (!(await hasBrowser())) stop(`The browser cannot be found. ${ownBrowser}`);
}

async function hasBrowser() {
  if (findBrowser() !== null) return true;
  const { chromium } = await import('playwright-core');
  return existsSync(chromium.executablePath());
}

/** Returns when the system may be changed; ends the process otherwise. */
async function agree() {
  if (process.env.CI === 'true' || process.argv.includes('--yes')) return;
  console.error('The browser tests need Chromium or Chrome, and none was found.');
  if (!process.stdin.isTTY) {
    console.error(
      `There is no terminal to ask on, as on a build machine, so apt-get installs it. ${ownBrowser}`,
    );
    return;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question('Install the system package chromium with apt-get now? (y/N) ');
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) stop(`Nothing was installed. ${ownBrowser}`);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(command, args) {
  const { status, error } = spawnSync(command, args, {
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
