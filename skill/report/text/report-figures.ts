import type { Analysis, CostComplete, Minor } from '../../analysis/contract.ts';
import { baselineComplete } from '../../analysis/facts.ts';
import { boundedMoney } from '../base/bounds.ts';
import type { Sentence } from '../base/sentence.ts';
import type { ReportSection } from './report-record.ts';

const totals = [
  ['Own part of the baseline', 'partAnnual'],
  ['Baseline', 'baselineAnnual'],
  ['Projected under the plan', 'projectedAnnual'],
  ['Leaves the bill', 'hardSavingAnnual'],
  ['… that can still be decided', 'decidableAnnual'],
  ['… that is locked', 'lockedAnnual'],
  ['… without a recorded date to leave', 'exitUnknownAnnual'],
  ['Waste: idle seats, recoverable or not', 'wasteAnnual'],
  ['Seats without usage data', 'unknownSeatValueAnnual'],
  ['Cost avoidance, apart', 'avoidanceAnnual'],
  ['One-time cost, apart', 'oneTime'],
  ['Liability of seats beyond those purchased, apart', 'liabilityAnnual'],
] as const;

type TotalField = (typeof totals)[number][1];

export function figureSection(analysis: Analysis): ReportSection {
  const rows = totals
    .filter(([, field]) => analysis.totals[field] !== undefined)
    .map(([name, field]) => [
      [name],
      boundedMoney(amountOf(analysis, field), `totals/${field}`, boundOf(field, analysis)),
    ]);
  const table = { header: ['', `${analysis.currency} a year`], rows, right: [1] };
  return { title: 'Figures', parts: [{ table }, { say: coverage(analysis) }] };
}

function coverage({ totals: { apps, pricedApps, partlyPricedApps, hiddenApps } }: Analysis): Sentence {
  return [
    { count: pricedApps, fact: 'totals/pricedApps' },
    ' of ',
    { count: apps, fact: 'totals/apps' },
    ' apps have a known cost',
    ...(partlyPricedApps === 0
      ? []
      : [', and ', { count: partlyPricedApps, fact: 'totals/partlyPricedApps' }, ' more in part']),
    '; ',
    { count: hiddenApps, fact: 'totals/hiddenApps' },
    hiddenApps === 1 ? ' hidden app is counted apart.' : ' hidden apps are counted apart.',
  ];
}

/** Where the hard saving is unknown, its parts are too. */
function amountOf({ totals: all }: Analysis, field: TotalField): Minor | null {
  if (all.hardSavingAnnual === null && partsOfSaving.has(field)) return null;
  // Without seat counts nobody knows whether more are assigned than were bought.
  return all.wasteAnnual === null && field === 'liabilityAnnual' ? null : (all[field] ?? null);
}

const partsOfSaving: ReadonlySet<TotalField> = new Set([
  'decidableAnnual',
  'lockedAnnual',
  'exitUnknownAnnual',
]);

/** What is left out of the baseline is left out of what the plan makes of it. */
function boundOf(field: TotalField, analysis: Analysis): CostComplete {
  return field === 'baselineAnnual' || field === 'projectedAnnual' ? baselineComplete(analysis) : 'whole';
}
