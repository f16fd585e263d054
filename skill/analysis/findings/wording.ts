/**
 * Sentences of findings as data: words, and figures with the fact that each is. The text that is read and
 * the facts that it cites both come from here, so that they cannot differ.
 */
import type { Finding, Minor } from '../base/contract.ts';
import { renderCount, renderDate } from '../facts/render.ts';
import type { Day } from '../../mapping/portfolio.ts';

export interface CitedFigure {
  /** As the fact is written. */
  readonly text: string;
  readonly fact: string;
}

export type Wording = readonly (string | CitedFigure)[];

type Cite = NonNullable<Finding<Minor>['cites']>[number];

export function wordsOf(wording: Wording): string {
  return wording.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}

/** The figures of a text, each with the place where it starts. */
export function citesIn(wording: Wording, within: string): Cite[] {
  let at = 0;
  return wording.flatMap((part) => {
    const start = at;
    at += typeof part === 'string' ? part.length : part.text.length;
    return typeof part === 'string' ? [] : [{ within, at: start, ...part }];
  });
}

/** "1 seat", "1,234 seats": the number is the fact. */
export function countWords(count: number, fact: string, one: string, many = `${one}s`): Wording {
  return [{ text: renderCount(count), fact }, ` ${count === 1 ? one : many}`];
}

export function seatWords(seats: number, fact: string): Wording {
  return countWords(seats, fact, 'seat');
}

export function dateWords(date: Day, fact: string): CitedFigure {
  return { text: renderDate(date), fact };
}

/** Sentences with a space between them. */
export function sentencesOf(sentences: readonly Wording[]): Wording {
  return sentences.flatMap((sentence, index) => (index === 0 ? sentence : [' ', ...sentence]));
}
