/**
 * Tables: sorted by button, walked with the arrow keys, two lines a row in a narrow pane.
 *
 * In: rows, and columns that say how a row is shown, ordered and filed. Out: the table on screen and, for
 * those who export, the same rows as a sheet.
 */
export type { Column, FileColumn } from './table/column.ts';
export { SheetsContext, useSheets, type MakeSheets } from './table/sheets-on-screen.ts';
export { Table } from './table/table.tsx';
export { useSorting } from './table/use-sorting.ts';
