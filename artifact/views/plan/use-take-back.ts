import { useSession, useSessionState } from '../../session/session.ts';
import { mergeDecisions } from '../../session/what-if.ts';

export interface TakeBack {
  readonly label: 'Undo' | 'Remove';
  readonly run: () => void;
}

/** Takes a person's plan for an app back: one made on this page, else one that came with it. */
export function useTakeBack(appId: number): TakeBack | null {
  const session = useSession();
  const { recorded, whatIf } = useSessionState((state) => state.settings);
  const isOfApp = (edit: { readonly appId: number }): boolean => edit.appId === appId;
  if (whatIf.edits.some(isOfApp)) return { label: 'Undo', run: () => session.undoPlan(appId) };
  if (!mergeDecisions(recorded, whatIf).edits.some(isOfApp)) return null;
  return { label: 'Remove', run: () => session.remove({ edit: appId }, true) };
}
