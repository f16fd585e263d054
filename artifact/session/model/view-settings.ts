/**
 * How the records are looked at: what a reader assumed and decided, which apps are judged by their user
 * rows, and which slice of the Organizational View is shown.
 */
import type { Depth } from '../../../skill/analysis/contract.ts';
import type { DecisionsFile } from '../../../skill/mapping/tenant-files.ts';
import type { WhatIf } from './what-if.ts';

export type RecordedDecisions = Pick<DecisionsFile, 'decisions' | 'edits'>;

export interface ViewSettings {
  /** Content of decisions.json that came with the page. */
  readonly recorded: RecordedDecisions;
  readonly whatIf: WhatIf;
  readonly depth: Depth;
  /** Name of a slice of the Organizational View; null = everything. */
  readonly slice: string | null;
}

export const aggregateDepth: Depth = { basis: 'aggregate', appIds: [] };
