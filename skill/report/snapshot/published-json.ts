/** The files that others read: JSON that names its schema, equal bytes for equal contents. */
import type { Analysis } from '../../analysis/contract.ts';
import { toJson } from '../../analysis/facts.ts';
import { baselineOf } from './baseline-of.ts';
import { sortedJson } from '../base/sorted-json.ts';

/** The analysis with amounts as decimal text in major units (`report --format json`). */
export function analysisText(analysis: Analysis): string {
  return published('analysis', toJson(analysis));
}

/** `baseline.json` of the tenant pack. */
export function baselineText(analysis: Analysis): string {
  return published('baseline', baselineOf(analysis));
}

function published(name: 'analysis' | 'baseline', content: object): string {
  return `${sortedJson({ $schema: `urn:saas-rationalization-dashboard:${name}:1`, ...content }, 2)}\n`;
}
