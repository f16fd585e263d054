import { kinds, wordsIn, type Entry } from './entry.ts';

/** Hits shown at once. */
const MOST = 12;

export type Find = (query: string) => readonly Entry[];

/**
 * A search over entries. Every word of the query begins a word of the entry. What is called so comes first,
 * then what begins so, then the rest; findings come last. A query that goes on from the last one looks only
 * through what that one found.
 */
export function createFind(entries: readonly Entry[]): Find {
  let last: { readonly whole: string; readonly found: readonly Entry[] } = { whole: '', found: entries };
  return (query) => {
    const whole = wordsIn(query);
    if (whole === ' ') return [];
    const pool = whole.startsWith(last.whole) ? last.found : entries;
    const words = whole.trim().split(' ');
    const found = pool.filter((entry) => words.every((word) => entry.words.includes(` ${word}`)));
    last = { whole, found };
    return firstHits(found, whole);
  };
}

/** Ranks are counted out and not sorted: a short query finds thousands. */
function firstHits(found: readonly Entry[], whole: string): readonly Entry[] {
  const ranks = new Map<number, Entry[]>();
  for (const entry of found) {
    const rank = rankOf(entry, whole);
    const sameRank = ranks.get(rank);
    if (sameRank === undefined) ranks.set(rank, [entry]);
    else if (sameRank.length < MOST) sameRank.push(entry);
  }
  return [...ranks]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([, hits]) => hits)
    .slice(0, MOST);
}

function rankOf({ words, text, kind }: Entry, whole: string): number {
  const order = kinds.indexOf(kind);
  if (kind === 'finding') return 1000;
  const isCalledSo = text.length === whole.length - 1 && order <= kinds.indexOf('app');
  if (words.startsWith(whole)) return isCalledSo ? order : 100 + order;
  return 200 + order;
}
