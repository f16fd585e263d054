/**
 * The brief: one page for somebody who decides and never opens a dashboard.
 *
 * In: an analysis. Out: its content as data, every figure with the fact it is, so that every surface
 * says the same. No money is computed here, and no person is named.
 */
import type { Cut } from '../../analysis/analyze.ts';
import type { Analysis, IsoDate } from '../../analysis/contract.ts';
import { baselineComplete } from '../../analysis/facts.ts';
import { assumptionsOf } from './assumptions.ts';
import { decisionsToTake, type Decisions } from '../decisions/decide.ts';
import { headlineOf } from '../decisions/outlook.ts';
import { boundedMoney } from '../base/bounds.ts';
import type { Sentence } from '../base/sentence.ts';
import { isUsable, labelsOf, type Label } from '../base/coverage.ts';
import type { Unknown } from './unknown.ts';
import { unknownsOf } from './unknowns.ts';

/** An amount that must never be added to the others, and what it means. */
export interface Figure {
  readonly name: string;
  /** With the bound that belongs to it: "at least $14,000". */
  readonly amount: Sentence;
  readonly meaning: string;
}

export interface Brief {
  readonly tenant: string;
  readonly asOf: IsoDate;
  readonly currency: string;
  readonly depth: Analysis['depth']['basis'];
  readonly labels: readonly Label[];
  /** False where the apps could not be read: then there are no figures, rather than zeros. */
  readonly hasData: boolean;
  readonly headline: Sentence;
  readonly decisions: Decisions;
  readonly figures: readonly Figure[];
  readonly unknowns: readonly Unknown[];
  readonly assumptions: readonly Sentence[];
}

export function briefOf(analysis: Analysis, cut: Cut = 'brief'): Brief {
  const hasData = isUsable(analysis, 'apps');
  return {
    tenant: analysis.inputs.mapping.tenant,
    asOf: analysis.asOf,
    currency: analysis.currency,
    depth: analysis.depth.basis,
    labels: labelsOf(analysis),
    hasData,
    headline: headlineOf(analysis),
    decisions: decisionsToTake(analysis, cut),
    figures: hasData ? figuresOf(analysis) : [],
    unknowns: unknownsOf(analysis),
    assumptions: assumptionsOf(analysis),
  };
}

const shown = [
  ['baselineAnnual', 'Baseline', 'what the apps with a known cost cost a year today'],
  ['hardSavingAnnual', 'Hard saving', 'what would leave the bill each year'],
  ['avoidanceAnnual', 'Cost avoidance', 'what need not be bought; the bill of today stays'],
  ['oneTime', 'One-time cost', 'what the plan costs once'],
] as const;

/** Hard saving, avoidance and one-time cost are kept apart: they are different kinds of money. */
export function figuresOf(analysis: Analysis): Figure[] {
  const { totals } = analysis;
  return shown.map(([field, name, meaning]) => ({
    name,
    amount: boundedMoney(
      totals[field],
      `totals/${field}`,
      field === 'baselineAnnual' ? baselineComplete(analysis) : 'whole',
    ),
    meaning,
  }));
}
