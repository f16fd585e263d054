/**
 * What leaves as files: CSV, workbook, calendar, a configured page.
 * In: an analysis or a page and its configuration. Out: text or bytes, the same for the same input.
 */
export { columnsOf } from './base/columns.ts';
export { appsCsv } from './files/apps-csv.ts';
export { configuredModule, moduleConfiguration } from './files/configured-module.ts';
export { configuredPage, pageConfiguration, type PageConfiguration } from './files/configured-page.ts';
export type { Cell } from './files/csv.ts';
export { deadlinesIcs } from './files/ics.ts';
export { sharedPage } from './files/shared-page.ts';
export { type Sheet, sheetCsv, sheetMarkdown } from './files/sheet.ts';
export { explainerOf } from './workbook/explainer.ts';
export { workbook } from './workbook/workbook.ts';
