/**
 * Prose held to its figures.
 *
 * In: Markdown and an analysis. Out: how many figures and dates were checked, and what does not hold.
 * Every number, in digits or words, must be a citation `[$360,000](fact:app/11/costAnnual)` that is
 * written exactly as its fact is. A date must be cited, or be a date known of what the sentence names.
 * List numbers, code, and the names of apps, contracts and the tenant are exempt.
 */
import type { Analysis, IsoDate } from '../base/contract.ts';
import { factValue, renderFact, type Fact } from './facts.ts';
import { namedRecords, type NamedRecords } from './named-records.ts';
import { numberWordsIn } from './number-words.ts';
import { datesIn, withoutDates } from './written-dates.ts';

export interface NarrativeProblem {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  readonly message: string;
}

export interface NarrativeCheck {
  /** Citations, bare numbers and dates that were looked at; 0 = the text says nothing that can be checked. */
  readonly checked: number;
  readonly problems: readonly NarrativeProblem[];
}

/** @param others facts that are not of the analysis, such as those of an earlier one */
export function checkNarrative(
  markdown: string,
  analysis: Analysis,
  others: ReadonlyMap<string, Fact> = new Map(),
): NarrativeCheck {
  const records = namedRecords(analysis);
  const factOf = (factId: string): Fact | null => others.get(factId) ?? factValue(analysis, factId);
  const dates = [...others.values()].flatMap((fact) => (fact.kind === 'date' ? [fact.date] : []));
  return checkAgainst(markdown, { records, dates, factOf });
}

/** The same where no analysis is at hand, only what is known of it. */
export function checkAgainst(markdown: string, known: KnownFigures): NarrativeCheck {
  const lines = proseLines(markdown).map((line) => checkLine(line, known));
  return {
    checked: lines.reduce((sum, { checked }) => sum + checked, 0),
    problems: lines.flatMap(({ problems }) => problems),
  };
}

interface ProseLine {
  readonly number: number;
  readonly text: string;
  /** The paragraph around it: a sentence may name its subject one line earlier. */
  readonly paragraph: string;
}

/** Every line outside fenced code. */
function proseLines(markdown: string): ProseLine[] {
  const lines: Omit<ProseLine, 'paragraph'>[] = [];
  let fence: string | null = null;
  markdown.split(/\r?\n/).forEach((text, index) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(text)?.[1]?.[0] ?? null;
    if (mark !== null && (fence === null || fence === mark)) fence = fence === null ? mark : null;
    else if (fence === null) lines.push({ number: index + 1, text: withoutCode(text) });
  });
  return lines.map((line, index) => ({ ...line, paragraph: paragraphAround(lines, index) }));
}

/** Headings, list items and table rows speak for themselves. */
function paragraphAround(lines: readonly Omit<ProseLine, 'paragraph'>[], at: number): string {
  const goesOn = (index: number) => /^\s*[^\s|#>*+-]/.test(lines[index]?.text ?? '');
  let first = at;
  while (goesOn(first) && first > 0 && (lines[first - 1]?.text ?? '').trim() !== '') first -= 1;
  let last = at;
  while (last + 1 < lines.length && goesOn(last + 1)) last += 1;
  return lines
    .slice(first, last + 1)
    .map(({ text }) => text)
    .join(' ');
}

export interface KnownFigures {
  readonly records: NamedRecords;
  /** Dates known of no record. */
  readonly dates: readonly IsoDate[];
  readonly factOf: (factId: string) => Fact | null;
}

function checkLine(line: ProseLine, { records, dates, factOf }: KnownFigures): NarrativeCheck {
  const problems: NarrativeProblem[] = [];
  let checked = 0;
  const look = (text: string, message: string | null) => {
    checked += 1;
    if (message !== null) problems.push({ line: line.number, text, message });
  };
  const uncited = line.text.replace(
    /\[((?:\\.|[^\]\\])*)\]\(fact:([^)\s]+)\)/g,
    (_, text: string, factId: string) => {
      look(text, citationProblem(unescaped(text), factId, factOf(factId)));
      return ' ';
    },
  );
  const prose = records.without(plain(uncited));
  for (const date of datesIn(prose)) {
    const known = [...dates, ...records.datesOf(unescaped(line.paragraph))];
    look(date.text, known.some((one) => date.matches(one)) ? null : dateProblem(date.text));
  }
  for (const text of figuresIn(withoutDates(prose))) look(text, `“${text}” is a number that cites no fact.`);
  return { checked, problems };
}

function dateProblem(text: string): string {
  return `“${text}” is neither cited nor a date known of what the sentence names.`;
}

function figuresIn(prose: string): string[] {
  const digits = [...prose.matchAll(/\S*\p{N}\S*/gu)].map(([text]) => text);
  return [...digits.map(bare), ...numberWordsIn(prose)];
}

/** Without the quotes and punctuation around it: "(22" is 22. */
function bare(text: string): string {
  return text.replace(/^[[("'“‘*_]+/, '').replace(/[\])"'”’.,;:!?*_]+$/, '');
}

function citationProblem(text: string, factId: string, fact: Fact | null): string | null {
  if (fact === null) return `No fact is called ${factId}.`;
  if (fact.kind === 'unknown') return `${factId} is unknown, so no figure can be cited.`;
  const exact = renderFact(fact).replace(/[\s\p{Cc}]+/gu, ' ');
  if (text.replace(/^-/, '\u2212') === exact || (fact.kind === 'date' && text === fact.date)) return null;
  return `${factId} is “${exact}”, not “${text}”.`;
}

function withoutCode(line: string): string {
  return line.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, ' ');
}

/** Markdown writes signs of its own with a backslash. */
function unescaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

/** Without link targets and the number of a list item. */
function plain(line: string): string {
  return unescaped(line.replace(/\]\([^)]*\)/g, '] ')).replace(/^[\s>#]*\d+[.)]\s/, ' ');
}
