/**
 * Adding our part to a configuration that a person already has.
 * In: the file as it is and our part. Out: the new text and a difference to show, or why it cannot be merged.
 */
export { merged } from './merge/merged.ts';
export type { Merged } from './merge/merged-text.ts';
export { shownDifference } from './merge/shown-difference.ts';
