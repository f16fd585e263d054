import type { Analysis } from '../../analysis/contract.ts';

/** What must stand beside the figures of one slice of the Organizational View; nothing beside the whole. */
export function viewNotes({ inputs }: Analysis): string[] {
  return inputs.view === undefined ? [] : [`Only apps with a part in ${inputs.view}, each whole.`];
}
