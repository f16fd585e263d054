import * as z from 'zod/mini';
import { addressOf, explainFact, factLabel, factValue, renderFact } from '../../analysis/facts.ts';
import type { Analysis } from '../../analysis/contract.ts';
import { nearest } from '../../mapping/mapping.ts';
import { analysisConfig } from '../../mapping/portfolio.ts';
import { escaped, nameMarkdown } from '../../report/texts.ts';
import { defineTool } from '../base/engine-tool.ts';
import { dataName, framedText } from '../base/frame.ts';
import { fieldNamesOf } from '../query/query-table.ts';
import { totalAmounts } from './overview.ts';

const partSchema = z.object({ fact: z.string(), what: z.string(), value: z.string() });

const sourceSchema = z.object({
  source: z.string(),
  id: z.union([z.string(), z.number()]),
  name: z.nullable(z.string()),
  fields: z.array(z.string()),
});

/** Facts and records beyond these are counted. */
const MOST = 60;

export const explainTool = defineTool({
  name: 'explain_figure',
  title: 'Where a figure comes from',
  description:
    'Formula with values, what it takes for granted, and the records of Torii behind a figure. Takes the fact id ' +
    'given beside every amount of the other answers, such as totals/baselineAnnual, app/11/costAnnual or ' +
    'renewal/204/deadline. Its parts are facts too and can be explained in turn.',
  input: z.strictObject({ fact: z.string().check(z.minLength(1), z.maxLength(400)) }),
  content: {
    fact: z.string(),
    what: z.string(),
    value: z.string(),
    formula: z.string(),
    assumptions: z.array(z.string()),
    from: z.array(partSchema),
    moreFrom: z.number().check(z.describe('Parts that are not listed')),
    sources: z.array(sourceSchema),
    moreSources: z.number(),
  },
  answer(held, { fact: asked }) {
    const { analysis, portfolio, mapping } = held;
    const fact = asked.replace(/^fact:/, '');
    const found = explainFact(analysis, portfolio, analysisConfig(mapping), fact);
    if (found === null) return { ok: false, text: unknownFact(fact, analysis) };
    const from = found.from.slice(0, MOST).map((part) => partOf(part, analysis));
    const sources = found.sources.slice(0, MOST).map(({ source, id, fields }) => ({
      source,
      id,
      name: nameOfRecord(source, id, analysis),
      fields: [...fields],
    }));
    const content = {
      fact,
      what: labelOf(fact),
      value: found.value,
      formula: dataFormula(found.formula),
      assumptions: found.assumptions.map(dataFormula),
      from,
      moreFrom: found.from.length - from.length,
      sources,
      moreSources: found.sources.length - sources.length,
    };
    return { ok: true, text: framedText('Where a figure comes from', held, linesOf(content)), content };
  },
});

interface Explained {
  readonly fact: string;
  readonly what: string;
  readonly value: string;
  readonly formula: string;
  readonly assumptions: readonly string[];
  readonly from: readonly z.infer<typeof partSchema>[];
  readonly moreFrom: number;
  readonly sources: readonly z.infer<typeof sourceSchema>[];
  readonly moreSources: number;
}

function linesOf(content: Explained): string[] {
  const { fact, what, value, formula, assumptions, from, moreFrom, sources, moreSources } = content;
  return [
    `**${escaped(what)}: [${escaped(value)}](fact:${fact})**`,
    '',
    `Formula: ${escaped(formula)}`,
    '',
    ...section('Takes for granted', assumptions.map(escaped)),
    ...section('Made of', [
      ...from.map((part) => `${escaped(part.what)}: [${escaped(part.value)}](fact:${part.fact})`),
      ...(moreFrom === 0 ? [] : [`and ${moreFrom} more`]),
    ]),
    ...section('Records of Torii', [
      ...sources.map(({ source, id, name, fields }) => {
        const called = name === null ? '' : `, ${nameMarkdown(name)}`;
        return `${source} ${id}${called}: ${fields.join(', ')}`;
      }),
      ...(moreSources === 0 ? [] : [`and ${moreSources} more`]),
    ]),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, '', ...lines.map((line) => `- ${line}`), ''];
}

/** Longest formula or assumption; a record's text may be in it. */
const LONGEST = 1500;

function dataFormula(text: string): string {
  const line = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

function partOf(fact: string, analysis: Analysis): z.infer<typeof partSchema> {
  const found = factValue(analysis, fact);
  return { fact, what: labelOf(fact), value: found === null ? 'unknown' : dataFormula(renderFact(found)) };
}

function labelOf(fact: string): string {
  const address = addressOf(fact);
  if (address === null) return fact;
  return [address.record, address.id, factLabel(address)].filter((part) => part !== '').join(' ');
}

function nameOfRecord(source: string, id: number | string, { apps, renewals }: Analysis): string | null {
  const name =
    source === 'apps'
      ? apps.find((app) => app.id === id)?.name
      : renewals.find((renewal) => source === 'contracts' && renewal.contractId === id)?.name;
  return name === undefined ? null : dataName(name);
}

/** What is nearest in the table that was meant. */
function unknownFact(fact: string, analysis: Analysis): string {
  const [record = '', id = '', ...rest] = fact.slice(0, 200).split('/');
  const shown = JSON.stringify(fact.slice(0, 200));
  const table = { app: 'apps', renewal: 'renewals', ledger: 'ledger', finding: 'findings' } as const;
  const wanted = Object.entries(table).find(([name]) => name === record)?.[1];
  if (record === 'totals') {
    const near = nearest([id, ...rest].join('/'), Object.keys(totalAmounts(analysis)));
    return `There is no fact ${shown}.${near === null ? '' : ` Nearest: totals/${near}.`}`;
  }
  if (wanted === undefined) {
    return `There is no fact ${shown}. Facts are given beside every amount of an answer, such as totals/baselineAnnual.`;
  }
  const near = nearest(rest.join('/'), fieldNamesOf(wanted));
  return `There is no fact ${shown}.${near === null ? ' Check the id of the record.' : ` Nearest field: ${record}/${id}/${near}.`}`;
}
