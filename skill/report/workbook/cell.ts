/**
 * A cell of the workbook: what it shows, how it is written, and by which formula it follows others.
 *
 * Amounts are numbers in major units, dates are day numbers of a spreadsheet, null is unknown and leaves
 * the cell empty. A formula carries the value of the engine, so that a reader that does not calculate
 * shows the same.
 */
import type { IsoDate, Minor } from '../../analysis/contract.ts';
import { dayOf, decimal } from '../../analysis/units.ts';

export type CellStyle = 'text' | 'amount' | 'price' | 'count' | 'share' | 'date' | 'title' | 'figureTitle';

export interface WorkbookCell {
  readonly value: string | number | null;
  readonly style: CellStyle;
  /** Without the leading equals sign. */
  readonly formula?: string;
  /** A person may change it, and what hangs on it follows. */
  readonly isInput?: boolean;
}

/** More does not fit into a cell. */
const longest = 32_000;

export function textCell(text: string | null): WorkbookCell {
  const clean = text?.replace(/[^\P{Cc}\n\t]|\p{Cs}|[\ufffe\uffff]/gu, ' ') ?? null;
  return {
    value: clean !== null && clean.length > longest ? `${clean.slice(0, longest)}…` : clean,
    style: 'text',
  };
}

export function titleCell(text: string): WorkbookCell {
  return { ...textCell(text), style: 'title' };
}

/** Above figures, which are right-aligned. */
export function figureTitleCell(text: string): WorkbookCell {
  return { ...textCell(text), style: 'figureTitle' };
}

export function amountCell(minor: Minor | null, currency: string): WorkbookCell {
  return { value: minor === null ? null : Number(decimal(minor, currency)), style: 'amount' };
}

/** A price of one: with as many decimals as it takes to give the amount back. */
export function priceCell(minor: Minor, pieces: number, currency: string): WorkbookCell {
  return { value: Number(decimal(minor, currency)) / pieces, style: 'price' };
}

export function countCell(count: number | null): WorkbookCell {
  return { value: count, style: 'count' };
}

export function shareCell(share: number): WorkbookCell {
  return { value: share, style: 'share' };
}

/** Days of a spreadsheet are counted from 30 December 1899. */
const epoch = 25_569;

export function dateCell(date: IsoDate | null): WorkbookCell {
  return { value: date === null ? null : dayOf(date) + epoch, style: 'date' };
}

export function truthCell(truth: boolean | null): WorkbookCell {
  return textCell(truth === null ? null : truth ? 'yes' : 'no');
}

export function formulaCell(formula: string, cell: WorkbookCell): WorkbookCell {
  return { ...cell, formula };
}

export function inputCell(cell: WorkbookCell): WorkbookCell {
  return { ...cell, isInput: true };
}
