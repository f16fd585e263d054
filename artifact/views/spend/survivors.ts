import { analyze } from '../../../skill/analysis/analyze.ts';
import type { Analysis, Depth, Minor, PlanEdit } from '../../../skill/analysis/contract.ts';
import type { Portfolio } from '../../../skill/mapping/portfolio.ts';

type App = Analysis['apps'][number];

/** Apps asked of the engine at once, most expensive first; each takes an analysis. */
export const MOST_ASKED = 4;

/** One app of a group stays and takes in the people of the others. */
export interface Survivor {
  readonly app: App;
  /** Seats to buy; null = how many people would come is not known. */
  readonly seats: number | null;
  /** What they cost a year; null = unknown. */
  readonly seatCost: Minor | null;
  /** What the whole group would cost less a year, those seats paid; null where they are unknown. */
  readonly saving: Minor | null;
  readonly assumptions: readonly string[];
}

export interface SurvivorQuestion {
  readonly analysis: Analysis;
  readonly portfolio: Portfolio;
  readonly depth: Depth;
  readonly group: readonly App[];
}

/** Asks the engine, with the plan as it stands and the rest of the group replaced by `app`. */
export function survivorOf({ analysis, portfolio, depth, group }: SurvivorQuestion, app: App): Survivor {
  const { inputs, asOf } = analysis;
  const others = group.filter(({ id }) => id !== app.id);
  const edits = others.map(({ id }): PlanEdit => ({
    appId: id,
    action: 'replaceBy',
    survivorId: app.id,
    by: '',
    at: asOf,
  }));
  const kept = inputs.edits.filter(({ appId }) => !group.some(({ id }) => id === appId));
  const asked = analyze(portfolio, inputs.config, asOf, [...kept, ...edits], depth, inputs.decisions);
  const added = asked.ledger.find(({ appId, lever }) => appId === app.id && lever === 'added-seats');
  const members = asked.apps.filter(({ id }) => group.some((member) => member.id === id));
  const seats = others.every(isCounted) ? (added?.seats ?? null) : null;
  const cost = 0 - (added?.hardAnnual ?? 0);
  const seatCost = seats === null || (seats > 0 && cost === 0) ? null : cost;
  return {
    app,
    seats,
    seatCost,
    saving: seatCost === null ? null : members.reduce((sum, one) => sum + (one.hardSavingAnnual ?? 0), 0),
    assumptions: added?.assumptions ?? [],
  };
}

/** Without seats and users nobody knows how many people an app would send. */
function isCounted({ seats, activeUsers }: App): boolean {
  return seats !== null || activeUsers !== null;
}
