/**
 * Every fault in one host, provoked by its sentinel in the address: the right sentence and action, the
 * rest of the page alive, no wrong total. Open the preview with the same `?fault=` to see one. Each host
 * has a test file of its own, so that two workers share the work; the clock is the test's, so that nobody
 * waits for a page that waits before it tries again.
 */
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { actionSentence, explain, type FailureKind } from '../../skill/torii/base/failure.ts';
import { launchChromium } from './chromium.ts';
import { setStage, type HostLabel } from './preview.ts';
import type { Watch } from './watch.ts';

/** A page under one fault, in whatever host. */
export interface FaultOpened {
  readonly page: Page;
  readonly frame: Frame;
  readonly seen: Watch;
  /** Whether the page and its host have found each other. */
  readonly hasMet: () => boolean;
  /** Lets time pass for the page. */
  readonly pass: (ms: number) => Promise<void>;
  /** Takes the sign-in away; absent where a fault does. */
  readonly loseSignIn?: () => Promise<void>;
}

export interface FaultStage {
  open(browser: Browser, fault?: string): Promise<FaultOpened>;
  close(): Promise<void>;
}

export interface FaultRig {
  readonly name: string;
  /** Claude's own hosts, with their grants and policies. */
  readonly isClaude: boolean;
  readonly set: () => Promise<FaultStage>;
}

/** What takes the list of apps leaves nothing to show but the sentence and what to do. */
const wholePage: Readonly<Record<string, readonly FailureKind[]>> = {
  '401': ['needs-sign-in'],
  '403': ['denied'],
  '404': ['not-torii'],
  'list_apps:429': ['rate-limited'],
  'list_apps:429-bare': ['rate-limited'],
  '500': ['unavailable'],
  '502': ['unavailable'],
  html: ['not-torii', 'unavailable'],
  drop: ['unavailable', 'host-fault'],
  iserror: ['unavailable'],
  'error-text-401': ['needs-sign-in'],
  'error-text-500': ['unavailable'],
  'html-text': ['unavailable'],
  'list_apps:truncated': ['truncated'],
  'list_apps:missing': ['not-torii'],
  'not-torii': ['not-torii'],
  reject: ['host-fault', 'unavailable'],
  undefined: ['host-fault', 'unavailable'],
};

/** The preview's own bridge has no grant list and no policy; these faults are of Claude's hosts. */
const ofClaude: Readonly<Record<string, readonly FailureKind[]>> = {
  ungranted: ['not-granted', 'not-connected', 'other-name'],
  policy: ['blocked'],
  disabled: ['blocked'],
  approval: ['approval-required'],
  renamed: ['not-connected', 'other-name'],
  'list_apps:rate': ['rate-limited'],
};

/** One source hurt: the sentence about it, and everything else alive. */
const oneSource: Readonly<Record<string, RegExp>> = {
  'list_contracts:iserror-403': /Contracts could not be read: the Torii role.*Ask the administrator/s,
  'list_contracts:500': /Contracts could not be read: Torii cannot be reached.*Refresh to try again/s,
  'list_contracts:truncated': /Contracts could not be read: the answer stops in the middle/,
  'list_contracts:missing':
    /Contracts could not be read: (this Torii server does not offer the tool|this page was published without)/i,
  'list_apps:wrong-total': /partial/,
  'list_apps:wrong-types': /A check on these figures does not hold|partial/,
};

/** Faults that the reader sees through: the figures are those of a faultless reading. */
const harmless = [
  'list_apps:duplicates',
  'list_contracts:repeated-cursor',
  'list_contracts:endless-cursor',
  'list_contracts:refuse-owner',
  'list_apps:429@1',
] as const;

async function main({ frame }: FaultOpened): Promise<string> {
  return frame.getByRole('main').innerText();
}

/** Time that passes for the page at each look; a call's own deadline is sixty looks away, or more. */
const LOOK_MS = 1_000;
/** Real time for the page and its host to find each other, which has a deadline of its own. */
const MEETING_MS = 3_000;

/** Looks at the page until it is as it should be, while its time runs ten times as fast. */
async function look(opened: FaultOpened, holds: () => Promise<boolean>): Promise<void> {
  const begin = Date.now();
  while (!(await holds()) && Date.now() < begin + 30_000) {
    if (opened.hasMet() || Date.now() > begin + MEETING_MS) await opened.pass(LOOK_MS);
    await opened.page.waitForTimeout(LOOK_MS / 10);
  }
}

/** Looks until the text of the page is as it should be. */
async function until(opened: FaultOpened, holds: (text: string) => boolean): Promise<string> {
  await look(opened, async () => holds(await main(opened)));
  return main(opened);
}

