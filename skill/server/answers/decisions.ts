import * as z from 'zod/mini';
import { inboxOf, type InboxItem, type Step } from '../../analysis/analyze.ts';
import type { Analysis } from '../../analysis/contract.ts';
import { decimal, minorOf } from '../../analysis/units.ts';
import { decisionToTake, nameMarkdown, noneToTake, plainText } from '../../report/texts.ts';
import { amountOf, cited, maybeAmountSchema } from '../base/amount.ts';
import { appNamed, appReference } from '../base/app-named.ts';
import { defineTool } from '../base/engine-tool.ts';
import { dataName, framedText } from '../base/frame.ts';

const steps = ['week', 'month', 'quarter', 'later', 'any'] as const satisfies readonly Step[];

const input = z.strictObject({
  steps: z
    .optional(z.array(z.enum(steps)).check(z.minLength(1)))
    .check(
      z.describe(
        'By last safe date: week, month (8 to 30 days), quarter (31 to 90), later, any (can start any day). This month: week and month',
      ),
    ),
  app: z.optional(appReference),
  minSaving: z.optional(z.union([z.number(), z.string()])).check(z.describe('A year, in major units')),
  confidence: z.optional(z.array(z.enum(['high', 'medium', 'low']))),
  limit: z._default(z.number().check(z.int(), z.gte(1), z.lte(100)), 20),
  offset: z._default(z.number().check(z.int(), z.gte(0)), 0),
});

type Asked = z.output<typeof input>;

const decisionRow = z.object({
  id: z.string(),
  appId: z.nullable(z.number()),
  contractId: z.nullable(z.number()),
  app: z.string(),
  step: z.enum(steps),
  by: z.nullable(z.string()).check(z.describe('Last safe date')),
  saving: maybeAmountSchema,
  contractValue: maybeAmountSchema,
  confidence: z.nullable(z.string()),
  advice: z.string(),
});

export const decisionsTool = defineTool({
  name: 'list_decisions',
  title: 'Decisions to take',
  description:
    'What a person has to decide, ranked by last safe date and money, each with what to consider and what ' +
    'missing it costs. For "what must I decide this month" ({"steps":["week","month"]}) and "what can wait" ' +
    '({"steps":["quarter","later","any"]}). Advice, never an instruction.',
  input,
  content: {
    total: z.number(),
    savingTotal: z.string().check(z.describe('What all of them save a year; decimal text')),
    rows: z.array(decisionRow),
    nextOffset: z.nullable(z.number()),
  },
  answer(held, asked) {
    const { analysis } = held;
    const filter = filterOf(asked, analysis);
    if (!filter.ok) return filter;
    const items = inboxOf(analysis).filter(filter.keeps);
    const { offset } = asked;
    const page = pageOf(items, asked, analysis);
    const end = offset + page.length;
    const saving = items.reduce((sum, { hardAnnual }) => sum + (hardAnnual ?? 0), 0);
    return {
      ok: true,
      text: framedText('Decisions to take', held, [
        items.length === 0
          ? cited(noneToTake(analysis), analysis.currency)
          : sumLine(items, asked, saving, analysis),
        '',
        ...page.map(({ line }, index) => `${offset + index + 1}. ${line}`),
        ...(end < items.length ? ['', `${items.length - end} more: go on with offset ${end}.`] : []),
        '',
      ]),
      content: {
        total: items.length,
        savingTotal: decimal(saving, analysis.currency),
        rows: page.map(({ row }) => row),
        nextOffset: end < items.length ? end : null,
      },
    };
  },
});

type Filter =
  | { readonly ok: true; readonly keeps: (item: InboxItem) => boolean }
  | { readonly ok: false; readonly text: string };

function filterOf({ app, steps: wanted, minSaving, confidence }: Asked, analysis: Analysis): Filter {
  const named = app === undefined ? null : appNamed(analysis, app);
  if (named !== null && !named.ok) return named;
  const least = minSaving === undefined ? null : minorOf(String(minSaving), analysis.currency);
  if (minSaving !== undefined && least === null) {
    return { ok: false, text: `minSaving must be an amount in ${analysis.currency}, such as 20000.` };
  }
  return {
    ok: true,
    keeps: (item) =>
      (wanted === undefined || wanted.includes(item.step)) &&
      (named === null || item.appId === named.app.id) &&
      (least === null || (item.hardAnnual ?? -1) >= least) &&
      (confidence === undefined || confidence.some((one) => one === item.confidence)),
  };
}

/** Groups of the ranking that have a fact of their own. */
const stepFacts: readonly (readonly [string, readonly Step[]])[] = [
  ['all', steps],
  ['soon', ['week', 'month']],
  ['ahead', ['quarter', 'later']],
  ...steps.map((step): [string, readonly Step[]] => [step, [step]]),
];

function sumLine(
  items: readonly InboxItem[],
  { steps: wanted = [...steps], app, minSaving, confidence }: Asked,
  saving: number,
  { currency }: Analysis,
): string {
  const isStepsAlone = app === undefined && minSaving === undefined && confidence === undefined;
  const group = stepFacts.find(
    ([, own]) => own.length === new Set(wanted).size && own.every((step) => wanted.includes(step)),
  );
  const count = items.length === 1 ? 'One decision' : `${items.length} decisions`;
  if (saving === 0) return `${count}.`;
  const worth =
    isStepsAlone && group !== undefined
      ? cited([{ money: saving, fact: `due/${group[0]}/savingAnnual` }], currency)
      : `${currency} ${decimal(saving, currency)}`;
  return `${count}, which save ${worth} a year.`;
}

/** Signs of the rows of one answer. */
const MOST_SIGNS = 45_000;

function pageOf(items: readonly InboxItem[], { offset, limit }: Asked, analysis: Analysis) {
  const { currency } = analysis;
  const page: { readonly row: z.infer<typeof decisionRow>; readonly line: string }[] = [];
  let signs = 0;
  for (const item of items.slice(offset, offset + limit)) {
    const { sentence, source } = decisionToTake(item, analysis);
    const accepted = source === 'person' ? ' Accepted by a person.' : '';
    const line = `**${nameMarkdown(item.name)}**, ${cited(sentence, currency)}${accepted}`;
    const row = rowOf(item, plainText(sentence, currency), currency);
    signs += Math.max(line.length, JSON.stringify(row).length);
    if (signs > MOST_SIGNS && page.length > 0) break;
    page.push({ row, line });
  }
  return page;
}

function rowOf(item: InboxItem, advice: string, currency: string): z.infer<typeof decisionRow> {
  const { id, appId, contractId, name, step, lastSafeDate, hardAnnual, savingFact, annualValue } = item;
  return {
    id,
    appId,
    contractId,
    app: dataName(name),
    step,
    by: lastSafeDate,
    saving: amountOf(hardAnnual, savingFact, currency),
    contractValue: amountOf(
      annualValue,
      contractId === null ? null : `renewal/${contractId}/annualValue`,
      currency,
    ),
    confidence: item.confidence,
    advice,
  };
}
