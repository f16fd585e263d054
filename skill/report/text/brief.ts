/**
 * The brief: one page for somebody who decides and never opens a dashboard.
 *
 * In: an analysis. Out: its content as data, every figure with the fact it is, so that every surface
 * says the same. No money is computed here, and no person is named.
 */
import type { Cut } from '../../analysis/analyze.ts';
import type { Analysis, IsoDate, Minor } from '../../analysis/contract.ts';
import { baselineComplete, type MoneyWhen, moneyByWhen, rowsOf, sumsOf } from '../../analysis/facts.ts';
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

/** A part of the bar of money by when it can leave. */
export interface TimedMoney {
  readonly when: MoneyWhen['when'];
  /** In words without figures: "Within a month". */
  readonly name: string;
  readonly amount: Sentence;
  /** Of the largest part, 0 to 1: how long to draw it. */
  readonly size: number;
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
  /** Soonest first; only parts with money. */
  readonly byWhen: readonly TimedMoney[];
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
    byWhen: byWhenOf(analysis),
    decisions: decisionsToTake(analysis, cut),
    figures: hasData ? figuresOf(analysis) : [],
    unknowns: unknownsOf(analysis),
    assumptions: assumptionsOf(analysis),
  };
}

const whenNames: Readonly<Record<MoneyWhen['when'], string>> = {
  now: 'Today',
  within30: 'Within a month',
  within90: 'Within a quarter',
  within365: 'Within a year',
  later: 'Later',
  locked: 'Locked, its notice is missed',
  unknown: 'No date to leave is recorded',
};

/** What leaves, gross: what the plan adds has no place in a bar and is said in the headline. */
function byWhenOf(analysis: Analysis): TimedMoney[] {
  const buckets = moneyByWhen(analysis).filter(({ savingAnnual }) => savingAnnual > 0);
  const largest = Math.max(...buckets.map(({ savingAnnual }) => savingAnnual));
  return buckets.map(({ when, savingAnnual, facts }) => ({
    when,
    name: whenNames[when],
    amount: [{ money: savingAnnual, fact: facts.savingAnnual }],
    size: savingAnnual / largest,
  }));
}

const shown = [
  ['baselineAnnual', 'Paid today', 'what the apps with a known cost cost a year'],
  ['hardSavingAnnual', 'Leaves the bill', 'the hard saving of a full year'],
] as const;

const apart = [
  ['avoidanceAnnual', 'Cost avoidance', 'what need not be bought; the bill of today stays'],
  ['oneTime', 'One-time cost', 'what the plan costs once'],
] as const;

/** Hard saving, avoidance and one-time cost are kept apart: they are different kinds of money. */
function figuresOf(analysis: Analysis): Figure[] {
  const { totals } = analysis;
  const figure = ([field, name, meaning]: (typeof shown | typeof apart)[number]): Figure => ({
    name,
    amount: boundedMoney(
      totals[field],
      `totals/${field}`,
      field === 'baselineAnnual' ? baselineComplete(analysis) : 'whole',
    ),
    meaning,
  });
  return [...shown.map(figure), ...windowFigures(analysis), ...apart.map(figure)];
}

/** How much of a full year's saving falls into a year from today and into this fiscal year. */
function windowFigures(analysis: Analysis): Figure[] {
  if (analysis.totals.hardSavingAnnual === null) return [];
  const sums = sumsOf(rowsOf(analysis, 'all'));
  const figure = (field: 'next12' | 'inYear', name: string, meaning: string): Figure => ({
    name,
    amount: boundedMoney(sums[field] satisfies Minor, `lever/all/${field}`, 'whole'),
    meaning,
  });
  return [
    figure('next12', 'Of it within a year', 'what leaves the bill in the year from today'),
    figure('inYear', 'Of it this fiscal year', 'what leaves the bill before the fiscal year ends'),
  ];
}