/** Looks until the page has finished reading. */
async function finished(opened: FaultOpened): Promise<void> {
  const refresh = opened.frame.getByRole('button', { name: 'Refresh' });
  await look(opened, () => refresh.isVisible());
  await refresh.waitFor({ timeout: 10_000 });
}

/** Declares the tests of one host of the preview. */
export function testFaults(host: HostLabel): void {
  declareFaults({
    name: host,
    isClaude: host !== 'sandboxed page',
    async set() {
      const stage = await setStage();
      return {
        close: () => stage.close(),
        async open(browser, fault) {
          const options = { clock: true, ...(fault !== undefined && { fault }) };
          const opened = await stage.open(browser, host, options);
          return {
            ...opened,
            hasMet: () => opened.seen.requests.some((url) => url.includes('/mcp')),
            pass: (ms) => opened.page.clock.runFor(ms),
          };
        },
      };
    },
  });
}

export function declareFaults({ name: host, isClaude, set }: FaultRig): void {
  let browser: Browser;
  let stage: FaultStage;
  beforeAll(async () => {
    [stage, browser] = await Promise.all([set(), launchChromium()]);
  });
  afterAll(async () => {
    await stage.close();
    await browser.close();
  });
  const open = (fault?: string): Promise<FaultOpened> => stage.open(browser, fault);

  /** The first line of a finished page. */
  const headline = async (fault?: string): Promise<string> => {
    const opened = await open(fault);
    await finished(opened);
    const text = await opened.frame.locator('.headline').innerText();
    await opened.page.context().close();
    return text;
  };

  describe(`the page in the ${host}`, () => {
    const lost = { ...wholePage, ...(isClaude ? ofClaude : {}) };

    it.concurrent.for(Object.entries(lost))(
      '%s ends in its sentence and its action',
      async ([fault, kinds], { expect }) => {
        const opened = await open(fault);
        const sentences = kinds.map((kind) => explain(kind).sentence);
        const isSaid = (text: string): boolean => sentences.some((sentence) => text.includes(sentence));
        const text = await until(opened, isSaid);
        expect(text).toSatisfy(isSaid);
        const actions = kinds.map((kind) => actionSentence(explain(kind).action)).filter(Boolean);
        expect(actions.length === 0 || actions.some((action) => text.includes(action)), text).toBe(true);
        expect(text).not.toMatch(/\$0\b/);
        expect(opened.seen.violations).toEqual([]);
        await opened.page.context().close();
      },
    );

    it.concurrent.for(Object.entries(oneSource))(
      '%s costs its own section only',
      async ([fault, sentence], { expect }) => {
        const opened = await open(fault);
        await finished(opened);
        expect(await main(opened)).toMatch(sentence);
        await opened.frame.getByText('Annual baseline').waitFor();
        await opened.frame.getByRole('link', { name: 'Spend', exact: true }).click();
        await opened.frame.getByRole('heading', { name: /spend/i }).first().waitFor();
        await opened.page.context().close();
      },
    );

    it.concurrent('a call that never settles ends at its deadline', async ({ expect }) => {
      const opened = await open('list_apps:never');
      await opened.frame.getByText('Reading from Torii').first().waitFor();
      await expect
        .poll(
          async () => {
            await opened.pass(20_000);
            return main(opened);
          },
          { timeout: 30_000, interval: 200 },
        )
        .toContain(explain('timed-out').sentence);
      await opened.page.context().close();
    });

    it.concurrent('a sign-in lost in the middle takes down what was shown', async ({ expect }) => {
      const opened = await open();
      const lost = opened.loseSignIn === undefined ? await open('*:401@4+') : opened;
      if (opened.loseSignIn !== undefined) {
        await opened.frame.getByText('Annual baseline').waitFor();
        await opened.loseSignIn();
      }
      const { sentence } = explain('needs-sign-in');
      const text = await until(lost, (said) => said.includes(sentence));
      expect(text).toContain(sentence);
      expect(text).not.toContain('Annual baseline');
      await Promise.all([...new Set([lost, opened])].map(({ page }) => page.context().close()));
    });

    it.concurrent('says that an empty tenant is empty, and shows no zero', async ({ expect }) => {
      const opened = await open('empty');
      const sentence = 'lists no apps for this account';
      const text = await until(opened, (said) => said.includes(sentence));
      expect(text).toContain(sentence);
      expect(text).not.toMatch(/\$0\b/);
      await opened.page.context().close();
    });

    it.concurrent('sees through what does no harm', async ({ expect }) => {
      const whole = await headline();
      expect(whole).toContain('can leave the bill today');
      const others = await Promise.all(harmless.map((fault) => headline(fault)));
      expect(others).toEqual(harmless.map(() => whole));
    });
  });
}
