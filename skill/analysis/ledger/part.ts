import type { Lever, Minor } from '../base/contract.ts';

/** What one lever does to one app, before it is dated. */
export interface SavingPart {
  readonly lever: Lever;
  readonly seats: number | null;
  readonly hard: Minor;
  readonly avoid: Minor;
  readonly score: number;
  readonly findingIds: readonly string[];
  readonly assumptions: readonly string[];
}

/** The levers that count, and those that another lever of the same app has overtaken (rule R2). */
export interface Parts {
  readonly applied: readonly SavingPart[];
  readonly superseded: readonly SavingPart[];
}
