/**
 * How the records at hand are looked at: what a reader assumed and decided, and which apps are judged
 * by their user rows, and which part of the Organizational View is shown. Records and a lens make a
 * picture.
 */
import { analyze, narrow, answerQuestions } from '../../skill/analysis/analyze.ts';
import type { Analysis, Depth, IsoDate } from '../../skill/analysis/contract.ts';
import { analysisConfig } from '../../skill/mapping/portfolio.ts';
import type { DecisionsFile } from '../../skill/mapping/tenant-files.ts';
import { planOf } from '../../skill/report/texts.ts';
import type { Picture } from './state.ts';
import { assumed, inForce, isWhatIf, noWhatIf, type WhatIf } from './what-if.ts';

export type RecordedDecisions = Pick<DecisionsFile, 'decisions' | 'edits'>;

export interface Lens {
  /** Content of decisions.json that came with the page. */
  readonly recorded: RecordedDecisions;
  readonly whatIf: WhatIf;
  readonly depth: Depth;
  /** Name of a slice of the Organizational View; null = everything. */
  readonly slice: string | null;
}

export const aggregate: Depth = { basis: 'aggregate', appIds: [] };

/** What the records alone say, whatever the lens. */
export type Base = Pick<Picture, 'records' | 'mapping' | 'origin' | 'portfolio'>;

/** @param still the analysis of everything without the what-if, where it is known */
export function pictureOf(
  base: Base,
  lens: Lens,
  asOf: IsoDate,
  still = seen(base, { ...lens, whatIf: noWhatIf }, asOf),
): Picture {
  const whole = isWhatIf(lens.whatIf) ? seen(base, lens, asOf) : still;
  const analysis = sliced(whole, base, lens);
  const unchanged = whole === still ? analysis : sliced(still, base, lens);
  return { ...base, analysis, unchanged, whole, still, answers: answerQuestions(analysis) };
}

/** A slice that is no longer there shows everything. */
function sliced(analysis: Analysis, { portfolio }: Base, { depth, slice }: Lens): Analysis {
  return (slice === null ? null : narrow(analysis, portfolio, depth, slice)) ?? analysis;
}

/** Amounts were checked when they were configured or typed. */
function seen({ portfolio, mapping }: Base, { recorded, whatIf, depth }: Lens, asOf: IsoDate): Analysis {
  const config = assumed(analysisConfig(mapping), whatIf.assumptions);
  const plan = planOf(inForce(recorded, whatIf), config.tenant.currency);
  if (!plan.ok) throw new Error(plan.problems[0]?.message);
  return analyze(portfolio, config, asOf, plan.edits, depth, plan.decisions);
}
