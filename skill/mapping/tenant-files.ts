/**
 * The decisions of a tenant pack, and what all its files have in common.
 * In: parsed JSON. Out: the checked file, or `Problem`s that name the field and the fix.
 */
export { FILE_VERSION } from './base/file-version.ts';
export { countSchema, currency, decimalSchema, idSchema, isoDate, textSchema } from './base/formats.ts';
export { parseDecisions } from './files/decisions-file.ts';
export { type DecisionsFile, decisionsSchema } from './files/decisions.ts';
export { checkFile } from './files/checked.ts';
