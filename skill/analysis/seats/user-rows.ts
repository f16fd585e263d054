/**
 * Seats of each license line as the user rows of an app show them: one pass, first match wins.
 * departed → exempt → grace → unknown usage → inactive → active.
 */
import type { AppUser, Day } from '../../mapping/portfolio.ts';
import type { RowsProblem } from '../base/assessed.ts';
import type { CountedLine } from './license-counts.ts';
import { heldLines, namesakes } from './held-lines.ts';
import { assignedIn, noSeats, type AssignedClasses } from './partition.ts';

export interface UserRules {
  readonly asOf: Day;
  readonly inactiveDays: number;
  readonly graceDays: number;
  /** People of whom their own record says that they have left. */
  readonly departed: ReadonlySet<number>;
  /** People of whom their own record says that they are here. */
  readonly present: ReadonlySet<number>;
  readonly exempt: ReadonlySet<number>;
}

export interface RowClasses {
  /** Of each line; null where the rows do not account for every seat that is assigned. */
  readonly classes: readonly AssignedClasses[] | null;
  readonly problem: RowsProblem | null;
  /** Accounts of people who have left by one record and are there by another. */
  readonly contradictory: number;
}

export const noRows: RowClasses = { classes: null, problem: null, contradictory: 0 };

/** Who was seen this lately has not left, whatever a directory says. */
const seenLatelyDays = 30;

/** Nothing marks a seat as a candidate for a lower tier yet: rows do not say what a person uses. */
export function classOf(user: AppUser, rules: UserRules): keyof AssignedClasses {
  const { personId, createdInApp, lastUsedAt } = user;
  if (hasLeft(user, rules)) return isContradictory(user, rules) ? 'unknown' : 'departed';
  if (rules.exempt.has(personId)) return 'exempt';
  if (createdInApp.kind === 'known' && rules.asOf - createdInApp.value < rules.graceDays) return 'grace';
  if (lastUsedAt.kind !== 'known') return 'unknown';
  return rules.asOf - lastUsedAt.value > rules.inactiveDays ? 'inactive' : 'active';
}

function hasLeft(user: AppUser, rules: UserRules): boolean {
  return user.departed || rules.departed.has(user.personId);
}

/** One record says that the person has left; another, or a visit, says the opposite: a question, not money. */
function isContradictory(user: AppUser, rules: UserRules): boolean {
  if (!hasLeft(user, rules)) return false;
  const { lastUsedAt, personId } = user;
  if (lastUsedAt.kind === 'known' && rules.asOf - lastUsedAt.value <= seenLatelyDays) return true;
  return user.departed ? rules.present.has(personId) : user.present;
}

/** @param rowsAreComplete vouches for the rows where a line does not say how many seats are assigned */
export function classesOfRows(
  users: readonly AppUser[],
  lines: readonly CountedLine[],
  unlimited: readonly string[],
  rules: UserRules,
  rowsAreComplete: boolean,
): RowClasses {
  const held = heldLines(users, lines, unlimited);
  const classes = lines.map(noSeats);
  let contradictory = 0;
  for (const user of users) {
    if (user.status === 'deleted') continue;
    const own = held.linesOf(user);
    if (own.length === 0) continue;
    if (isContradictory(user, rules)) contradictory += 1;
    const name = classOf(user, rules);
    for (const index of own) {
      const line = classes[index];
      if (line !== undefined) line[name] += 1;
    }
  }
  for (const places of namesakes(lines)) shareOut(classes, lines, places);
  const holds = lines.every(({ statedAssigned }, index) => {
    const seats = assignedIn(classes[index] ?? noSeats());
    return statedAssigned === null ? rowsAreComplete : seats >= statedAssigned;
  });
  if (lines.length > 0 && holds && !held.isMismatch()) return { classes, problem: null, contradictory };
  const names = held.unknownNames();
  const problem = names.length > 0 ? ({ kind: 'names', names } as const) : ({ kind: 'incomplete' } as const);
  return { classes: null, problem: lines.length === 0 ? null : problem, contradictory };
}

const byCertainty = ['active', 'lowerTier', 'exempt', 'grace', 'unknown', 'inactive', 'departed'] as const;

/** Rows cannot tell lines of one name apart: the first is filled before the next, seats in use first. */
function shareOut(
  classes: readonly Record<keyof AssignedClasses, number>[],
  lines: readonly CountedLine[],
  places: readonly number[],
): void {
  const [first] = places;
  const left = { ...((first === undefined ? undefined : classes[first]) ?? noSeats()) };
  places.forEach((place, index) => {
    const line = classes[place];
    if (line === undefined) return;
    let room = index === places.length - 1 ? Infinity : (lines[place]?.purchased ?? 0);
    for (const name of byCertainty) {
      line[name] = Math.min(left[name], room);
      left[name] -= line[name];
      room -= line[name];
    }
  });
}
