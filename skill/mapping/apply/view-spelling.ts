/**
 * One spelling for each value of the Organizational View: "Engineering", "engineering" and "ENGINEERING" are
 * one part of the organization, and a slice of any of them alone would be too small.
 */
import type { Value } from '../base/portfolio.ts';
import { normalizeText } from '../base/plain-text.ts';
import { known } from '../base/value.ts';

interface Viewed {
  readonly view: Value<string>;
}

/**
 * The rows with every value in its most frequent spelling, of two alike the first by code.
 * @param preferred names that the mapping gives; they win over what is frequent
 */
export function withOneSpelling<Row extends Viewed>(
  rows: readonly Row[],
  preferred: ReadonlySet<string>,
): readonly Row[] {
  const chosen = chosenSpellings(spellingsIn(rows), preferred);
  if (chosen.size === 0) return rows;
  return rows.map((row) => {
    const spelling = row.view.kind === 'known' ? chosen.get(row.view.value) : undefined;
    return spelling === undefined ? row : { ...row, view: known(spelling) };
  });
}

function spellingsIn(rows: readonly Viewed[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { view } of rows) {
    if (view.kind === 'known') counts.set(view.value, (counts.get(view.value) ?? 0) + 1);
  }
  return counts;
}

/** Only spellings that give way to another; most tenants have none. */
function chosenSpellings(
  counts: ReadonlyMap<string, number>,
  preferred: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const weight = (spelling: string): number =>
    preferred.has(spelling) ? Infinity : (counts.get(spelling) ?? 0);
  const best = new Map<string, string>();
  for (const spelling of [...counts.keys()].toSorted()) {
    const word = normalizeText(spelling);
    const before = best.get(word);
    if (before === undefined || weight(spelling) > weight(before)) best.set(word, spelling);
  }
  return new Map(
    [...counts.keys()].flatMap((spelling): [string, string][] => {
      const meant = best.get(normalizeText(spelling));
      return meant === undefined || meant === spelling ? [] : [[spelling, meant]];
    }),
  );
}
