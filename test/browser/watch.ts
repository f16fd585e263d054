import type { Page } from 'playwright-core';

export interface Watch {
  /** Address of every request of the page and its frames. */
  readonly requests: string[];
  /** Directive and address of every violation of a content security policy, in any frame. */
  readonly violations: string[];
  /** Uncaught errors and console errors. */
  readonly errors: string[];
}

const MARK = 'content security policy violation:';

/** Watches a page from before its first script. Violations leave no console message of their own kind. */
export async function watch(page: Page): Promise<Watch> {
  const seen: Watch = { requests: [], violations: [], errors: [] };
  page.on('request', (request) => seen.requests.push(request.url()));
  page.on('pageerror', (error) => seen.errors.push(error.message));
  page.on('console', (message) => {
    const text = message.text();
    if (text.startsWith(MARK)) seen.violations.push(text.slice(MARK.length).trim());
    else if (message.type() === 'error') seen.errors.push(text);
  });
  await page.addInitScript((mark) => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.info(`${mark} ${event.violatedDirective} ${event.blockedURI}`);
    });
  }, MARK);
  return seen;
}
