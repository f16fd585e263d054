import type { Minor } from '../../analysis/contract.ts';
import type { Sentence } from '../base/sentence.ts';

/** One thing an analysis cannot say, and the cheapest way to find out. */
export interface Unknown {
  readonly id: string;
  readonly what: Sentence;
  /** The same without naming records, where it does; for lists that must hold nothing else. */
  readonly gist?: Sentence;
  readonly remedy: Sentence;
  /** What hangs on it a year, as far as that is known; null where nobody can say. */
  readonly money: { readonly minor: Minor; readonly fact: string } | null;
}

/** None where nothing is known to hang on it. */
export function hangingOn(minor: Minor | null, fact: string): Unknown['money'] {
  return minor === null || minor <= 0 ? null : { minor, fact };
}

/** ", on contracts that cost $12,000 a year"; nothing where that is not known. */
export function onContracts(money: Unknown['money'], isWhole: boolean): Sentence {
  if (money === null) return [];
  const { minor, fact } = money;
  return [`, on contracts that cost ${isWhole ? '' : 'at least '}`, { money: minor, fact }, ' a year'];
}
