/** Records of Torii that a figure rests on, and their canonical fields. */
export interface SourceRecord {
  readonly source: 'apps' | 'contracts' | 'appUsers' | 'users' | 'transactions';
  readonly id: number | string;
  readonly fields: readonly string[];
}

export interface Derivation {
  /** In words and signs, with the values that went in. */
  readonly formula: string;
  readonly assumptions: readonly string[];
  /** Facts that it is made of, each of which can be explained in turn. */
  readonly from: readonly string[];
  readonly sources: readonly SourceRecord[];
}

export interface Explanation extends Derivation {
  readonly fact: string;
  /** As rendered; "unknown" where the records do not say. */
  readonly value: string;
}

/** Said of a field whose table says nothing else. */
export const asRecorded = 'As recorded.';
