/**
 * Sentences with figures in them, as data: each surface renders the figures its own way (the page
 * short and clickable, text exact and cited), and all of them say the same.
 */
import type { IsoDate, Minor } from '../analysis/contract.ts';
import { dayOf } from '../analysis/day.ts';
import { renderCount, renderDate, renderMoney } from '../analysis/render.ts';

export type Part =
  | string
  /** An amount and the fact it is. */
  | { readonly money: Minor; readonly fact: string }
  | { readonly count: number; readonly fact: string }
  | { readonly date: IsoDate };

export type Sentence = readonly Part[];

/** The sentence without citations, amounts exact. */
export function plainText(sentence: Sentence, currency: string): string {
  return sentence.map((part) => textOf(part, currency)).join('');
}

/** Markdown in which every figure cites its fact, so that it can be checked against the analysis. */
export function citedText(sentence: Sentence, currency: string): string {
  return sentence
    .map((part) => {
      const text = textOf(part, currency);
      return typeof part === 'object' && 'fact' in part ? `[${text}](fact:${part.fact})` : escaped(text);
    })
    .join('');
}

function textOf(part: Part, currency: string): string {
  if (typeof part === 'string') return part;
  if ('money' in part) return renderMoney(part.money, currency);
  if ('count' in part) return renderCount(part.count);
  return renderDate(dayOf(part.date));
}

/** Names of apps are a tenant's text and may hold anything. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|]/g, String.raw`\$&`);
}
