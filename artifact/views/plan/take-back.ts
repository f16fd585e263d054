import type { Lens } from '../../session/lens.ts';
import type { Session } from '../../session/session.ts';
import { inForce } from '../../session/what-if.ts';

export interface TakeBack {
  readonly label: 'Undo' | 'Remove';
  readonly run: () => void;
}

/** Takes a person's plan for an app back: one made on this page, else one that came with it. */
export function takeBackOf(appId: number, { recorded, whatIf }: Lens, session: Session): TakeBack | null {
  const isOf = (edit: { readonly appId: number }): boolean => edit.appId === appId;
  if (whatIf.edits.some(isOf)) return { label: 'Undo', run: () => session.undoPlan(appId) };
  if (!inForce(recorded, whatIf).edits.some(isOf)) return null;
  return { label: 'Remove', run: () => session.remove({ edit: appId }, true) };
}
