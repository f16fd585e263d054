import type { DecisionToTake } from '../decisions/decide.ts';
import type { Brief } from './brief.ts';

/** The brief with owners by name, for those who asked for names of people; without one, an owner keeps the id. */
export function withOwnerNames(brief: Brief, nameOf: (appId: number) => string | null): Brief {
  const named = (decision: DecisionToTake): DecisionToTake => {
    const name = decision.appId === null ? null : nameOf(decision.appId);
    return name === null ? decision : { ...decision, row: { ...decision.row, who: [{ name }] } };
  };
  const { decisions } = brief;
  return { ...brief, decisions: { ...decisions, first: decisions.first.map(named) } };
}
