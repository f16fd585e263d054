/**
 * Which of the apps are listed: by words in name, vendor or category, and by what is known of them.
 *
 * The text of each app is folded once, so that a keystroke over ten thousand apps only searches.
 */
import type { Analysis } from '../../../skill/analysis/contract.ts';

type App = Analysis['apps'][number];

export interface AppFilter {
  readonly words: string;
  /** Empty = any. */
  readonly stateClass: string;
  readonly category: string;
  readonly hasFinding: boolean;
}

export const anyApp: AppFilter = { words: '', stateClass: '', category: '', hasFinding: false };

export interface SearchableApps {
  readonly textOf: ReadonlyMap<number, string>;
  /** Findings of each app that has any. */
  readonly findings: ReadonlyMap<number, number>;
  readonly stateClasses: readonly string[];
  readonly categories: readonly string[];
}

export function searchable({ apps, findings }: Analysis): SearchableApps {
  const counts = new Map<number, number>();
  for (const { appId } of findings) if (appId !== null) counts.set(appId, (counts.get(appId) ?? 0) + 1);
  const textOf = new Map(
    apps.map(({ id, name, vendor, category }) => [id, fold(`${name} ${vendor ?? ''} ${category ?? ''}`)]),
  );
  return {
    textOf,
    findings: counts,
    stateClasses: distinct(apps.map(({ stateClass }) => stateClass)),
    categories: distinct(apps.flatMap(({ category }) => category ?? [])),
  };
}

/** Keeps the order of the apps it is given. */
export function filtered(apps: readonly App[], filter: AppFilter, known: SearchableApps): readonly App[] {
  const words = fold(filter.words).split(' ').filter(Boolean);
  const { stateClass, category, hasFinding } = filter;
  return apps.filter(
    (app) =>
      (stateClass === '' || app.stateClass === stateClass) &&
      (category === '' || app.category === category) &&
      (!hasFinding || known.findings.has(app.id)) &&
      words.every((word) => known.textOf.get(app.id)?.includes(word)),
  );
}

/** In words, for the file that a filtered list becomes. */
export function filterWords({ words, stateClass, category, hasFinding }: AppFilter): string {
  const parts = [
    words && `text “${words}”`,
    stateClass && `state ${stateClass}`,
    category && `category ${category}`,
    hasFinding && 'with a finding',
  ];
  return parts.filter(Boolean).join(', ');
}

function fold(text: string): string {
  return text.toLowerCase();
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].toSorted();
}
