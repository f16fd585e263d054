import type { Sentence } from '../base/sentence.ts';

/** One thing an analysis cannot say, and the cheapest way to find out. */
export interface Unknown {
  readonly id: string;
  readonly what: Sentence;
  readonly remedy: Sentence;
}
