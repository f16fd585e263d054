/**
 * What can leave the page: the tables and the chart on screen, the analysis, the deadlines, and the brief on
 * paper.
 *
 * In: the session around it and the tables registered on screen. Out: a menu that saves files by whatever way
 * the host leaves open, and a sheet that is printed. A host that saves nothing gets text to copy.
 */
export { ExportMenu } from './screen/export-menu.tsx';
export { Paper } from './screen/paper.tsx';
