import type { Analysis, Minor, Totals } from '../../analysis/contract.ts';
import { baselineComplete } from '../../analysis/facts.ts';
import { dayOf, isoOf, exponentOf, windowsOf } from '../../analysis/units.ts';
import { boundWords } from '../base/bounds.ts';
import { assumptionsOf } from '../text/assumptions.ts';
import { headlineOf } from '../decisions/outlook.ts';
import { plainText } from '../base/sentence.ts';
import { labelsOf, labelSentence } from '../base/coverage.ts';
import {
  amountCell,
  countCell,
  dateCell,
  formulaCell,
  inputCell,
  textCell,
  titleCell,
  type WorkbookCell,
} from './cell.ts';
import { appColumns, planColumns, rangesIn, summaryDates } from './layout.ts';
import type { WorkbookSheet } from './sheet.ts';
import { totalCellOf } from './total-cells.ts';

type Row = readonly (WorkbookCell | null)[];

/** @param notes caveats for every figure, such as that these are part of the apps only */
export function summarySheet(analysis: Analysis, notes: readonly string[]): WorkbookSheet {
  const { inputs, currency } = analysis;
  const labels = labelsOf(analysis).map(labelSentence);
  return {
    name: 'Summary',
    rows: [
      [titleCell('SaaS rationalization')],
      [textCell('Tenant'), textCell(inputs.mapping.tenant)],
      [textCell('In short, as analyzed'), textCell(plainText(headlineOf(analysis), currency))],
      ...dateRows(analysis),
      [textCell('Currency'), textCell(currency)],
      ...[...notes, ...labels].map((note) => [titleCell(note)]),
      [],
      [titleCell('Figure'), titleCell(`${currency} a year`), titleCell('How it is computed here')],
      ...figureRows(analysis),
      [],
      [titleCell('What this takes for granted')],
      ...assumptionsOf(analysis).map((sentence) => [textCell(plainText(sentence, currency))]),
      [],
      [textCell('Blue cells can be changed, and what hangs on them follows. Nothing is changed in Torii.')],
    ],
    widths: [44, 22, 90],
    frozenRows: 1,
    isFiltered: false,
  };
}

const dateNames = {
  asOf: 'As of',
  next12End: 'The next 12 months end',
  yearEnd: 'This fiscal year ends',
} as const;

/** At the rows that the formulas of other sheets name. */
function dateRows(analysis: Analysis): Row[] {
  const windows = windowsOf({ asOf: dayOf(analysis.asOf), config: analysis.inputs.config });
  return summaryDates.map((name) => [textCell(dateNames[name]), inputCell(dateCell(isoOf(windows[name])))]);
}

function figureRows(analysis: Analysis): Row[] {
  const { currency, totals, apps, ledger } = analysis;
  const app = rangesIn('Apps', appColumns, apps.length);
  const plan = rangesIn('Plan', planColumns, ledger.length);
  const row = (name: string, formula: string, minor: Minor | null, how: string): Row => [
    textCell(name),
    formulaCell(formula, amountCell(minor, currency)),
    textCell(how),
  ];
  const total = (name: string, field: keyof typeof totalCellOf, how: string): Row =>
    row(name, totalCellOf[field], totals[field], how);
  const timed = (name: string, timing: string, minor: Minor): Row =>
    row(name, `SUMIFS(${plan('hardAnnual')},${plan('timing')},"${timing}")`, minor, `Lines timed ${timing}.`);
  const complete = baselineComplete(analysis);
  const bound = complete === 'whole' ? '' : ` (${boundWords[complete].trim()})`;
  const missing =
    complete === 'whole' ? '' : ' Contracts without a usable amount are not in it: see the sheet Unknown.';
  return [
    total(`Baseline${bound}`, 'baselineAnnual', `Sum of the costs on the sheet Apps.${missing}`),
    total(
      `Projected under the plan${bound}`,
      'projectedAnnual',
      `Sum of the projected costs on the sheet Apps.${missing}`,
    ),
    totals.hardSavingAnnual === null
      ? unknownRow('Leaves the bill')
      : total('Leaves the bill', 'hardSavingAnnual', 'Sum of what leaves the bill on the sheet Plan.'),
    checkRow(currency),
    timed('… that can still be decided', 'decidable', totals.decidableAnnual),
    timed('… that is locked', 'locked', totals.lockedAnnual),
    timed('… with an unknown exit date', 'exit-unknown', totals.exitUnknownAnnual),
    total('Cost avoidance, apart', 'avoidanceAnnual', 'Sum on the sheet Plan; in no other figure.'),
    total('One-time cost, apart', 'oneTime', 'Sum on the sheet Plan.'),
    ...stated(totals, currency),
    [textCell('Apps'), formulaCell(`COUNT(${app('id')})`, countCell(totals.apps)), textCell('Listed apps.')],
    [
      textCell('Apps with a known cost'),
      formulaCell(`COUNT(${app('costAnnual')})`, countCell(totals.pricedApps + totals.partlyPricedApps)),
      textCell('The others are in no total.'),
    ],
    [textCell('Hidden apps'), countCell(totals.hiddenApps), textCell('Counted apart.')],
  ];
}

/** Nothing is known, so there is nothing to sum: an empty cell is not 0. */
function unknownRow(name: string): Row {
  return [textCell(name), textCell('unknown'), textCell('No app carries seat counts.')];
}

/** The first rule of the ledger, checked by the workbook itself. */
function checkRow(currency: string): Row {
  const { baselineAnnual, projectedAnnual, hardSavingAnnual } = totalCellOf;
  const difference = `${baselineAnnual}-${projectedAnnual}-${hardSavingAnnual}`;
  return [
    textCell('Baseline − projected = what leaves the bill'),
    formulaCell(
      `IF(ROUND(${difference},${exponentOf(currency)})=0,"holds","does not hold")`,
      textCell('holds'),
    ),
    textCell('Checked again whenever a cell is changed.'),
  ];
}

/** Computed from license lines that no sheet lists, so they don't follow when cells are changed. */
function stated(totals: Totals<Minor>, currency: string): Row[] {
  const how = 'As analyzed from the license lines; does not follow changed cells.';
  const row = (name: string, minor: Minor | null): Row =>
    minor === null ? unknownRow(name) : [textCell(name), amountCell(minor, currency), textCell(how)];
  return [
    row('Waste: idle seats, recoverable or not', totals.wasteAnnual),
    row('Seats without usage data', totals.unknownSeatValueAnnual),
    row(
      'Liability of seats beyond those purchased, apart',
      totals.wasteAnnual === null ? null : totals.liabilityAnnual,
    ),
  ];
}
