/** Which license lines an account holds a seat of. Names are compared without case and blanks. */
import type { AppUser } from '../../mapping/portfolio.ts';
import type { CountedLine } from './license-counts.ts';

export interface HeldLines {
  /** Places of lines; to be asked once for each account, in order. */
  readonly linesOf: (account: AppUser) => readonly number[];
  /** What the accounts asked so far list and no line is called, as written. */
  readonly unknownNames: () => readonly string[];
  /** Accounts list licenses, and none of them is a line: the names differ, so nothing can be told. */
  readonly isMismatch: () => boolean;
}

const noLine: readonly number[] = [];
const onlyLine: readonly number[] = [0];

/**
 * With one line that is every account, unless the rows list licenses: then those that list it, or any
 * where the line stands for all. With several, the lines that the row names.
 */
export function heldLines(
  accounts: readonly AppUser[],
  lines: readonly CountedLine[],
  unlimited: readonly string[],
): HeldLines {
  const [only, ...others] = lines;
  const isListed = accounts.some(({ status, licenses }) => status !== 'deleted' && licenses.length > 0);
  if (only === undefined || others.length > 0 || (isListed && only.kind !== 'whole')) {
    return namedLines(lines, unlimited);
  }
  return {
    linesOf: ({ licenses }) => (isListed && licenses.length === 0 ? noLine : onlyLine),
    unknownNames: () => [],
    isMismatch: () => false,
  };
}

function namedLines(lines: readonly CountedLine[], unlimited: readonly string[]): HeldLines {
  const nameKeyOf = nameKeys();
  const places = placesByName(lines, nameKeyOf);
  const known = new Set(unlimited.map(nameKeyOf));
  const unknown = new Map<string, string>();
  const held = lines.map(() => 0);
  let matches = 0;
  const placeOf = (name: string): number | null => {
    const key = nameKeyOf(name);
    const place = freePlace(places.get(key) ?? noLine, lines, held);
    if (place === null && !known.has(key) && !unknown.has(key)) unknown.set(key, name.trim());
    return place;
  };
  return {
    linesOf: ({ licenses }) => {
      const own = new Set(licenses.map(placeOf).filter((place) => place !== null));
      for (const place of own) held[place] = (held[place] ?? 0) + 1;
      matches += own.size;
      return [...own];
    },
    unknownNames: () => [...unknown.values()].toSorted(),
    isMismatch: () => matches === 0 && unknown.size > 0,
  };
}

function placesByName(
  lines: readonly CountedLine[],
  nameKeyOf: (name: string) => string,
): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  lines.forEach(({ name, kind }, place) => {
    if (kind === 'rest') return;
    const key = nameKeyOf(name);
    places.set(key, [...(places.get(key) ?? []), place]);
  });
  return places;
}

/** Of several lines of one name, the first that has a seat left; else the last. */
function freePlace(
  places: readonly number[],
  lines: readonly CountedLine[],
  held: readonly number[],
): number | null {
  const free = places.find((place) => (held[place] ?? 0) < (lines[place]?.purchased ?? 0));
  return free ?? places.at(-1) ?? null;
}

/** "Enterprise Plan" and "enterprise plan " are one license. A few names recur on many thousands of rows. */
function nameKeys(): (name: string) => string {
  const keys = new Map<string, string>();
  return (name) => {
    const met = keys.get(name);
    if (met !== undefined) return met;
    const key = name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
    keys.set(name, key);
    return key;
  };
}
