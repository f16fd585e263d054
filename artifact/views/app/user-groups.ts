/**
 * The accounts of an app by how they use it. Small groups are one, and never so small that the total gives
 * them away; who is in it is not told.
 */
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { dayOf } from '../../../skill/analysis/units.ts';
import type { AppUser } from '../../../skill/mapping/portfolio.ts';

export interface UserGroups {
  readonly smallGroup: number;
  /** Largest first; each of at least `smallGroup` accounts. */
  readonly shown: readonly UserGroup[];
  /** Accounts of all other groups together. */
  readonly rest: number;
}

export interface UserGroup {
  readonly name: string;
  readonly users: readonly AppUser[];
}

export function userGroups(users: readonly AppUser[], { asOf, inputs }: Analysis): UserGroups {
  const { smallGroup } = inputs.config.thresholds;
  const groups = new Map<string, AppUser[]>();
  for (const user of users) {
    const name = groupOf(user, dayOf(asOf));
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [user]);
    else group.push(user);
  }
  const shown = [...groups]
    .map(([name, members]) => ({ name, users: members }))
    .toSorted((a, b) => b.users.length - a.users.length);
  let rest = 0;
  while (
    shown.length > 0 &&
    ((shown.at(-1)?.users.length ?? 0) < smallGroup || isTelling(rest, smallGroup))
  ) {
    rest += shown.pop()?.users.length ?? 0;
  }
  return { smallGroup, shown, rest };
}

export function isTelling(people: number, smallGroup: number): boolean {
  return people > 0 && people < smallGroup;
}

function groupOf({ departed, lastUsedAt }: AppUser, asOf: number): string {
  if (departed) return 'Left the company';
  if (lastUsedAt.kind !== 'known') return 'Without a usage record';
  const days = asOf - lastUsedAt.value;
  if (days <= 30) return 'Used within 30 days';
  return days <= 90 ? 'Used within 90 days' : 'Used longer ago';
}
