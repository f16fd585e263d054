/**
 * How the records at hand are looked at: what a reader assumed and decided, and which apps are judged
 * by their user rows. Records and a lens make a picture.
 */
import { analyse } from '../../skill/analysis/analyse.ts';
import type { Analysis, Depth, IsoDate } from '../../skill/analysis/contract.ts';
import { answerQuestions } from '../../skill/analysis/questions.ts';
import { analysisConfig } from '../../skill/mapping/config.ts';
import type { Decisions } from '../../skill/mapping/decisions.ts';
import { planOf } from '../../skill/report/plan-of.ts';
import type { Picture } from './state.ts';
import { assumed, isWhatIf, noWhatIf, type WhatIf } from './what-if.ts';

export type RecordedDecisions = Pick<Decisions, 'decisions' | 'edits'>;

export interface Lens {
  /** Content of decisions.json that came with the page. */
  readonly recorded: RecordedDecisions;
  readonly whatIf: WhatIf;
  readonly depth: Depth;
}

export const aggregate: Depth = { basis: 'aggregate', appIds: [] };

/** What the records alone say, whatever the lens. */
export type Base = Pick<Picture, 'records' | 'mapping' | 'origin' | 'portfolio'>;

/** @param unchanged the analysis without the what-if, where it is known to hold still */
export function pictureOf(
  base: Base,
  lens: Lens,
  asOf: IsoDate,
  unchanged = seen(base, { ...lens, whatIf: noWhatIf }, asOf),
): Picture {
  const analysis = isWhatIf(lens.whatIf) ? seen(base, lens, asOf) : unchanged;
  return { ...base, analysis, unchanged, answers: answerQuestions(analysis) };
}

/** Amounts were checked when they were configured or typed. */
function seen({ portfolio, mapping }: Base, { recorded, whatIf, depth }: Lens, asOf: IsoDate): Analysis {
  const config = assumed(analysisConfig(mapping), whatIf.assumptions);
  const people = {
    edits: [...recorded.edits, ...whatIf.edits],
    decisions: [...recorded.decisions, ...whatIf.decisions],
  };
  const plan = planOf(people, config.tenant.currency);
  if (!plan.ok) throw new Error(plan.problems[0]?.message);
  return analyse(portfolio, config, asOf, plan.edits, depth, plan.decisions);
}
