/**
 * What a reader has decided, planned and assumed on this page. Kept in memory only: it leaves through
 * the hand-back block, never through storage. Decisions and edits have the form of decisions.json, so
 * what is overlaid and what is handed back are one thing.
 */
import type { AnalysisConfig } from '../../skill/mapping/mapping.ts';
import type { Decisions } from '../../skill/mapping/decisions.ts';

export type MadeDecision = Decisions['decisions'][number];
export type MadeEdit = Decisions['edits'][number];

/** Assumptions put in place of the mapping's; absent = as mapped. */
export interface Assumptions {
  readonly inactiveDays?: number;
  readonly policy?: AnalysisConfig['rightSizing']['policy'];
  /** Spare seats on top, or the utilisation aimed at, in percent. */
  readonly percent?: number;
  readonly seats?: number;
  readonly hires?: number;
  readonly noticeDays?: number;
  readonly leadDays?: number;
}

export interface WhatIf {
  readonly decisions: readonly MadeDecision[];
  readonly edits: readonly MadeEdit[];
  readonly assumptions: Assumptions;
}

export const noWhatIf: WhatIf = { decisions: [], edits: [], assumptions: {} };

export function isWhatIf({ decisions, edits, assumptions }: WhatIf): boolean {
  return decisions.length + edits.length + Object.keys(assumptions).length > 0;
}

/** The edit replaces an earlier one of the same app. */
export function withEdit(whatIf: WhatIf, edit: MadeEdit): WhatIf {
  return { ...whatIf, edits: [...withoutEdit(whatIf, edit.appId).edits, edit] };
}

export function withoutEdit(whatIf: WhatIf, appId: number): WhatIf {
  return { ...whatIf, edits: whatIf.edits.filter((edit) => edit.appId !== appId) };
}

/** What a decision is about: a finding, or every finding of an app. */
export type Subject = Pick<MadeDecision, 'finding' | 'appId'>;

export function withDecision(whatIf: WhatIf, decision: MadeDecision): WhatIf {
  return { ...whatIf, decisions: [...withoutDecision(whatIf, decision).decisions, decision] };
}

export function withoutDecision(whatIf: WhatIf, subject: Subject): WhatIf {
  return { ...whatIf, decisions: whatIf.decisions.filter((decision) => !isAbout(decision, subject)) };
}

function isAbout(decision: MadeDecision, { finding, appId }: Subject): boolean {
  return decision.finding === finding && decision.appId === appId;
}

/** An assumption set to undefined is as mapped again. */
export function withAssumptions(
  whatIf: WhatIf,
  change: { readonly [Name in keyof Assumptions]?: Assumptions[Name] | undefined },
): WhatIf {
  const entries = Object.entries({ ...whatIf.assumptions, ...change });
  const assumptions = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  return { ...whatIf, assumptions };
}

/** The assumptions of the mapping with the reader's in their place. */
export function assumed(
  config: AnalysisConfig,
  { inactiveDays, noticeDays, leadDays, ...rightSizing }: Assumptions,
): AnalysisConfig {
  return {
    ...config,
    thresholds: { ...config.thresholds, ...(inactiveDays !== undefined && { inactiveDays }) },
    rightSizing: { ...config.rightSizing, ...rightSizing },
    defaults: {
      ...config.defaults,
      ...(noticeDays !== undefined && { noticeDays }),
      ...(leadDays !== undefined && { leadDays }),
    },
  };
}
