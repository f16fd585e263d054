/**
 * What a reader has decided, planned and assumed on this page. Kept in memory only: it leaves through
 * the hand-back block, never through storage. DecisionsFile and edits have the form of decisions.json, so
 * what is overlaid and what is handed back are one thing.
 */
import type { AnalysisConfig } from '../../../skill/mapping/mapping.ts';
import { equivalentPercent } from './right-sizing.ts';
import type { DecisionsFile } from '../../../skill/mapping/tenant-files.ts';

export type MadeDecision = DecisionsFile['decisions'][number];
export type MadeEdit = DecisionsFile['edits'][number];

/** Assumptions put in place of the mapping's; absent = as mapped. */
export interface TriedAssumptions {
  readonly inactiveDays?: number;
  readonly policy?: AnalysisConfig['rightSizing']['policy'];
  /** Spare seats on top, or the utilization aimed at, in percent. */
  readonly percent?: number;
  readonly seats?: number;
  readonly hires?: number;
  readonly noticeDays?: number;
  readonly leadDays?: number;
}

/** Entries of decisions.json that a reader has taken back. */
export interface Removed {
  /** Apps whose edit goes. */
  readonly edits: readonly number[];
  readonly decisions: readonly Subject[];
}

export interface WhatIf {
  readonly decisions: readonly MadeDecision[];
  readonly edits: readonly MadeEdit[];
  readonly assumptions: TriedAssumptions;
  readonly removed: Removed;
}

export const noWhatIf: WhatIf = {
  decisions: [],
  edits: [],
  assumptions: {},
  removed: { edits: [], decisions: [] },
};

export function isWhatIf({ decisions, edits, assumptions, removed }: WhatIf): boolean {
  return decisions.length + edits.length + Object.keys(assumptions).length + removedCount(removed) > 0;
}

export function removedCount({ edits, decisions }: Removed): number {
  return edits.length + decisions.length;
}

/** The edit replaces an earlier one of the same app. */
export function withEdit(whatIf: WhatIf, edit: MadeEdit): WhatIf {
  const { edits } = withoutEdit(whatIf, edit.appId);
  return withRemoved({ ...whatIf, edits: [...edits, edit] }, { edit: edit.appId }, false);
}

export function withoutEdit(whatIf: WhatIf, appId: number): WhatIf {
  return { ...whatIf, edits: whatIf.edits.filter((edit) => edit.appId !== appId) };
}

/** What a decision is about: a finding, or every finding of an app. */
export type Subject = Pick<MadeDecision, 'finding' | 'appId'>;

export function withDecision(whatIf: WhatIf, decision: MadeDecision): WhatIf {
  const { decisions } = withoutDecision(whatIf, decision);
  return withRemoved({ ...whatIf, decisions: [...decisions, decision] }, decision, false);
}

export function withoutDecision(whatIf: WhatIf, subject: Subject): WhatIf {
  return { ...whatIf, decisions: whatIf.decisions.filter((decision) => !isAbout(decision, subject)) };
}

export function isAbout(decision: Subject, { finding, appId }: Subject): boolean {
  return decision.finding === finding && decision.appId === appId;
}

function subjectOf({ finding, appId }: Subject): Subject {
  return finding === undefined ? { appId } : { finding };
}

/** Takes an entry of decisions.json back, or lets it hold again. */
export function withRemoved(
  whatIf: WhatIf,
  entry: Subject | { readonly edit: number },
  goes: boolean,
): WhatIf {
  const { edits, decisions } = whatIf.removed;
  const removed =
    'edit' in entry
      ? {
          decisions,
          edits: [...edits.filter((appId) => appId !== entry.edit), ...(goes ? [entry.edit] : [])],
        }
      : {
          edits,
          decisions: [
            ...decisions.filter((one) => !isAbout(one, entry)),
            ...(goes ? [subjectOf(entry)] : []),
          ],
        };
  return { ...whatIf, removed };
}

type Entries = Pick<DecisionsFile, 'decisions' | 'edits'>;

/** What people decided, whether it came with the page or was made on it; the later of two entries holds. */
export function mergeDecisions(recorded: Entries, { decisions, edits, removed }: WhatIf): Entries {
  return {
    edits: [...recorded.edits.filter(({ appId }) => !removed.edits.includes(appId)), ...edits],
    decisions: [
      ...recorded.decisions.filter((decision) => !removed.decisions.some((one) => isAbout(decision, one))),
      ...decisions,
    ],
  };
}

/** An assumption set to undefined is as mapped again. */
export function withAssumptions(
  whatIf: WhatIf,
  change: { readonly [Name in keyof TriedAssumptions]?: TriedAssumptions[Name] | undefined },
): WhatIf {
  const entries = Object.entries({ ...whatIf.assumptions, ...change });
  const assumptions = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  return { ...whatIf, assumptions };
}

/** The assumptions of the mapping with the reader's in their place. */
export function applyAssumptions(
  config: AnalysisConfig,
  { inactiveDays, noticeDays, leadDays, ...rightSizing }: TriedAssumptions,
): AnalysisConfig {
  return {
    ...config,
    thresholds: { ...config.thresholds, ...(inactiveDays !== undefined && { inactiveDays }) },
    rightSizing: assumedRightSizing(config.rightSizing, rightSizing),
    defaults: {
      ...config.defaults,
      ...(noticeDays !== undefined && { noticeDays }),
      ...(leadDays !== undefined && { leadDays }),
    },
  };
}

/** The percentage of one policy means nothing to another: a buffer of 10 % is not a utilization of 10 %. */
function assumedRightSizing(
  mapped: AnalysisConfig['rightSizing'],
  assumed: Pick<TriedAssumptions, 'policy' | 'percent' | 'seats' | 'hires'>,
): AnalysisConfig['rightSizing'] {
  const { policy = mapped.policy } = assumed;
  const percent = policy === mapped.policy ? mapped.percent : equivalentPercent(policy, mapped);
  return { ...mapped, ...(percent !== undefined && { percent }), ...assumed };
}
