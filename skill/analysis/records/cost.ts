import type { FieldTable } from './field.ts';
import { id, listOf, maybeText, oneOf, text } from './rows.ts';

/** Whether a cost is all of it, or a sum of what is known; unknown = there is no cost. */
export const completeValues = ['whole', 'at-least', 'at-most', 'uncertain', 'unknown'] as const;

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
