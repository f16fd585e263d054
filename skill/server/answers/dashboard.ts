import * as z from 'zod/mini';
import { inboxOf } from '../../analysis/analyze.ts';
import { decisionToTake, headlineOf, nameMarkdown, noneToTake, plainText } from '../../report/texts.ts';
import { cited } from '../base/amount.ts';
import { defineTool } from '../base/engine-tool.ts';
import { framedText } from '../base/frame.ts';
import { totalAmounts } from './overview.ts';
import { maybeAmountSchema } from '../base/amount.ts';

/** Of this week; a week with more says so. */
const MOST = 8;

export const dashboardTool = defineTool({
  name: 'open_dashboard',
  title: 'Open the dashboard',
  description:
    'Shows the live dashboard where the client can render it, and always says in text where things stand and what ' +
    'is to be decided this week. For "open the dashboard" and "show me the dashboard".',
  input: z.strictObject({}),
  content: {
    headline: z.string(),
    week: z.array(z.object({ id: z.string(), advice: z.string() })),
    totals: z.record(z.string(), maybeAmountSchema),
  },
  answer(held) {
    const { analysis } = held;
    const { currency } = analysis;
    const week = inboxOf(analysis).filter(({ step }) => step === 'week');
    const taken = week
      .slice(0, MOST)
      .map((item) => ({ item, sentence: decisionToTake(item, analysis).sentence }));
    return {
      ok: true,
      text: framedText('SaaS rationalization dashboard', held, [
        cited(headlineOf(analysis), currency),
        '',
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
        headline: plainText(headlineOf(analysis), currency),
        week: taken.map(({ item, sentence }) => ({ id: item.id, advice: plainText(sentence, currency) })),
        totals: totalAmounts(analysis),
      },
    };
  },
});
