import { editDistance } from '../../mapping/mapping.ts';
import * as z from 'zod/mini';
import type { Analysis } from '../../analysis/contract.ts';
import { renderMoney } from '../../analysis/facts.ts';
import { decimal } from '../../analysis/units.ts';
import { nameMarkdown } from '../../report/texts.ts';
import { foldedText } from '../base/app-named.ts';
import { defineTool } from '../base/engine-tool.ts';
import { dataName, framedText } from '../base/frame.ts';

const kinds = ['app', 'contract', 'vendor', 'category'] as const;

const hitSchema = z.object({
  kind: z.enum(kinds),
  id: z.nullable(z.number()),
  name: z.string(),
  cost: z.nullable(z.object({ amount: z.string(), fact: z.nullable(z.string()) })),
  apps: z.optional(z.number()),
});

type Hit = z.infer<typeof hitSchema>;

interface Candidate {
  readonly hit: Hit;
  readonly folded: string;
  readonly minor: number | null;
}

export const searchTool = defineTool({
  name: 'search_portfolio',
  title: 'Search the portfolio',
  description:
    'Finds apps, contracts, vendors and categories by parts of their names, also misspelt, with id and cost. Use it ' +
    'to learn the id that other tools take.',
  input: z.strictObject({
    text: z.string().check(z.minLength(1), z.maxLength(200)),
    kinds: z.optional(z.array(z.enum(kinds)).check(z.minLength(1))),
    limit: z._default(z.number().check(z.int(), z.gte(1), z.lte(50)), 12),
  }),
  content: { total: z.number(), hits: z.array(hitSchema) },
  answer(held, { text, kinds: wanted = kinds, limit }) {
    const { analysis } = held;
    const all = candidatesIn(analysis).filter(({ hit }) => wanted.includes(hit.kind));
    const found = rank(all, foldedText(text));
    const shown = found.slice(0, limit);
    return {
      ok: true,
      text: framedText('Search', held, [
        ...(shown.length === 0 ? [`Nothing is called ${nameMarkdown(text)} or like it.`] : []),
        ...shown.map(({ hit, minor }) => hitLine(hit, minor, analysis.currency)),
        ...(found.length > shown.length
          ? [`${found.length - shown.length} more; ask for a longer name.`]
          : []),
        '',
      ]),
      content: { total: found.length, hits: shown.map(({ hit }) => hit) },
    };
  },
});

function candidatesIn(analysis: Analysis): Candidate[] {
  const { apps, renewals, currency } = analysis;
  return [
    ...apps.map(({ id, name, costAnnual }) =>
      candidate('app', id, name, costAnnual, `app/${id}/costAnnual`, currency),
    ),
    ...renewals.map(({ contractId, name, annualValue }) =>
      candidate('contract', contractId, name, annualValue, `renewal/${contractId}/annualValue`, currency),
    ),
    ...grouped(analysis, 'vendor'),
    ...grouped(analysis, 'category'),
  ];
}

function candidate(
  kind: Hit['kind'],
  id: number | null,
  name: string,
  minor: number | null,
  fact: string | null,
  currency: string,
): Candidate {
  const cost = minor === null ? null : { amount: decimal(minor, currency), fact };
  return { hit: { kind, id, name: dataName(name), cost }, folded: foldedText(name), minor };
}

/** Vendors and categories by the apps that name them. */
function grouped({ apps, currency }: Analysis, by: 'vendor' | 'category'): Candidate[] {
  const counts = new Map<string, { apps: number; minor: number | null }>();
  for (const app of apps) {
    const value = app[by];
    if (value === null || value === '') continue;
    const before = counts.get(value) ?? { apps: 0, minor: null };
    const minor = app.costAnnual === null ? before.minor : (before.minor ?? 0) + app.costAnnual;
    counts.set(value, { apps: before.apps + 1, minor });
  }
  return [...counts].map(([value, { apps: count, minor }]) => {
    const made = candidate(by, null, value, minor, null, currency);
    return { ...made, hit: { ...made.hit, apps: count } };
  });
}

/** Whole name, its beginning, a word's beginning, any part, and then what is a letter or two away. */
function rank(all: readonly Candidate[], wanted: string): Candidate[] {
  const scored = all
    .map((one) => ({ one, score: scoreOf(one.folded, wanted) }))
    .filter(({ score }) => score > 0);
  const found = scored.length > 0 || wanted.length < 4 ? scored : all.flatMap((one) => almost(one, wanted));
  return found
    .toSorted((a, b) => b.score - a.score || (b.one.minor ?? -1) - (a.one.minor ?? -1))
    .map(({ one }) => one);
}

function scoreOf(name: string, wanted: string): number {
  if (wanted === '') return 0;
  if (name === wanted) return 5;
  if (name.startsWith(wanted)) return 4;
  if (name.includes(` ${wanted}`)) return 3;
  if (name.includes(wanted)) return 2;
  return wanted.split(' ').every((word) => name.includes(word)) ? 1 : 0;
}

function almost(one: Candidate, wanted: string): { one: Candidate; score: number }[] {
  const most = wanted.length > 6 ? 2 : 1;
  const words = [one.folded, ...one.folded.split(' ')];
  const least = Math.min(...words.map((word) => distance(word, wanted, most)));
  return least <= most ? [{ one, score: 1 - least / 10 }] : [];
}

/** Letters to change, or more than `most`, which a difference in length alone may tell. */
function distance(from: string, to: string, most: number): number {
  return Math.abs(from.length - to.length) > most ? most + 1 : editDistance(from, to);
}

function hitLine({ kind, id, name, cost, apps }: Hit, minor: number | null, currency: string): string {
  const where = id === null ? '' : ` ${id}`;
  const count = apps === undefined ? '' : `, ${apps === 1 ? 'one app' : `${apps} apps`}`;
  const text = minor === null ? 'unknown' : renderMoney(minor, currency);
  const money = cost === null || cost.fact === null ? text : `[${text}](fact:${cost.fact})`;
  return `- ${kind}${where} ${nameMarkdown(name)}${count}, cost a year: ${money}`;
}
