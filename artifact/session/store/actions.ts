/** What a reader can change about the view; each change recalculates the figures on the same records. */
import type { IsoDate } from '../../../skill/analysis/contract.ts';
import type { ChosenRun } from '../model/past-runs.ts';
import type { SessionState } from '../model/state.ts';
import type { Store } from '../model/store.ts';
import type { ViewSettings } from '../model/view-settings.ts';
import {
  isAbout,
  noWhatIf,
  withAssumptions,
  withDecision,
  withEdit,
  withoutDecision,
  withoutEdit,
  withRemoved,
  type TriedAssumptions,
  type MadeDecision,
  type MadeEdit,
  type Subject,
  type WhatIf,
} from '../model/what-if.ts';
import { buildResults } from '../reading/build-results.ts';

/** Who decided is said when the decisions are handed back. */
const BY = 'Reader of the dashboard';

export interface Actions {
  /** Plans something for an app, in place of what was planned for it on this page. */
  planApp(edit: Omit<MadeEdit, 'by' | 'at'>): void;
  /** Plans several apps as one, with the figures recalculated once. */
  planApps(edits: readonly Omit<MadeEdit, 'by' | 'at'>[]): void;
  /** Takes back what this page planned for an app; what came with the page holds again. */
  undoPlan(appId: number): void;
  decide(decision: Omit<MadeDecision, 'by' | 'at'>): void;
  /** Many decisions as one, with the figures recalculated once. */
  decideAll(decisions: readonly Omit<MadeDecision, 'by' | 'at'>[]): void;
  /** Takes back what this page decided, and what came with it. */
  undecide(subject: Subject): void;
  undoDecision(subject: Subject): void;
  /** Takes an entry of decisions.json back, or lets it hold again. */
  remove(entry: Subject | { readonly edit: number }, goes: boolean): void;
  /** Undefined = as mapped again. */
  assume(change: { readonly [Name in keyof TriedAssumptions]?: TriedAssumptions[Name] | undefined }): void;
  /** Shows one slice of the Organizational View; null = everything. */
  showSlice(slice: string | null): void;
  /** Compares with a run that the reader chose; null = with the one that came with the page. */
  compareWith(chosen: ChosenRun | null): void;
  /** Everything as it came with the page. */
  resetWhatIf(): void;
}

export function createActions(store: Store<SessionState>, today: () => IsoDate): Actions {
  const change = (next: (whatIf: WhatIf) => WhatIf): void => {
    const { settings } = store.getState();
    store.update(reanalyze(store.getState(), { ...settings, whatIf: next(settings.whatIf) }));
  };
  const signature = () => ({ by: BY, at: today() });
  return {
    planApp: (edit) => change((whatIf) => withEdit(whatIf, { ...edit, ...signature() })),
    planApps: (edits) =>
      change((whatIf) => edits.reduce((made, one) => withEdit(made, { ...one, ...signature() }), whatIf)),
    undoPlan: (appId) => change((whatIf) => withoutEdit(whatIf, appId)),
    decide: (decision) => change((whatIf) => withDecision(whatIf, { ...decision, ...signature() })),
    decideAll: (decisions) =>
      change((whatIf) =>
        decisions.reduce((made, one) => withDecision(made, { ...one, ...signature() }), whatIf),
      ),
    undoDecision: (subject) => change((whatIf) => withoutDecision(whatIf, subject)),
    undecide(subject) {
      const came = store
        .getState()
        .settings.recorded.decisions.some((decision) => isAbout(decision, subject));
      change((whatIf) => {
        const own = withoutDecision(whatIf, subject);
        return came ? withRemoved(own, subject, true) : own;
      });
    },
    remove: (entry, goes) => change((whatIf) => withRemoved(whatIf, entry, goes)),
    assume: (assumptions) => change((whatIf) => withAssumptions(whatIf, assumptions)),
    showSlice(slice) {
      const { settings } = store.getState();
      if (slice !== settings.slice) store.update(reanalyze(store.getState(), { ...settings, slice }));
    },
    compareWith: (chosenRun) => store.update({ chosenRun }),
    resetWhatIf: () => change(() => noWhatIf),
  };
}

/** Recalculates the figures alone; those without the what-if stay as they are. */
function reanalyze({ results, asOf }: SessionState, settings: ViewSettings): Partial<SessionState> {
  return { settings, results: results && buildResults(results, settings, asOf, results.fullBaseline) };
}
