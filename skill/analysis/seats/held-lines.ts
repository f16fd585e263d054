/** Which license lines an account holds a seat of. Names are compared without case and blanks. */
import type { AppUser } from '../../mapping/portfolio.ts';
import type { CountedLine } from './license-counts.ts';

export interface HeldLines {
  /** Places of lines, the first of each name; to be asked once for each account. */
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
 * where the line covers all. With several, the lines that the row names.
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
  const places = new Map<string, number>();
  for (const [place, { name, kind }] of lines.entries()) {
    const key = nameKeyOf(name);
    if (kind !== 'rest' && !places.has(key)) places.set(key, place);
  }
  const known = new Set(unlimited.map(nameKeyOf));
  const unknown = new Map<string, string>();
  let matches = 0;
  const placeOf = (name: string): number | null => {
    const key = nameKeyOf(name);
    const place = places.get(key) ?? null;
    if (place === null && !known.has(key)) unknown.set(key, first(unknown.get(key), name.trim()));
    return place;
  };
  return {
    linesOf: ({ licenses }) => {
      const own = new Set(licenses.map(placeOf).filter((place) => place !== null));
      matches += own.size;
      return [...own];
    },
    unknownNames: () => [...unknown.values()].toSorted(),
    isMismatch: () => matches === 0 && unknown.size > 0,
  };
}

/** Of several spellings the first by order of letters, so that the order of rows does not show. */
function first(met: string | undefined, name: string): string {
  return met === undefined || name < met ? name : met;
}

/** Lines of one name, such as one license bought twice; each group in order. */
export function namesakes(lines: readonly CountedLine[]): number[][] {
  const nameKeyOf = nameKeys();
  const groups = new Map<string, number[]>();
  lines.forEach(({ name, kind }, place) => {
    const key = kind === 'rest' ? `rest ${place}` : nameKeyOf(name);
    groups.set(key, [...(groups.get(key) ?? []), place]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
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
