import type { Fact } from '../../analysis/facts.ts';
import type { ComparedRuns } from './change-record.ts';

/**
 * Figures that a comparison adds to those of the analysis, by the names that prose can cite:
 * `was/totals/<total>` · `was/app/<id>/costAnnual|name` · `verified/<contract id>/<lever>/from|to|annual` ·
 * `changes/<what>`.
 */
export function changeFacts(changes: ComparedRuns, currency: string): ReadonlyMap<string, Fact> {
  return new Map([
    ...earlierFacts(changes, currency),
    ...verifiedFacts(changes),
    ...Object.entries(countsIn(changes)).map(([name, count]) =>
      entry(`changes/${name}`, { kind: 'count', count }),
    ),
  ]);
}

type Entry = readonly [string, Fact];

function entry(id: string, fact: Fact): Entry {
  return [id, fact];
}

function earlierFacts({ totals, costs, apps }: ComparedRuns, currency: string): Entry[] {
  return [
    ...totals.flatMap(({ total, from }) =>
      from === null ? [] : [entry(`was/totals/${total}`, { kind: 'money', minor: from, currency })],
    ),
    ...costs.flatMap(({ appId, from }) =>
      from === null ? [] : [entry(`was/app/${appId}/costAnnual`, { kind: 'money', minor: from, currency })],
    ),
    // No list of the present analysis has their names.
    ...apps.gone.map(({ appId, name }) => entry(`was/app/${appId}/name`, { kind: 'text', text: name })),
  ];
}

function verifiedFacts({ verified }: ComparedRuns): Entry[] {
  return verified.flatMap(({ contractId, lever, from, to, annual, currency }) => {
    const id = `verified/${contractId}/${lever}`;
    const figure = (value: number): Fact =>
      currency === null ? { kind: 'count', count: value } : { kind: 'money', minor: value, currency };
    return [
      entry(`${id}/from`, figure(from)),
      entry(`${id}/to`, figure(to)),
      ...(annual === null ? [] : [entry(`${id}/annual`, { kind: 'money', ...annual })]),
    ];
  });
}

function countsIn({ apps, costs, findings, deadlines }: ComparedRuns): Record<string, number> {
  return {
    appsAdded: apps.added.length,
    appsGone: apps.gone.length,
    costs: costs.length,
    findingsAdded: findings.added.length,
    findingsGone: findings.gone.length,
    deadlines: deadlines.length,
  };
}
