/**
 * Which apps share their people. Linear in the accounts as long as few people hold many of the
 * compared apps: each pair is counted where a person holds both, never by comparing every pair of lists.
 */
import type { AssessedApp } from './assessed.ts';

export interface SharedPeople {
  /** Positions in the list of apps given, first below second. */
  readonly first: number;
  readonly second: number;
  readonly shared: number;
  /** |A∩B| ÷ |A∪B|. */
  readonly jaccard: number;
  /** |A∩B| ÷ the smaller of both. */
  readonly containment: number;
}

/** People who hold an account that was not deleted and who have not left; null where it was not read. */
export function holdersOf({ users }: AssessedApp): ReadonlySet<number> | null {
  if (users === null) return null;
  const holders = new Set<number>();
  for (const user of users) {
    if (user.status !== 'deleted' && !user.departed) holders.add(user.personId);
  }
  return holders;
}

export function sharedPeople(groups: readonly (ReadonlySet<number> | null)[]): SharedPeople[] {
  const placesOf = new Map<number, number[]>();
  groups.forEach((holders, place) => {
    for (const person of holders ?? []) {
      const places = placesOf.get(person);
      if (places === undefined) placesOf.set(person, [place]);
      else places.push(place);
    }
  });
  const found: SharedPeople[] = [];
  groups.forEach((holders, first) => {
    if (holders === null) return;
    const counts = laterPlaces(holders, first, placesOf);
    for (const second of [...counts.keys()].toSorted((a, b) => a - b)) {
      found.push(pairOf(first, second, counts.get(second) ?? 0, groups));
    }
  });
  return found;
}

function laterPlaces(
  holders: ReadonlySet<number>,
  first: number,
  placesOf: ReadonlyMap<number, readonly number[]>,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const person of holders) {
    for (const place of placesOf.get(person) ?? []) {
      if (place > first) counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  return counts;
}

function pairOf(
  first: number,
  second: number,
  shared: number,
  groups: readonly (ReadonlySet<number> | null)[],
): SharedPeople {
  const a = groups[first]?.size ?? 0;
  const b = groups[second]?.size ?? 0;
  return { first, second, shared, jaccard: shared / (a + b - shared), containment: shared / Math.min(a, b) };
}
