/**
 * The lines that a change takes away and adds, each with a few lines around it.
 *
 * In: two texts. Out: lines that begin with "-", "+" or " "; empty when the texts are equal.
 */

/** Comparisons after which lines are counted instead of shown: a built page, not a text of a person. */
const MOST_COMPARISONS = 4_000_000;

/** Unchanged lines shown before and after a change. */
const AROUND = 2;

interface Line {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

export function difference(before: string, after: string): string[] {
  if (before === after) return [];
  const lines = aligned(linesOf(before), linesOf(after));
  const changed = lines.flatMap(({ mark }, index) => (mark === ' ' ? [] : [index]));
  const shown = lines.map((_, index) => changed.some((place) => Math.abs(place - index) <= AROUND));
  return lines.flatMap(({ mark, text }, index) => {
    if (shown[index] === true) return [`${mark} ${text}`.trimEnd()];
    return index > 0 && shown[index - 1] === true && shown.includes(true, index) ? ['  …'] : [];
  });
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
}

/** By the longest common subsequence; what both begin and end with is left out of the search. */
function aligned(before: readonly string[], after: readonly string[]): Line[] {
  const lead = common(before, after);
  const tail = common(before.slice(lead).toReversed(), after.slice(lead).toReversed());
  const middle = alignedMiddle(
    before.slice(lead, before.length - tail),
    after.slice(lead, after.length - tail),
  );
  return [
    ...before.slice(0, lead).map(unchanged),
    ...middle,
    ...before.slice(before.length - tail).map(unchanged),
  ];
}

function unchanged(text: string): Line {
  return { mark: ' ', text };
}

function common(a: readonly string[], b: readonly string[]): number {
  const end = a.findIndex((line, index) => line !== b[index]);
  return end < 0 ? Math.min(a.length, b.length) : end;
}

function alignedMiddle(a: readonly string[], b: readonly string[]): Line[] {
  if (a.length * b.length > MOST_COMPARISONS) return [counted('-', a), counted('+', b)];
  const best = lengths(a, b);
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [old, now] = [a[i], b[j]];
    if (old !== undefined && old === now) {
      lines.push({ mark: ' ', text: old });
      [i, j] = [i + 1, j + 1];
    } else if (old !== undefined && (now === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ mark: '-', text: old });
      i += 1;
    } else {
      lines.push({ mark: '+', text: now ?? '' });
      j += 1;
    }
  }
  return lines;
}

function counted(mark: '-' | '+', lines: readonly string[]): Line {
  return { mark, text: `${lines.length} lines` };
}

/** `lengths[i][j]`: lines that a from i and b from j have in common, in order. */
function lengths(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [row, next] = [table[i] ?? [], table[i + 1] ?? []];
      row[j] = a[i] === b[j] ? (next[j + 1] ?? 0) + 1 : Math.max(next[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return table;
}
