/**
 * The reader's work on app users: pages of text in, seats by class out. Runs in Node and in a page.
 *
 * Every page goes the way of the product: envelope, decoding, identity, de-duplication, hash, mapping,
 * and the roll-up of one app's rows once its last page has come.
 */
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { classesOfRows, type UserRules } from '../../skill/analysis/seats/user-rows.ts';
import { noSeats } from '../../skill/analysis/seats/partition.ts';
import { appUserOf } from '../../skill/mapping/apply/app-user.ts';
import type { AppUser } from '../../skill/mapping/base/portfolio.ts';
import type { Clock, ToolBridge } from '../../skill/torii/base/bridge.ts';
import { createBudget } from '../../skill/torii/call/budget.ts';
import { failure } from '../../skill/torii/base/failure.ts';
import { openBridge } from '../../skill/torii/call/open-bridge.ts';
import { readPages } from '../../skill/torii/read/read-pages.ts';

export const ROWS_A_PAGE = 1000;
const PAGES_AN_APP = 10;

/** Results of `list_app_users` as text, page by page, app by app. */
export type Pages = readonly string[];

/** Real rows of the demo tenant, renumbered so that nobody occurs twice in an app. */
export function pagesOf(rows: number): Pages {
  const templates = [...createTenant({ size: 'medium' }).appUsers.values()].flat().slice(0, 5 * ROWS_A_PAGE);
  return Array.from({ length: rows / ROWS_A_PAGE }, (_, page) => {
    const users = Array.from({ length: ROWS_A_PAGE }, (_, index) => {
      const idUser = page * ROWS_A_PAGE + index + 1;
      return { ...templates[idUser % templates.length], idUser };
    });
    const isLast = (page + 1) % PAGES_AN_APP === 0 || (page + 1) * ROWS_A_PAGE === rows;
    const total = Math.min(PAGES_AN_APP * ROWS_A_PAGE, rows);
    return JSON.stringify({
      users,
      count: users.length,
      total,
      nextCursor: isLast ? null : String(page + 1),
    });
  });
}

/** Answers at once; what is measured is everything but the wait for Torii. */
function bridgeTo(pages: Pages, clock: Clock): ToolBridge {
  return openBridge({
    host: 'http',
    clock,
    deadlineMs: 60_000,
    wireNames: () => Promise.resolve([{ name: 'list_apps' }, { name: 'list_app_users' }]),
    raw: (_, { idApp, cursor }) =>
      Promise.resolve({
        content: [{ type: 'text', text: pages[Number(cursor ?? Number(idApp) * PAGES_AN_APP)] }],
      }),
    failureOf: (thrown, tool) => failure('host-fault', tool, String(thrown)),
  });
}

const rules: UserRules = {
  asOf: Date.parse('2026-11-22') / 86_400_000,
  inactiveDays: 90,
  graceDays: 60,
  departed: new Set(),
  present: new Set(),
  exempt: new Set(),
};

const line = {
  name: 'All licenses',
  kind: 'whole',
  purchased: 0,
  classes: noSeats(),
  statedAssigned: null,
  annualCost: null,
  pricePerLicense: null,
} as const;

/** Reads and rolls up every app. @returns seats that were classed, to prove that the work was done */
export async function readAndRollUp(pages: Pages, clock: Clock): Promise<number> {
  const bridge = bridgeTo(pages, clock);
  const budget = createBudget({ atOnce: 2, gapMs: 0, perMinute: 100_000 }, clock);
  let seats = 0;
  for (let idApp = 0; idApp < pages.length / PAGES_AN_APP; idApp += 1) {
    const users: AppUser[] = [];
    const options = { clock, budget, source: 'appUsers' } as const;
    for await (const { rows } of readPages(bridge, 'list_app_users', { idApp }, options)) {
      for (const row of rows) {
        const user = appUserOf(row, idApp);
        if (user !== null) users.push(user);
      }
    }
    const classes = classesOfRows(users, [line], [], rules, true).classes?.[0] ?? noSeats();
    seats += Object.values(classes).reduce((sum, count) => sum + count, 0);
  }
  return seats;
}
