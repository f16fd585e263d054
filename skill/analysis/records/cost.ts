import type { FieldTable } from './field.ts';
import { id, listOf, maybeText, oneOf, text } from './rows.ts';

/** Whether a sum is all of it, or a sum of what is known. */
export const knownCompleteValues = ['whole', 'at-least', 'at-most', 'uncertain'] as const;

/** The same of a cost; unknown = there is none. */
export const completeValues = [...knownCompleteValues, 'unknown'] as const;

/** A contract in force whose money is in no sum, and why. */
export const leftOutFields = {
  contractId: id,
  reason: oneOf(['blank', 'unreadable', 'negative', 'no-rate', 'no-app']),
  /** What is recorded; null where nothing is. */
  raw: maybeText,
} as const satisfies FieldTable;

/** A field that holds something which cannot be read, as it is recorded. */
export const unreadableFields = { field: text, raw: text } as const satisfies FieldTable;

export const unreadable = listOf(unreadableFields);
