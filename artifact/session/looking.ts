/** The acts by which a reader looks at the same records in another way; each works the figures out anew. */
import type { IsoDate } from '../../skill/analysis/contract.ts';
import { pictureOf, type Lens } from './lens.ts';
import type { SessionState } from './state.ts';
import {
  isAbout,
  noWhatIf,
  withAssumptions,
  withDecision,
  withEdit,
  withoutDecision,
  withoutEdit,
  withRemoved,
  type Assumptions,
  type MadeDecision,
  type MadeEdit,
  type Subject,
  type WhatIf,
} from './what-if.ts';

/** Who decided is said when the decisions are handed back. */
const BY = 'Reader of the dashboard';

export interface Looking {
  /** Plans something for an app, in place of what was planned for it on this page. */
  planApp(edit: Omit<MadeEdit, 'by' | 'at'>): void;
  /** Takes back what this page planned for an app; what came with the page holds again. */
  undoPlan(appId: number): void;
  decide(decision: Omit<MadeDecision, 'by' | 'at'>): void;
  /** Takes back what this page decided, and what came with it. */
  undecide(subject: Subject): void;
  undoDecision(subject: Subject): void;
  /** Takes an entry of decisions.json back, or lets it hold again. */
  remove(entry: Subject | { readonly edit: number }, goes: boolean): void;
  /** Undefined = as mapped again. */
  assume(change: { readonly [Name in keyof Assumptions]?: Assumptions[Name] | undefined }): void;
  /** Shows one slice of the Organizational View; null = everything. */
  showSlice(slice: string | null): void;
  /** Everything as it came with the page. */
  resetWhatIf(): void;
}

export interface Store {
  readonly get: () => SessionState;
  readonly update: (change: Partial<SessionState>) => void;
  readonly today: () => IsoDate;
}

export function createLooking(store: Store): Looking {
  const change = (changed: (whatIf: WhatIf) => WhatIf): void => {
    const { lens } = store.get();
    store.update(lookedAt(store.get(), { ...lens, whatIf: changed(lens.whatIf) }));
  };
  const made = () => ({ by: BY, at: store.today() });
  return {
    planApp: (edit) => change((whatIf) => withEdit(whatIf, { ...edit, ...made() })),
    undoPlan: (appId) => change((whatIf) => withoutEdit(whatIf, appId)),
    decide: (decision) => change((whatIf) => withDecision(whatIf, { ...decision, ...made() })),
    undoDecision: (subject) => change((whatIf) => withoutDecision(whatIf, subject)),
    undecide(subject) {
      const came = store.get().lens.recorded.decisions.some((decision) => isAbout(decision, subject));
      change((whatIf) => {
        const own = withoutDecision(whatIf, subject);
        return came ? withRemoved(own, subject, true) : own;
      });
    },
    remove: (entry, goes) => change((whatIf) => withRemoved(whatIf, entry, goes)),
    assume: (assumptions) => change((whatIf) => withAssumptions(whatIf, assumptions)),
    showSlice(slice) {
      const { lens } = store.get();
      if (slice !== lens.slice) store.update(lookedAt(store.get(), { ...lens, slice }));
    },
    resetWhatIf: () => change(() => noWhatIf),
  };
}

/** Only the analysis is worked out anew; without the what-if it holds still. */
function lookedAt({ picture, asOf }: SessionState, lens: Lens): Partial<SessionState> {
  return { lens, picture: picture && pictureOf(picture, lens, asOf, picture.still) };
}
