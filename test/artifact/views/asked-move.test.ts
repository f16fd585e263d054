import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { askedMove } from '../../../artifact/views/search/asked-move.ts';

type App = Analysis['apps'][number];

/** Only what the question looks at. */
function analysisOf(...apps: readonly (readonly [id: number, name: string, cost: number | null])[]) {
  return {
    apps: apps.map(([id, name, costAnnual]) => ({ id, name, costAnnual }) satisfies Partial<App> as App),
  };
}

const analysis = analysisOf(
  [1, 'monday.com', 500],
  [2, 'Asana', 300],
  [3, 'Adobe Creative Cloud', 900],
  [4, 'Adobe Sign', 100],
  [5, 'Adobe', null],
  [6, 'Zoom Workplace', 80],
  [7, 'Zoom Phone', null],
);

describe('a move that is asked for', () => {
  it.each([
    ['monday.com to Asana', 1, 2],
    ['MONDAY to asana', 1, 2],
    ['retire monday.com in favor of Asana', 1, 2],
    ['replace monday.com with Asana', 1, 2],
    ['replace monday.com by Asana', 1, 2],
    ['switch monday.com → Asana', 1, 2],
    ['drop monday for asana', 1, 2],
    // The exact name before those that begin so; else the most expensive.
    ['adobe to asana', 5, 2],
    ['adobe s to asana', 4, 2],
    ['zoom to asana', 6, 2],
  ])('%s', (query, move, by) => {
    expect(askedMove(query, analysis)?.to).toEqual({ move, by });
  });

  it.each([
    ['no second app', 'monday.com'],
    ['a second app that is not there', 'monday.com to Jira'],
    ['an app into itself', 'Asana to asana'],
    ['nothing before it', 'to Asana'],
    ['punctuation alone', '... to Asana'],
    ['nothing at all', ''],
  ])('is none with %s', (_, query) => {
    expect(askedMove(query, analysis)).toBeNull();
  });

  it('says in words what it would plan', () => {
    expect(askedMove('monday to asana', analysis)?.text).toBe('Plan monday.com replaced by Asana');
  });
});
