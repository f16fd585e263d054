/**
 * Where an approved mapping no longer fits the tenant.
 * In: a mapping and what the tenant offers today. Out: one item for each difference; none means it fits.
 */
export type { DriftItem } from './drift/drift-item.ts';
export { recordDrift } from './drift/drift-records.ts';
export { driftOf } from './drift/drift.ts';
