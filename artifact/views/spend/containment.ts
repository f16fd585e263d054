import type { AppUser } from '../../../skill/mapping/portfolio.ts';

/** Of the people of one app, how many hold another too. */
export interface Containment {
  readonly shared: number;
  readonly of: number;
}

/** People who hold an account that is not deleted; one person counts once. */
export function peopleOf(users: readonly AppUser[]): ReadonlySet<number> {
  return new Set(users.filter(({ status }) => status !== 'deleted').map(({ personId }) => personId));
}

export function containmentOf(own: ReadonlySet<number>, other: ReadonlySet<number>): Containment {
  let shared = 0;
  for (const person of own) if (other.has(person)) shared += 1;
  return { shared, of: own.size };
}
