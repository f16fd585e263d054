/**
 * The analysis as a workbook (.xlsx) whose totals are live: change a seat, a price or a cost, and the
 * line, the app and the portfolio follow.
 *
 * In: an analysis, and a way to explain its figures. Out: bytes, equal for equal inputs. Every formula
 * carries the figure of the engine; text of the tenant is text and never a formula. Of people, only those
 * are named who decided something in the plan.
 */
import type { Analysis } from '../../analysis/contract.ts';
import { appsSheet } from './apps-sheet.ts';
import { findingsSheet } from './findings-sheet.ts';
import { lineageSheet, type Explain } from './lineage-sheet.ts';
import { manifestSheet } from './manifest-sheet.ts';
import { packed } from './package.ts';
import { planSheet } from './plan-sheet.ts';
import { renewalsSheet } from './renewals-sheet.ts';
import type { WorkbookSheet } from './sheet.ts';
import { summarySheet } from './summary-sheet.ts';
import { unknownSheet } from './unknown-sheet.ts';

/**
 * @param notes caveats for every figure
 * @param onRows called now and then with the number of rows written so far
 */
export function workbook(
  analysis: Analysis,
  explain: Explain,
  notes: readonly string[] = [],
  onRows?: (rows: number) => void,
): Uint8Array {
  return packed(sheetsOf(analysis, explain, notes), analysis.currency, onRows);
}

export function sheetsOf(
  analysis: Analysis,
  explain: Explain,
  notes: readonly string[] = [],
): WorkbookSheet[] {
  return [
    summarySheet(analysis, notes),
    appsSheet(analysis),
    renewalsSheet(analysis),
    planSheet(analysis),
    findingsSheet(analysis),
    unknownSheet(analysis),
    lineageSheet(analysis, explain),
    manifestSheet(analysis, notes),
  ];
}
