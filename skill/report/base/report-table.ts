import type { Sentence } from './sentence.ts';

/** A table whose cells are sentences, so that every figure in it has its fact. */
export interface ReportTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Sentence[])[];
  /** Columns of numbers, by index. */
  readonly right: readonly number[];
}
