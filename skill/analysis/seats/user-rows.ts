/**
 * Seats of each license line as the user rows of an app show them: one pass, first match wins.
 * departed → exempt → grace → unknown usage → inactive → active.
 */
import type { AppUser, Day } from '../../mapping/portfolio.ts';
import type { CountedLine } from './license-counts.ts';
import { assignedIn, noSeats, type AssignedClasses } from './partition.ts';

export interface UserRules {
  readonly asOf: Day;
  readonly inactiveDays: number;
  readonly graceDays: number;
  /** People of whom their own record says that they have left. */
  readonly departed: ReadonlySet<number>;
  readonly exempt: ReadonlySet<number>;
}

/** Nothing marks a seat as a candidate for a lower tier yet: rows do not say what a person uses. */
export function classOf(user: AppUser, rules: UserRules): keyof AssignedClasses {
  const { personId, createdInApp, lastUsedAt } = user;
  if (user.departed || rules.departed.has(personId)) return 'departed';
  if (rules.exempt.has(personId)) return 'exempt';
  if (createdInApp.kind === 'known' && rules.asOf - createdInApp.value < rules.graceDays) return 'grace';
  if (lastUsedAt.kind !== 'known') return 'unknown';
  return rules.asOf - lastUsedAt.value > rules.inactiveDays ? 'inactive' : 'active';
}

/**
 * The classes of each line, or null where the rows do not account for every seat that is assigned.
 * @param rowsAreComplete vouches for the rows where a line does not say how many seats are assigned
 */
export function classesOfRows(
  users: readonly AppUser[],
  lines: readonly CountedLine[],
  rules: UserRules,
  rowsAreComplete: boolean,
): AssignedClasses[] | null {
  const classes = tally(users, lines, rules);
  const holds = lines.every(({ statedAssigned }, index) => {
    const seats = assignedIn(classes[index] ?? noSeats());
    return statedAssigned === null ? rowsAreComplete : seats >= statedAssigned;
  });
  return holds ? classes : null;
}

function tally(
  users: readonly AppUser[],
  lines: readonly CountedLine[],
  rules: UserRules,
): Record<keyof AssignedClasses, number>[] {
  const classes = lines.map(noSeats);
  const linesOf = holding(users, lines);
  for (const user of users) {
    if (user.status === 'deleted') continue;
    const held = linesOf(user);
    if (held.length === 0) continue;
    const name = classOf(user, rules);
    for (const index of held) {
      const line = classes[index];
      if (line !== undefined) line[name] += 1;
    }
  }
  return classes;
}

const onlyLine: readonly number[] = [0];
const noLine: readonly number[] = [];

/**
 * Which lines an account holds a seat of. With one line that is every account, unless the rows list
 * licenses: then those that list any. With several, the lines that the row names.
 */
function holding(
  users: readonly AppUser[],
  lines: readonly CountedLine[],
): (user: AppUser) => readonly number[] {
  if (lines.length === 1) {
    const isListed = users.some(({ status, licenses }) => status !== 'deleted' && licenses.length > 0);
    return ({ licenses }) => (isListed && licenses.length === 0 ? noLine : onlyLine);
  }
  const byName = new Map(lines.map(({ name }, index) => [name, index]));
  return ({ licenses }) => {
    if (licenses.length === 0) return noLine;
    const held = new Set(licenses.map((name) => byName.get(name)));
    return [...held].filter((index) => index !== undefined);
  };
}
