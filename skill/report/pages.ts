/**
 * The published page: a shell with its program beside it, or all of it in one file.
 * In: a title, a configuration, the text of the program and its style. Out: the text of each file of the page.
 */
export {
  CONFIGURATION_ID,
  documentOf,
  emptyConfigurationBlock,
  fragmentOf,
  pageFiles,
  shellOf,
} from './files/page-shell.ts';
export { placedConfiguration, placedPage, type PlacedPage } from './files/placed-page.ts';
