/**
 * Apps that do the same work. A category is only a screen; shared people confirm it. What is not
 * confirmed goes to the review queue without money.
 */
import type { Assessed, AssessedApp } from '../base/assessed.ts';
import { costFactor, scoreOf } from '../base/confidence.ts';
import { knownValue } from '../base/known-value.ts';
import { holdersOf, sharedPeople } from '../base/overlap.ts';
import { slugOf } from './finding.ts';
import type { Gathering } from './gathering.ts';
import { countWords } from './wording.ts';

export function findOverlaps(assessed: Assessed, gathering: Gathering): void {
  const groups = byCategory(assessed.apps);
  for (const slug of [...groups.keys()].toSorted()) {
    const members = groups.get(slug) ?? [];
    if (members.length > 1) addOverlap(slug, members, gathering);
  }
}

/** Apps that are paid for and not on their way out. */
function byCategory(apps: readonly AssessedApp[]): Map<string, AssessedApp[]> {
  const groups = new Map<string, AssessedApp[]>();
  const slugs = new Map<string, string>();
  for (const app of apps) {
    const { category, stateClass } = app.app;
    const name = knownValue(category);
    if (name === null || (app.cost.annual ?? 0) <= 0) continue;
    if (stateClass === 'closed' || stateClass === 'closing') continue;
    const slug = slugs.get(name) ?? slugOf(name);
    slugs.set(name, slug);
    const group = groups.get(slug);
    if (group === undefined) groups.set(slug, [app]);
    else group.push(app);
  }
  return groups;
}

function addOverlap(slug: string, members: readonly AssessedApp[], gathering: Gathering): void {
  const holders = members.map(holdersOf);
  const { overlapContainment } = gathering.assessed.config.thresholds;
  const confirmed = sharedPeople(holders).filter(({ containment }) => containment >= overlapContainment);
  for (const group of connected(members.length, confirmed)) {
    addConfirmed(
      group.map((place) => members[place]).filter((app) => app !== undefined),
      Math.min(...confirmed.filter(({ first }) => group.includes(first)).map((pair) => pair.containment)),
      gathering,
    );
  }
  if (holders.includes(null)) addUnconfirmed(slug, members, gathering);
}

/** Groups of places that pairs join, each sorted; places without a pair are left out. */
function connected(
  places: number,
  pairs: readonly { readonly first: number; readonly second: number }[],
): number[][] {
  if (pairs.length === 0) return [];
  const leader = Array.from({ length: places }, (_, place) => place);
  const find = (place: number): number => {
    const up = leader[place] ?? place;
    return up === place ? place : (leader[place] = find(up));
  };
  for (const { first, second } of pairs) {
    const [a, b] = [find(first), find(second)];
    leader[Math.max(a, b)] = Math.min(a, b);
  }
  const groups = new Map<number, number[]>();
  leader.forEach((_, place) => {
    groups.set(find(place), [...(groups.get(find(place)) ?? []), place]);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Assumes the app that most people hold is the one to keep; the amount is what the others cost. */
function addConfirmed(group: readonly AssessedApp[], containment: number, { add }: Gathering): void {
  const survivor = group.reduce((best, app) =>
    (holdersOf(app)?.size ?? 0) > (holdersOf(best)?.size ?? 0) ? app : best,
  );
  const others = group.filter((app) => app !== survivor);
  const anchor = group[0]?.app.id ?? 0;
  const fact = `finding/overlap:app-${anchor}:shared-people/apps`;
  add({
    type: 'overlap',
    subject: `app-${anchor}`,
    rule: 'shared-people',
    appId: anchor,
    amount: others.reduce((sum, { cost }) => sum + (cost.annual ?? 0), 0),
    low: 0,
    score: scoreOf([containment, ...others.map(({ cost }) => costFactor(cost.basis))]),
    apps: group.length,
    evidence: [...group.map(({ app }) => `app/${app.id}/costAnnual`), fact],
    against: [`app/${survivor.app.id}/seats/purchased`],
    action: [
      'Consider one of ',
      ...countWords(group.length, fact, 'app'),
      ` that the same people hold: ${namesOf(group)}.`,
    ],
  });
}

function addUnconfirmed(slug: string, members: readonly AssessedApp[], { add }: Gathering): void {
  const fact = `finding/overlap:category-${slug}:category/apps`;
  add({
    type: 'overlap',
    subject: `category-${slug}`,
    rule: 'category',
    score: 0,
    apps: members.length,
    evidence: [...members.slice(0, shown).map(({ app }) => `app/${app.id}/category`), fact],
    blockers: ['Who uses these apps is not read for all of them.'],
    action: [
      'Compare the people of ',
      ...countWords(members.length, fact, 'app'),
      ` in one category: ${namesOf(members)}.`,
    ],
  });
}

/** Members named in one finding. */
const shown = 20;

function namesOf(members: readonly AssessedApp[]): string {
  const names = members
    .slice(0, shown)
    .map(({ app }) => app.name)
    .join(', ');
  return members.length > shown ? `${names} and others` : names;
}
