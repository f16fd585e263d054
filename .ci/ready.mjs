/**
 * Makes a checkout ready for what npm runs next: to build and run the product; with --browser, also to test it.
 */
import { provideBrowser } from './browser.mjs';
import { makeReady } from './checkout.mjs';

const tests = process.argv.includes('--browser');
await makeReady({ tests });
if (tests) await provideBrowser();
