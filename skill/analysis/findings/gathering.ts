import type { Assessed } from '../base/assessed.ts';
import type { FindingDraft } from './finding.ts';

/** What every family of findings works with: what was assessed, and where findings go. */
export interface Gathering {
  readonly assessed: Assessed;
  readonly add: (draft: FindingDraft) => void;
  /** People who have left, by id as text, the form in which records name an owner. */
  readonly departed: ReadonlySet<string>;
}
