/**
 * Prose held to its figures: every number in a Markdown text must be a citation,
 * `[$360,000](fact:app/11/costAnnual)`, that is written exactly as its fact is. Dates, list numbers, code
 * and names of apps and contracts are exempt.
 */
import type { Analysis } from '../base/contract.ts';
import { factValue, renderFact, type Fact } from './facts.ts';

export interface NarrativeProblem {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly message: string;
}

/** @param others facts that are not of the analysis, such as those of an earlier one */
export function checkNarrative(
  markdown: string,
  analysis: Analysis,
  others: ReadonlyMap<string, Fact> = noFacts,
): NarrativeProblem[] {
  const names = namePattern(analysis);
  const factOf = (factId: string): Fact | null => others.get(factId) ?? factValue(analysis, factId);
  const problems: NarrativeProblem[] = [];
  let fence: string | null = null;
  markdown.split(/\r?\n/).forEach((text, index) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(text)?.[1]?.[0] ?? null;
    if (mark !== null && (fence === null || fence === mark)) fence = fence === null ? mark : null;
    else if (fence === null) problems.push(...checkLine(text, index + 1, names, factOf));
  });
  return problems;
}

const noFacts: ReadonlyMap<string, Fact> = new Map();

function checkLine(
  line: string,
  number: number,
  names: RegExp | null,
  factOf: (factId: string) => Fact | null,
): NarrativeProblem[] {
  const problems: NarrativeProblem[] = [];
  const rest = withoutCode(line).replace(
    /\[((?:\\.|[^\]\\])*)\]\(fact:([^)\s]+)\)/g,
    (_, text: string, factId: string) => {
      const message = citationProblem(unescaped(text), factId, factOf(factId));
      if (message !== null) problems.push({ line: number, text, message });
      return ' ';
    },
  );
  for (const [text] of withoutExempt(rest, names).matchAll(/\S*\p{N}\S*/gu)) {
    problems.push({ line: number, text, message: `“${text}” is a number that cites no fact.` });
  }
  return problems;
}

function citationProblem(text: string, factId: string, fact: Fact | null): string | null {
  if (fact === null) return `No fact is called ${factId}.`;
  if (fact.kind === 'unknown') return `${factId} is unknown, so no figure can be cited.`;
  const exact = renderFact(fact).replace(/[\s\p{Cc}]+/gu, ' ');
  if (text === exact || (fact.kind === 'date' && text === fact.date)) return null;
  return `${factId} is “${exact}”, not “${text}”.`;
}

function withoutCode(line: string): string {
  return line.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, ' ');
}

/** Markdown writes signs of its own with a backslash. */
function unescaped(text: string): string {
  return text.replace(/\\([\\`*_[\]<>|~])/g, '$1');
}

function withoutExempt(line: string, names: RegExp | null): string {
  const plain = unescaped(line.replace(/\]\([^)]*\)/g, '] '))
    .replace(/^[\s>#]*\d+[.)]\s/, ' ')
    .replace(dates, ' ');
  return names === null ? plain : plain.replace(names, ' ');
}

const month =
  '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|January|February|March|April|June|July|August|September|October|November|December)\\.?';
const date = '\\d{1,2}(?:st|nd|rd|th)?';

/** ISO dates and months, "3 Dec 2026", "December 3, 2026", "Nov 2027", "Q3 2026", "FY 2027". */
const dates = new RegExp(
  [
    '\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.]+Z?)?',
    `${date} ${month}(?: \\d{4})?`,
    `${month} \\d{4}`,
    `${month} ${date}(?:, \\d{4})?`,
    'Q[1-4](?: \\d{4})?',
    'FY ?\\d{4}',
  ]
    .map((form) => `(?<![\\p{L}\\p{N}.,])${form}(?![\\p{L}\\p{N}]|[.,]\\d)`)
    .join('|'),
  'gu',
);

/** Names with a digit, longest first; a name must have a letter too, or it could pass for a figure. */
function namePattern({ apps, renewals, inputs }: Analysis): RegExp | null {
  const names = new Set([...apps, ...renewals].map(({ name }) => name).concat(inputs.mapping.tenant));
  for (const { appName } of renewals) if (appName !== null) names.add(appName);
  const numbered = [...names].filter((name) => /\p{N}/u.test(name) && /\p{L}/u.test(name));
  if (numbered.length === 0) return null;
  const forms = numbered.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).map(escaped);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
