/**
 * Adding our part to a configuration that a person already has.
 * In: the file as it is and our part. Out: the new text and a difference to show, or why it cannot be merged.
 */
export { difference } from './merge/difference.ts';
export { merged, type Merged } from './merge/merged.ts';
