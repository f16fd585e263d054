/**
 * The other files of a tenant pack: decisions and baseline.
 * In: parsed JSON. Out: the checked file, or `Problem`s that name the field and the fix.
 */
export { FILE_VERSION } from './base/file-version.ts';
export { type Baseline, baselineSchema, parseBaseline } from './files/baseline.ts';
export { parseDecisions } from './files/decisions-file.ts';
export { type Decisions, decisionsSchema } from './files/decisions.ts';
export { checkFile } from './files/checked.ts';
