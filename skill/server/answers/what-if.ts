import * as z from 'zod/mini';
import { analyze } from '../../analysis/analyze.ts';
import type { Analysis, PlanEdit } from '../../analysis/contract.ts';
import { renderMoney } from '../../analysis/facts.ts';
import { decimal } from '../../analysis/units.ts';
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import { analysisConfig } from '../../mapping/portfolio.ts';
import { markdownTable, nameMarkdown, planOf } from '../../report/texts.ts';
import { amountOf, cited, maybeAmountSchema } from '../base/amount.ts';
import { editsInFile, editSchema } from '../base/asked-edits.ts';
import { defineTool } from '../base/engine-tool.ts';
import { dataName, framedText } from '../base/frame.ts';
import type { HeldAnalysis } from '../base/held-analysis.ts';

const policySchema = z.strictObject({
  policy: z.enum(['buffer', 'seats', 'targetUtilisation']),
  percent: z.optional(z.number().check(z.int(), z.gte(0), z.lte(100))),
  seats: z.optional(z.number().check(z.int(), z.gte(0))),
});

const input = z.strictObject({
  edits: z._default(z.array(editSchema).check(z.maxLength(50)), []),
  rightSizing: z
    .optional(policySchema)
    .check(z.describe('How many seats to hold: a 20 % buffer is {"policy":"buffer","percent":20}')),
});

type Asked = z.output<typeof input>;

const comparedSchema = z.object({
  what: z.string(),
  before: maybeAmountSchema,
  after: z.nullable(z.string()),
  change: z.nullable(z.string()),
});

const appSchema = z.object({
  appId: z.number(),
  name: z.string(),
  costAnnual: maybeAmountSchema,
  projectedBefore: z.nullable(z.string()),
  projectedAfter: z.nullable(z.string()),
});

/** Apps of one answer, those with the largest change first. */
const MOST = 40;

export const whatIfTool = defineTool({
  name: 'what_if',
  title: 'What if',
  description:
    'Recomputes the whole plan with edits and shows before and after; nothing is stored anywhere. For "what if we ' +
    'retire X", "replace X by Y", "ask 15 % off at Z", "hold a 20 % buffer".',
  input,
  content: {
    totals: z.array(comparedSchema),
    apps: z.array(appSchema),
    moreApps: z.number(),
    notFollowed: z.array(z.string()).check(z.describe('Edits that could not be followed, and why')),
  },
  answer(held, asked) {
    const edits = editsOf(asked, held);
    if (!edits.ok) return edits;
    const before = held.analysis;
    const after = recomputed(held, edits.edits, asked);
    const totals = compared(before, after);
    const changed = changedApps(before, after);
    const shown = changed.slice(0, MOST);
    const held0 = new Set(before.selfAudit.filter(({ ok }) => !ok).map(({ detail }) => detail));
    const notFollowed = after.selfAudit.flatMap(({ ok, detail }) =>
      ok || held0.has(detail) ? [] : [detail],
    );
    return {
      ok: true,
      text: framedText('What if: before and after', held, [
        'Nothing was stored, and nothing was changed in Torii.',
        '',
        ...totalLines(before, after),
        '',
        ...(changed.length === 0 ? ['No app changes.'] : appLines(shown, before, after)),
        ...(changed.length > shown.length ? ['', `${changed.length - shown.length} more apps change.`] : []),
        ...notFollowed.map((line) => `> Not followed: ${line}`),
        '',
      ]),
      content: {
        totals,
        apps: shown.map((id) => appChange(id, before, after)),
        moreApps: changed.length - shown.length,
        notFollowed,
      },
    };
  },
});

/** For the analysis: by nobody, on its own date. */
function editsOf(
  { edits, rightSizing }: Asked,
  { analysis }: HeldAnalysis,
):
  | { readonly ok: true; readonly edits: readonly PlanEdit[] }
  | { readonly ok: false; readonly text: string } {
  if (edits.length === 0 && rightSizing === undefined) {
    return { ok: false, text: 'Say at least one edit, or another policy for right-sizing.' };
  }
  const read = editsInFile(edits, { by: 'what-if', at: analysis.asOf }, analysis);
  if (!read.ok) return read;
  const plan = planOf({ edits: read.edits, decisions: [] }, analysis.currency);
  if (plan.ok) return { ok: true, edits: plan.edits };
  return { ok: false, text: plan.problems.map(({ message, remedy }) => `${message} ${remedy}`).join('\n') };
}

