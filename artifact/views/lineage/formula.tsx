import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { factValue, renderFact } from '../../../skill/analysis/facts.ts';
import { FigureLink } from '../figure.tsx';

export interface FormulaProps {
  readonly analysis: Analysis;
  readonly text: string;
  /** Facts that went in; one whose value is in the text is a link there. */
  readonly from: readonly string[];
}

/** A formula in words and signs, in which every operand opens its own lineage. */
export function Formula({ analysis, text, from }: FormulaProps): ReactNode {
  return (
    <p className="lineage-formula">
      {linked(text, operandsOf(analysis, from)).map(({ words, fact }, index) =>
        fact === null ? (
          words
        ) : (
          <FigureLink key={index} fact={fact} stop>
            {words}
          </FigureLink>
        ),
      )}
    </p>
  );
}

interface Operand {
  readonly fact: string;
  readonly words: string;
}

interface Piece {
  readonly words: string;
  /** Null for words between operands. */
  readonly fact: string | null;
}

/** More operands than a formula spells out are a sum, which the rows below list. */
const MOST = 12;

function operandsOf(analysis: Analysis, from: readonly string[]): Operand[] {
  if (from.length > MOST) return [];
  return from.flatMap((fact) => {
    const value = factValue(analysis, fact);
    return value === null || value.kind === 'text' || value.kind === 'unknown'
      ? []
      : [{ fact, words: renderFact(value) }];
  });
}

/** Each operand at the first place of its value that no other has taken. */
function linked(text: string, operands: readonly Operand[]): Piece[] {
  let pieces: Piece[] = [{ words: text, fact: null }];
  for (const operand of operands) {
    const at = pieces.findIndex(({ words, fact }) => fact === null && placeOf(operand.words, words) >= 0);
    const piece = pieces[at];
    if (piece === undefined) continue;
    const start = placeOf(operand.words, piece.words);
    pieces = [
      ...pieces.slice(0, at),
      { words: piece.words.slice(0, start), fact: null },
      operand,
      { words: piece.words.slice(start + operand.words.length), fact: null },
      ...pieces.slice(at + 1),
    ];
  }
  return pieces.filter(({ words }) => words !== '');
}

/** Where a value is a word by itself, not as a part of a longer number; -1 where it does not. */
function placeOf(value: string, words: string): number {
  for (let at = words.indexOf(value); at >= 0; at = words.indexOf(value, at + 1)) {
    const [before, after] = [words.slice(0, at).at(-1) ?? ' ', words.slice(at + value.length)];
    if (/[\s(−]/.test(before) && !/^(?:\d|[.,]\d)/.test(after)) return at;
  }
  return -1;
}
