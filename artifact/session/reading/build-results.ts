/** Records, a mapping and the settings of the view become the figures on screen. */
import { analyze, narrow, answerQuestions } from '../../../skill/analysis/analyze.ts';
import type { Analysis, IsoDate } from '../../../skill/analysis/contract.ts';
import { analysisConfig } from '../../../skill/mapping/portfolio.ts';
import { planOf } from '../../../skill/report/texts.ts';
import type { Results } from '../model/state.ts';
import type { ViewSettings } from '../model/view-settings.ts';
import { applyAssumptions, mergeDecisions, isWhatIf, noWhatIf } from '../model/what-if.ts';

/** What was read, before any figure is calculated. */
export type ReadingBase = Pick<Results, 'records' | 'mapping' | 'origin' | 'portfolio' | 'awaited'>;

/** @param fullBaseline the analysis of everything without the what-if, where it is known */
export function buildResults(
  base: ReadingBase,
  settings: ViewSettings,
  asOf: IsoDate,
  fullBaseline = analyzeWith(base, { ...settings, whatIf: noWhatIf }, asOf),
): Results {
  const full = wholeUnder(base, settings, asOf, fullBaseline);
  const shown = applySlice(full, base, settings);
  const baseline = full === fullBaseline ? shown : applySlice(fullBaseline, base, settings);
  return { ...base, shown, baseline, full, fullBaseline, answers: answerQuestions(shown) };
}

/** The figures that these settings show, and nothing else of the results. */
export function figuresUnder(
  results: ReadingBase & Pick<Results, 'fullBaseline'>,
  settings: ViewSettings,
  asOf: IsoDate,
): Analysis {
  return applySlice(wholeUnder(results, settings, asOf, results.fullBaseline), results, settings);
}

function wholeUnder(
  base: ReadingBase,
  settings: ViewSettings,
  asOf: IsoDate,
  fullBaseline: Analysis,
): Analysis {
  return isWhatIf(settings.whatIf) ? analyzeWith(base, settings, asOf) : fullBaseline;
}

/** A slice that is no longer there shows everything. */
function applySlice(
  analysis: Analysis,
  { portfolio }: ReadingBase,
  { depth, slice }: ViewSettings,
): Analysis {
  return (slice === null ? null : narrow(analysis, portfolio, depth, slice)) ?? analysis;
}

/** Amounts were checked when they were configured or typed. */
function analyzeWith(
  { portfolio, mapping }: ReadingBase,
  { recorded, whatIf, depth }: ViewSettings,
  asOf: IsoDate,
): Analysis {
  const config = applyAssumptions(analysisConfig(mapping), whatIf.assumptions);
  const plan = planOf(mergeDecisions(recorded, whatIf), config.tenant.currency);
  if (!plan.ok) throw new Error(plan.problems[0]?.message);
  return analyze(portfolio, config, asOf, plan.edits, depth, plan.decisions);
}
