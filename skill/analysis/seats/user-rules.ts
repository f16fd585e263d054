/** The rules by which user rows are judged: what the mapping and the people's own records say. */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Day, Person } from '../../mapping/portfolio.ts';
import type { UserRules } from './user-rows.ts';

/** People by what their own record says; who is on the way out is in neither. */
interface PeopleRules {
  readonly departed: ReadonlySet<number>;
  readonly present: ReadonlySet<number>;
}

/** Departed is who was offboarded or deleted in the identity source; offboarding is still here. */
export function peopleRules(people: readonly Person[]): PeopleRules {
  const departed = new Set<number>();
  const present = new Set<number>();
  for (const { id, lifecycle, deletedInIdentitySource } of people) {
    const stage = lifecycle.kind === 'known' ? lifecycle.value : null;
    if (stage === 'offboarded' || deletedInIdentitySource) departed.add(id);
    else if (stage === 'active') present.add(id);
  }
  return { departed, present };
}

export function userRulesOf(
  config: AnalysisConfig,
  asOf: Day,
  { departed, present }: PeopleRules,
): (appId: number) => UserRules {
  const { graceDays, inactiveDays, perApp } = config.thresholds;
  return (appId) => ({
    asOf,
    graceDays,
    inactiveDays: (Object.hasOwn(perApp, appId) ? perApp[appId]?.inactiveDays : undefined) ?? inactiveDays,
    departed,
    present,
    exempt: exemptPeople(config, appId),
  });
}

function exemptPeople({ exempt }: AnalysisConfig, appId: number): Set<number> {
  const here = exempt.filter((entry) => entry.appId === null || entry.appId === appId);
  return new Set(here.map(({ idUser }) => idUser));
}
