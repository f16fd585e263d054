import { withNoun } from '../../torii/failure.ts';
import type { TenantRecords } from '../../torii/read.ts';
import type { DriftItem } from './drift-item.ts';
import { fold } from '../base/fold.ts';
import type { TenantMapping } from '../base/mapping.ts';
import { readText } from '../values/read-text.ts';
import { classifyState } from '../values/states.ts';

/** App states that no rule classifies, and rules that no app state needs. */
export function stateDrift({ states }: TenantMapping, { apps }: TenantRecords): DriftItem[] {
  const counts = new Map<string, number>();
  for (const row of apps) {
    const state = readText(row.state ?? '');
    if (state.kind === 'known') counts.set(state.value, (counts.get(state.value) ?? 0) + 1);
  }
  const unknown = [...counts].filter(([state]) => classifyState(state, states) === 'unmapped');
  const met = new Set([...counts.keys()].map(fold));
  const unused = apps.length === 0 ? [] : Object.keys(states).filter((state) => !met.has(fold(state)));
  return [...unknown.map(([state, count]) => newState(state, count)), ...unused.map(unusedState)];
}

function newState(state: string, count: number): DriftItem {
  return {
    kind: 'new-state',
    severity: 'check',
    path: `states.${state}`,
    message: `${withNoun(count, 'app is', 'apps are')} in state “${state}”, which is not classified.`,
    remedy: `Add "${state}" to "states": sanctioned, pending, unsanctioned, closing, closed or hidden.`,
  };
}

function unusedState(state: string): DriftItem {
  return {
    kind: 'unused-state',
    severity: 'note',
    path: `states.${state}`,
    message: `No app is in state “${state}” any more.`,
    remedy: 'Keep it, or remove it from "states".',
  };
}
