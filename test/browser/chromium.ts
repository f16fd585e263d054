import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../.ci/find-browser.mjs';

/**
 * A real Chromium. The switches keep it from calling home: a test machine may have no network, and
 * nothing here may depend on one.
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
