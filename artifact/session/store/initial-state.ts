import type { IsoDate } from '../../../skill/analysis/contract.ts';
import type { ParsedConfiguration } from '../model/configuration.ts';
import type { SessionState } from '../model/state.ts';
import { aggregateDepth } from '../model/view-settings.ts';
import { noWhatIf } from '../model/what-if.ts';

/** What is reset when a reading begins. */
export const onStart = {
  need: null,
  problems: [],
  progress: {},
  fault: null,
  doubts: [],
  detail: null,
  payments: null,
  paymentProgress: null,
} satisfies Partial<SessionState>;

/** What is reset when there is nothing to read from. */
export const onDisconnect = {
  results: null,
  host: null,
  receipt: null,
  granted: null,
  failures: [],
  stale: [],
} satisfies Partial<SessionState>;

export function initialState(parsed: ParsedConfiguration, today: IsoDate): SessionState {
  const { asOf, decisions, past, snapshot } = parsed.ok ? parsed.configuration : parsed.withoutMapping;
  return {
    ...onStart,
    ...onDisconnect,
    phase: parsed.ok ? 'connecting' : 'setup',
    problems: parsed.ok ? [] : parsed.problems,
    demo: false,
    snapshot: snapshot !== null,
    calls: [],
    asOf: asOf ?? today,
    past,
    chosenRun: null,
    settings: { recorded: decisions, whatIf: noWhatIf, depth: aggregateDepth, slice: null },
  };
}
