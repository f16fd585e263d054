import * as z from 'zod/mini';
import { inboxOf } from '../../analysis/analyze.ts';
import { totalsFields, type Analysis } from '../../analysis/contract.ts';
import { briefMarkdown, briefOf, decisionToTake, plainText, type Sentence } from '../../report/texts.ts';
import { amountOf, maybeAmountSchema, type CitedAmount } from '../base/amount.ts';
import { defineTool } from '../base/engine-tool.ts';
import { closingLines, dataName } from '../base/frame.ts';

/** A decision in few words; `list_decisions` gives all of them. */
const decisionSchema = z.object({
  id: z.string(),
  app: z.string(),
  by: z.nullable(z.string()),
  advice: z.string(),
  saving: maybeAmountSchema,
});

/** More than these are in `list_decisions`. */
const MOST = 10;

export const overviewTool = defineTool({
  name: 'saas_overview',
  title: 'SaaS overview',
  description:
    'The whole portfolio on one page, computed: baseline, what leaves the bill, cost avoidance, what to decide by when, ' +
    'what is not known. Start here for "one page for the CFO", "where do we stand", "how much can we save".',
  input: z.strictObject({}),
  content: {
    headline: z.string(),
    totals: z.record(z.string(), maybeAmountSchema),
    counts: z.record(z.string(), z.number()),
    decisions: z.object({ total: z.number(), first: z.array(decisionSchema) }),
    unknown: z.array(z.object({ what: z.string(), remedy: z.string() })),
  },
  answer(held) {
    const { analysis } = held;
    const brief = briefOf(analysis);
    const say = (sentence: Sentence): string => plainText(sentence, analysis.currency);
    const items = inboxOf(analysis);
    return {
      ok: true,
      text: [briefMarkdown(brief, 'cited'), ...closingLines(held).slice(0, 1), ''].join('\n'),
      content: {
        headline: say(brief.headline),
        totals: totalAmounts(analysis),
        counts: totalCounts(analysis),
        decisions: {
          total: items.length,
          first: items.slice(0, MOST).map((item) => {
            const { id, lastSafeDate, sentence } = decisionToTake(item, analysis);
            return {
              id,
              app: dataName(item.name),
              by: lastSafeDate,
              advice: say(sentence),
              saving: amountOf(item.hardAnnual, item.savingFact, analysis.currency),
            };
          }),
        },
        unknown: brief.unknowns.map(({ what, remedy }) => ({ what: say(what), remedy: say(remedy) })),
      },
    };
  },
});

/** Every amount of the totals under its name; those of a record in it as `byEffect/now`. */
export function totalAmounts({ totals, currency }: Analysis): Record<string, CitedAmount | null> {
  const found: Record<string, CitedAmount | null> = {};
  for (const [name, field] of Object.entries(totalsFields)) {
    const value: unknown = Reflect.get(totals, name);
    if (field.kind === 'money') found[name] = amountOf(minorIn(value), `totals/${name}`, currency);
    if (field.kind !== 'record' || typeof value !== 'object' || value === null) continue;
    for (const [part, minor] of Object.entries(value)) {
      found[`${name}/${part}`] = amountOf(minorIn(minor), `totals/${name}/${part}`, currency);
    }
  }
  return found;
}

function totalCounts({ totals }: Analysis): Record<string, number> {
  return Object.fromEntries(
    Object.entries(totals).filter((entry): entry is [string, number] => {
      const [name, value] = entry;
      const field = Object.entries(totalsFields).find(([one]) => one === name)?.[1];
      return field?.kind === 'count' && typeof value === 'number';
    }),
  );
}

function minorIn(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
