import type { Finding, Minor } from '../base/contract.ts';

/** The findings of one app that the rules may act on, by id; null = the rules leave those seats alone. */
export interface Eligible {
  readonly departed: Finding<Minor> | null;
  readonly unassigned: Finding<Minor> | null;
  readonly inactive: Finding<Minor> | null;
}

export function eligibleSeats(findings: readonly Finding<Minor>[]): ReadonlyMap<number, Eligible> {
  const byApp = new Map<number, { -readonly [Part in keyof Eligible]: Eligible[Part] }>();
  for (const finding of findings) {
    const { type, appId, queue } = finding;
    if (queue !== 'plan' || appId === null) continue;
    if (type !== 'departed' && type !== 'unassigned' && type !== 'inactive') continue;
    let own = byApp.get(appId);
    if (own === undefined) byApp.set(appId, (own = { departed: null, unassigned: null, inactive: null }));
    own[type] = finding;
  }
  return byApp;
}
