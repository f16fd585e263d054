/**
 * Sentences with figures in them, as data: each surface renders the figures its own way (the page
 * short and clickable, text exact and cited), and all of them say the same.
 */
import type { IsoDate, Minor } from '../../analysis/contract.ts';
import { dayOf } from '../../analysis/units.ts';
import { renderCount, renderDate, renderMoney, renderPercent } from '../../analysis/facts.ts';

export type Part =
  | string
  /** A name or another text of the tenant, which may hold anything. */
  | { readonly name: string }
  /** What a record holds and nobody can read, as it is written there. */
  | { readonly raw: string }
  /** An amount of the tenant currency, unless it says otherwise, and the fact it is. */
  | { readonly money: Minor; readonly fact: string; readonly currency?: string }
  | { readonly count: number; readonly fact: string }
  /** Of 1. */
  | { readonly share: number; readonly fact: string }
  | { readonly text: string; readonly fact: string }
  | { readonly date: IsoDate; readonly fact?: string };

export type Sentence = readonly Part[];

/** A count and what is counted: "1 seat", "12 seats". */
export function counted(count: number, fact: string, one: string, many: string): Part[] {
  return [{ count, fact }, ` ${count === 1 ? one : many}`];
}

/** The sentence without citations, amounts exact. */
export function plainText(sentence: Sentence, currency: string): string {
  return sentence.map((part) => textOf(part, currency)).join('');
}

/** `cited`: every figure is a link to its fact, so that it can be checked against the analysis. */
export type Style = 'cited' | 'plain';

/** The sentence as Markdown. */
export function markdownOf(sentence: Sentence, currency: string, style: Style): string {
  return sentence
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('raw' in part) return codeOf(part.raw);
      const text = escaped(textOf(part, currency));
      return style === 'cited' && 'fact' in part && part.fact !== undefined
        ? `[${text}](fact:${part.fact})`
        : text;
    })
    .join('');
}

/** Letter by letter, whatever signs are in it. */
function codeOf(raw: string): string {
  const text = raw.replace(/[\s\p{Cc}]+/gu, ' ');
  const fence = '`'.repeat(1 + Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length)));
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return fence + space + text + space + fence;
}

function textOf(part: Part, currency: string): string {
  if (typeof part === 'string') return part;
  if ('raw' in part) return `“${part.raw}”`;
  if ('money' in part) return renderMoney(part.money, part.currency ?? currency);
  if ('count' in part) return renderCount(part.count);
  if ('share' in part) return renderPercent(part.share);
  if ('date' in part) return renderDate(dayOf(part.date));
  return 'name' in part ? part.name : part.text;
}

/** A tenant's text as the text it is: no markup, no line of its own. */
export function escaped(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').replace(/[\\`*_[\]<>|~]/g, String.raw`\$&`);
}