function recomputed(held: HeldAnalysis, edits: readonly PlanEdit[], { rightSizing }: Asked): Analysis {
  const { portfolio, mapping, analysis, decisions } = held;
  const own = analysisConfig(mapping);
  const config: AnalysisConfig =
    rightSizing === undefined
      ? own
      : {
          ...own,
          rightSizing: {
            ...own.rightSizing,
            policy: rightSizing.policy,
            ...(rightSizing.percent !== undefined && { percent: rightSizing.percent }),
            ...(rightSizing.seats !== undefined && { seats: rightSizing.seats }),
          },
        };
  // The last edit of an app counts, so these go over those that people made.
  const all = [...held.edits, ...edits];
  return analyze(portfolio, config, analysis.asOf, all, undefined, decisions);
}

const figures = [
  ['baselineAnnual', 'baseline a year'],
  ['projectedAnnual', 'projected cost a year'],
  ['hardSavingAnnual', 'hard saving a year'],
  ['avoidanceAnnual', 'cost avoidance a year'],
  ['oneTime', 'one-time cost'],
] as const;

function compared(before: Analysis, after: Analysis): z.infer<typeof comparedSchema>[] {
  const { currency } = before;
  return figures.map(([name, what]) => {
    const [old, now] = [before.totals[name], after.totals[name]];
    return {
      what,
      before: amountOf(old, `totals/${name}`, currency),
      after: now === null ? null : decimal(now, currency),
      change: old === null || now === null ? null : decimal(now - old, currency),
    };
  });
}

function totalLines(before: Analysis, after: Analysis): string[] {
  const { currency } = before;
  const rows = figures.map(([name, what]) => {
    const [old, now] = [before.totals[name], after.totals[name]];
    return [
      what,
      old === null ? 'unknown' : cited([{ money: old, fact: `totals/${name}` }], currency),
      now === null ? 'unknown' : renderMoney(now, currency),
      old === null || now === null ? 'unknown' : renderMoney(now - old, currency),
    ];
  });
  return markdownTable(['figure', 'before', 'after', 'change'], rows, [1, 2, 3]);
}

/** Ids of apps whose projected cost moves, the largest change first. */
function changedApps(before: Analysis, after: Analysis): number[] {
  const old = new Map(before.apps.map(({ id, projectedAnnual }) => [id, projectedAnnual]));
  return after.apps
    .flatMap(({ id, projectedAnnual }) => {
      const was = old.get(id) ?? null;
      return was === projectedAnnual ? [] : [{ id, size: Math.abs((projectedAnnual ?? 0) - (was ?? 0)) }];
    })
    .toSorted((a, b) => b.size - a.size || a.id - b.id)
    .map(({ id }) => id);
}

function appChange(id: number, before: Analysis, after: Analysis): z.infer<typeof appSchema> {
  const [old, now] = [before, after].map(({ apps }) => apps.find((app) => app.id === id));
  const { currency } = before;
  const text = (minor: number | null | undefined): string | null =>
    minor === null || minor === undefined ? null : decimal(minor, currency);
  return {
    appId: id,
    name: dataName(now?.name ?? ''),
    costAnnual: amountOf(old?.costAnnual ?? null, `app/${id}/costAnnual`, currency),
    projectedBefore: text(old?.projectedAnnual),
    projectedAfter: text(now?.projectedAnnual),
  };
}

function appLines(ids: readonly number[], before: Analysis, after: Analysis): string[] {
  const { currency } = before;
  const rows = ids.map((id) => {
    const old = before.apps.find((app) => app.id === id);
    const now = after.apps.find((app) => app.id === id);
    const [was, is] = [old?.projectedAnnual ?? null, now?.projectedAnnual ?? null];
    return [
      `${nameMarkdown(now?.name ?? '')} (${id})`,
      was === null ? 'unknown' : cited([{ money: was, fact: `app/${id}/projectedAnnual` }], currency),
      is === null ? 'unknown' : renderMoney(is, currency),
    ];
  });
  return markdownTable(['app', 'projected before', 'after'], rows, [1, 2]);
}
