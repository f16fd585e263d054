/**
 * The filter of a list, kept in the address. A view says what its rows are, and gets those that are asked
 * for; `<FilterBar>` takes the rest of what is handed out here.
 */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Analysis, Minor } from '../../../skill/analysis/contract.ts';
import { useResults, useRoute, useRouter } from '../page-context.ts';
import { withParameters } from '../router.ts';
import {
  anything,
  filterParameters,
  asksAnything,
  readFilter,
  wordsOfFilter,
  type Filter,
} from './filter.ts';
import { filterTest } from './meets.ts';
import { subjectsOf, type RowKinds, type Subjects } from './subject.ts';

export interface Filtering {
  readonly filter: Filter;
  readonly change: (part: Partial<Filter>) => void;
  readonly clear: () => void;
  /** Empty while nothing is asked for. */
  readonly words: string;
  /** Rows asked for, of how many. */
  readonly shown: number;
  readonly all: number;
  /** Sum of what is known of the rows shown; worked out only where it is said. */
  readonly worth: () => Minor;
}

export interface Filtered<Row> extends Filtering {
  readonly rows: readonly Row[];
  /** For the file that the list becomes. */
  readonly notes: readonly string[];
}

const made = new WeakMap<Analysis, Subjects>();

/** The subjects of an analysis, made once. */
function subjectsIn(analysis: Analysis): Subjects {
  const subjects = made.get(analysis) ?? subjectsOf(analysis);
  made.set(analysis, subjects);
  return subjects;
}

/**
 * Keeps the order of the rows it is given.
 * @param kind what a row is
 */
export function useFilter<Kind extends keyof RowKinds, Row extends RowKinds[Kind]>(
  kind: Kind,
  rows: readonly Row[],
): Filtered<Row> {
  const { shown: analysis } = useResults();
  const { currency } = analysis;
  const [filter, change] = useFilterInAddress();
  const shown = useMemo(() => {
    if (!asksAnything(filter)) return rows;
    const subjects = subjectsIn(analysis);
    const meets = filterTest(filter, currency);
    return rows.filter((row) => meets(subjects[kind](row)));
  }, [rows, filter, analysis, currency, kind]);
  const worth = useCallback(() => worthOf(kind, shown, subjectsIn(analysis)), [kind, shown, analysis]);
  const words = wordsOfFilter(filter, currency);
  return {
    rows: shown,
    filter,
    change: (part) => change({ ...filter, ...part }),
    clear: () => change(anything),
    words,
    shown: shown.length,
    all: rows.length,
    worth,
    notes: words === '' ? [] : [`Only: ${words}.`],
  };
}

/** What rows are worth a year, as far as it is known; nothing is added twice. */
export function worthOfRows<Kind extends keyof RowKinds>(
  kind: Kind,
  rows: readonly RowKinds[Kind][],
  analysis: Analysis,
): Minor {
  return worthOf(kind, rows, subjectsIn(analysis));
}

function worthOf<Kind extends keyof RowKinds>(
  kind: Kind,
  rows: readonly RowKinds[Kind][],
  subjects: Subjects,
): Minor {
  const keys = new Set<string>();
  let sum = 0;
  for (const row of rows) {
    const { worth } = subjects[kind](row);
    if (worth === null || worth.minor === null || keys.has(worth.key)) continue;
    keys.add(worth.key);
    sum += worth.minor;
  }
  return sum;
}

/** Time after the last key before the address follows; every change of it renders all that has a link. */
const SETTLE_MS = 300;

/** What is being typed counts at once and reaches the address once the typing has paused. */
function useFilterInAddress(): [Filter, (next: Filter) => void] {
  const route = useRoute();
  const router = useRouter();
  const { parameters } = route;
  const kept = useMemo(() => readFilter(parameters), [parameters]);
  const [typed, setTyped] = useState<{ readonly filter: Filter; readonly over: Filter } | null>(null);
  const pending = typed !== null && isSameFilter(typed.over, kept) ? typed.filter : null;
  useEffect(() => {
    if (pending === null) return undefined;
    const timer = setTimeout(() => {
      router.replace(withParameters(router.getRoute(), filterParameters(pending)));
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [pending, router]);
  const change = (next: Filter): void => {
    const isTyping = next.q !== kept.q || next.value !== kept.value;
    setTyped(isTyping ? { filter: next, over: kept } : null);
    if (!isTyping) router.replace(withParameters(router.getRoute(), filterParameters(next)));
  };
  return [pending ?? kept, change];
}

function isSameFilter(a: Filter, b: Filter): boolean {
  return a === b || wordsOfFilter(a, 'USD') === wordsOfFilter(b, 'USD');
}
