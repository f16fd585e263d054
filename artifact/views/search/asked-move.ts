/** A question such as "monday.com to Asana" as the plan that answers it: one app replaced by another. */
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { searchEntry, wordsIn, type Entry } from './entry.ts';

type App = Analysis['apps'][number];

const MOVE =
  /^(?:move|retire|replace|plan|switch|drop)?\s*(\S.*?)\s+(?:to|by|with|→|in favou?r of|for)\s+(\S.*)$/i;

/** Null where no two apps are named. */
export function askedMove(query: string, { apps }: Pick<Analysis, 'apps'>): Entry | null {
  const [, from = '', to = ''] = MOVE.exec(query.trim()) ?? [];
  const app = appCalled(from, apps);
  const survivor = appCalled(to, apps);
  if (app === null || survivor === null || app.id === survivor.id) return null;
  return searchEntry('command/move', 'command', `Plan ${app.name} replaced by ${survivor.name}`, {
    move: app.id,
    by: survivor.id,
  });
}

/** The app of that name, or else the most expensive of those whose name begins so. */
function appCalled(text: string, apps: readonly App[]): App | null {
  const words = wordsIn(text);
  if (words === ' ') return null;
  const begun = apps.filter(({ name }) => wordsIn(name).startsWith(words));
  const exact = begun.find(({ name }) => wordsIn(name) === words);
  return exact ?? begun.toSorted((a, b) => (b.costAnnual ?? 0) - (a.costAnnual ?? 0))[0] ?? null;
}
