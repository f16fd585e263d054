import * as z from 'zod/mini';
import { inboxOf } from '../../analysis/analyze.ts';
import { decisionToTake, headlineOf, nameMarkdown, noneToTake, plainText } from '../../report/texts.ts';
import { appNamed, appReference } from '../base/app-named.ts';
import { cited } from '../base/amount.ts';
import { defineTool } from '../base/engine-tool.ts';
import { framedText } from '../base/frame.ts';
import { totalAmounts } from './overview.ts';
import { maybeAmountSchema } from '../base/amount.ts';

/** Of this week; a week with more says so. */
const MOST = 8;

const places = [
  'decide',
  'inbox',
  'renewals',
  'review',
  'over-time',
  'spend',
  'spend-apps',
  'spend-licenses',
  'spend-overlap',
  'plan',
  'data',
] as const;

const word = z.string().check(z.minLength(1), z.maxLength(120));

/** Criteria of the lists, under the names that they have in an address of the page. */
const filterSchema = z.strictObject({
  q: z.optional(word).check(z.describe('Part of a name')),
  value: z
    .optional(z.number().check(z.int(), z.gte(0)))
    .check(z.describe('At least this much a year, major units')),
  period: z.optional(word).check(z.describe('2027Q1, 2027-03, or 2027-01-15..2027-04-30')),
  renews: z.optional(z.enum(['yes', 'no', 'unknown'])),
  state: z.optional(word),
  category: z.optional(word),
  vendor: z.optional(word),
  ai: z.optional(z.literal('yes')),
});

const input = z.strictObject({
  place: z.optional(z.enum(places)).check(z.describe('Where it opens; left out: where things stand')),
  filter: z.optional(filterSchema).check(z.describe('For inbox, renewals, review and spend-apps')),
  app: z.optional(appReference).check(z.describe('Opens the panel of this app, by id or name')),
  fact: z.optional(word).check(z.describe('Opens how this figure came about')),
  slice: z.optional(word).check(z.describe('A slice of the Organizational View')),
});

type Asked = z.output<typeof input>;

export const dashboardTool = defineTool({
  name: 'open_dashboard',
  title: 'Open the dashboard',
  description:
    'Shows the live dashboard where the client can render it, and always says in text where things stand and what ' +
    'is to be decided this week. For "open the dashboard" and "show me the dashboard"; with a place and a filter for ' +
    '"show me the renewals of the first quarter over $20k".',
  input,
  content: {
    address: z.string().check(z.describe('Where the dashboard opens')),
    headline: z.string(),
    week: z.array(z.object({ id: z.string(), advice: z.string() })),
    totals: z.record(z.string(), maybeAmountSchema),
  },
  answer(held, asked) {
    const { analysis } = held;
    const { currency } = analysis;
    const app = asked.app === undefined ? null : appNamed(analysis, asked.app);
    if (app !== null && !app.ok) return app;
    const week = inboxOf(analysis).filter(({ step }) => step === 'week');
    const taken = week
      .slice(0, MOST)
      .map((item) => ({ item, sentence: decisionToTake(item, analysis).sentence }));
    return {
      ok: true,
      text: framedText('SaaS rationalization dashboard', held, [
        cited(headlineOf(analysis), currency),
        '',
        ...(asked.place === undefined
          ? []
          : [`The dashboard opens at ${asked.place}, as it was asked for.`, '']),
        '## This week',
        '',
        ...(taken.length === 0 ? [cited(noneToTake(analysis, ' this week'), currency)] : []),
        ...taken.map(
          ({ item, sentence }) => `- **${nameMarkdown(item.name)}**, ${cited(sentence, currency)}`,
        ),
        ...(week.length > taken.length
          ? [`- ${week.length - taken.length} more this week: list_decisions.`]
          : []),
        '',
        'Next: `list_decisions` for the month, `app_brief` for one app, `explain_figure` for any figure. Where no ' +
          'dashboard is shown above, this client does not render it; the tools answer everything in text.',
        '',
      ]),
      content: {
        address: addressOf(asked, app?.app.id ?? null),
        headline: plainText(headlineOf(analysis), currency),
        week: taken.map(({ item, sentence }) => ({ id: item.id, advice: plainText(sentence, currency) })),
        totals: totalAmounts(analysis),
      },
    };
  },
});

/** As people write addresses of the page: `renewals?value=20000&period=2027Q1`. */
function addressOf({ place = 'decide', filter = {}, fact, slice }: Asked, app: number | null): string {
  const stated = Object.entries({ ...filter, view: slice, app, fact }).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, String(value)] as [string, string]],
  );
  return stated.length === 0 ? place : `${place}?${new URLSearchParams(stated).toString()}`;
}
