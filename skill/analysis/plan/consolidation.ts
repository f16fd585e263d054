import type { Assessed, AssessedApp } from '../base/assessed.ts';
import type { PlanEdit } from '../base/contract.ts';
import { knownValue } from '../base/known-value.ts';
import { holdersOf } from '../base/overlap.ts';

/** Who comes to an app that replaces others (rules R5, R6). */
export interface Migration {
  /** The replaced apps, by id. */
  readonly from: readonly AssessedApp[];
  /** People to seat: the union of those who come, less those who are there already. */
  readonly people: number;
  readonly assumptions: readonly string[];
}

export function groupMigrations(
  edits: ReadonlyMap<number, PlanEdit>,
  { byId }: Assessed,
): ReadonlyMap<number, Migration> {
  const from = new Map<number, AssessedApp[]>();
  for (const appId of [...edits.keys()].toSorted((a, b) => a - b)) {
    const { action, survivorId } = edits.get(appId) ?? {};
    const app = byId.get(appId);
    if (action !== 'replaceBy' || survivorId === undefined || app === undefined) continue;
    const group = from.get(survivorId);
    if (group === undefined) from.set(survivorId, [app]);
    else group.push(app);
  }
  return new Map([...from].map(([id, apps]) => [id, migrationOf(apps, byId.get(id))]));
}

function migrationOf(from: readonly AssessedApp[], survivor: AssessedApp | undefined): Migration {
  const known = new Set<number>();
  const assumptions: string[] = [];
  let counted = 0;
  for (const app of from) {
    const holders = holdersOf(app);
    const users = holders === null ? usersOf(app) : 0;
    for (const person of holders ?? []) known.add(person);
    counted += users ?? 0;
    if (users === null) assumptions.push(`How many people use ${app.app.name} is unknown: none is counted.`);
    else if (holders === null) assumptions.push(`No users of ${app.app.name} are on the survivor yet.`);
  }
  const there = survivor === undefined ? null : holdersOf(survivor);
  if (there === null && known.size > 0)
    assumptions.push('None of the incoming people are on the survivor yet.');
  for (const person of there ?? []) known.delete(person);
  return { from, people: known.size + counted, assumptions };
}

/** People who would come when no rows name them: seats in use, else active users. */
function usersOf({ seats, app }: AssessedApp): number | null {
  return seats === null || seats.lines.length === 0
    ? knownValue(app.activeUsers)
    : seats.lines.reduce((sum, { kept }) => sum + kept, 0);
}
