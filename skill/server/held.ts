/**
 * One reading of a tenant, shared by every call and kept in memory.
 * In: how to read, and how long a reading is good for. Out: the reading, or a sentence that says why there is none.
 */
export { createHeldReading, type HeldReading, type HeldValue } from './reading/held-reading.ts';
export type { ReadProblem, TellProgress } from './reading/reading-turn.ts';
