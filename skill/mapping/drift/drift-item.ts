/** One way in which a mapping and the live tenant differ. */
export interface DriftItem {
  readonly kind:
    | 'vanished' // nothing carries the mapped key any more
    | 'renamed' // it vanished, and another key has its name
    | 'retyped' // its values no longer have the form of the field
    | 'better' // another key fits clearly better
    | 'new-state'
    | 'unused-state'
    | 'new-tool'
    | 'changed-tool'
    | 'vanished-tool';
  /** broken = figures are missing or wrong now; check = somebody should look; note = for information. */
  readonly severity: 'broken' | 'check' | 'note';
  /** Path in the mapping that the remedy changes. */
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
}
