import type { Assessed } from '../base/assessed.ts';
import type { PlanEdit } from '../base/contract.ts';

export interface ResolvedEdits {
  readonly byApp: ReadonlyMap<number, PlanEdit>;
  /** Edits that cannot be followed, in words; their apps stay as they are. */
  readonly problems: readonly string[];
}

/**
 * The last edit of an app counts. Where a survivor is itself replaced, its own survivor takes over, so
 * that an app is in one consolidation group (rule R5); where that ends nowhere, the app stays.
 */
export function resolveEdits(edits: readonly PlanEdit[], { byId }: Assessed): ResolvedEdits {
  const last = new Map<number, PlanEdit>();
  const problems: string[] = [];
  for (const edit of edits) {
    if (byId.has(edit.appId)) last.set(edit.appId, edit);
    else problems.push(`App ${edit.appId} is not among the listed apps.`);
  }
  const byApp = new Map<number, PlanEdit>();
  for (const [appId, edit] of last) {
    const survivorId = survivorOf(edit, last);
    if (edit.action !== 'replaceBy') byApp.set(appId, edit);
    else if (survivorId !== null && byId.has(survivorId)) byApp.set(appId, { ...edit, survivorId });
    else
      problems.push(`App ${appId} cannot be replaced by ${edit.survivorId ?? 'no app'}: it does not stay.`);
  }
  return { byApp, problems: problems.toSorted() };
}

/** The app at the end of the chain of replacements; null when there is none. */
function survivorOf(edit: PlanEdit, edits: ReadonlyMap<number, PlanEdit>): number | null {
  const seen = new Set<number>();
  let current: PlanEdit | undefined = edit;
  let survivor: number | undefined;
  while (current?.action === 'replaceBy') {
    if (seen.has(current.appId)) return null;
    seen.add(current.appId);
    survivor = current.survivorId;
    current = survivor === undefined ? undefined : edits.get(survivor);
  }
  return survivor === undefined || current?.action === 'retire' ? null : survivor;
}
