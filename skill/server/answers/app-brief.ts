import * as z from 'zod/mini';
import { appBriefMarkdown, appBriefOf, nameMarkdown, plainText, type Sentence } from '../../report/texts.ts';
import { amountOf, maybeAmountSchema } from '../base/amount.ts';
import { appReference, appsNamed, noneText } from '../base/app-named.ts';
import { defineTool } from '../base/engine-tool.ts';
import { closingLines, dataName } from '../base/frame.ts';

const sentences = z.array(z.string());

export const appBriefTool = defineTool({
  name: 'app_brief',
  title: 'Renewal brief of an app',
  description:
    'Everything to decide about one app: cost, seats by use, contracts, what to ask for, when it can be left, the ' +
    'last safe date. For "renewal brief for Zoom" and "how many seats are idle in Salesforce".',
  input: z.strictObject({ app: appReference }),
  content: {
    appId: z.number(),
    name: z.string(),
    cost: maybeAmountSchema,
    costComplete: z.string().check(z.describe('whole, or at-least where money is left out')),
    projected: maybeAmountSchema,
    saving: maybeAmountSchema,
    seats: z.nullable(z.record(z.string(), z.number())),
    lastSafeDate: z.string(),
    ask: sentences,
    walkAway: sentences,
    contracts: sentences,
    usage: sentences,
    others: z
      .array(z.object({ appId: z.number(), name: z.string() }))
      .check(z.describe('Other apps that may have been meant')),
  },
  answer(held, { app: asked }) {
    const { analysis } = held;
    const [app, ...others] = appsNamed(analysis, asked);
    if (app === undefined) return { ok: false, text: noneText(asked, analysis.apps) };
    const brief = appBriefOf(analysis, app.id);
    if (brief === null) return { ok: false, text: `No app ${app.id} is listed.` };
    const { currency } = analysis;
    const say = (sentence: Sentence): string => plainText(sentence, currency);
    return {
      ok: true,
      text: [
        appBriefMarkdown(brief, 'cited'),
        ...otherLines(others),
        ...closingLines(held).slice(0, 1),
        '',
      ].join('\n'),
      content: {
        appId: app.id,
        name: dataName(app.name),
        cost: amountOf(app.costAnnual, `app/${app.id}/costAnnual`, currency),
        costComplete: app.costComplete,
        projected: amountOf(app.projectedAnnual, `app/${app.id}/projectedAnnual`, currency),
        saving: amountOf(app.hardSavingAnnual, `app/${app.id}/hardSavingAnnual`, currency),
        seats: app.seats === null ? null : countsIn(app.seats),
        lastSafeDate: say(brief.lastSafeDate),
        ask: brief.ask.map(say),
        walkAway: brief.walkAway.map(say),
        contracts: brief.contracts.map(say),
        usage: brief.usage.map(say),
        others: others.slice(0, MOST).map(({ id, name }) => ({ appId: id, name: dataName(name) })),
      },
    };
  },
});

/** Others of a like name. */
const MOST = 8;

function otherLines(others: readonly { readonly id: number; readonly name: string }[]): string[] {
  if (others.length === 0) return [];
  const listed = others.slice(0, MOST).map(({ id, name }) => `${nameMarkdown(name)} (${id})`);
  const more = others.length > MOST ? ' and more' : '';
  return [
    `Other apps that may have been meant: ${listed.join(', ')}${more}. Give the id for one of them.`,
    '',
  ];
}

function countsIn(seats: object): Record<string, number> {
  return Object.fromEntries(
    Object.entries(seats).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}
