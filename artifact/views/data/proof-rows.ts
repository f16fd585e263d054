/** The tools of the read-only proof, each from three sides: Torii's list, the host's grant, this page's log. */
import { admit, type CallLogEntry } from '../../../skill/torii/bridge.ts';
import { calledTools } from '../../../skill/torii/catalog.ts';
import type { GrantedTool } from '../../bridge/bridge.ts';

export interface ProofRow {
  readonly name: string;
  /** False for a tool that the guard of this page refuses, whatever was offered or granted. */
  readonly isRead: boolean;
  /** Null where nobody has said. */
  readonly offered: boolean | null;
  readonly granted: boolean | null;
  /** Calls in the log of this page. */
  readonly calls: number;
}

export interface Sides {
  /** As recorded at set-up; null where it was not. */
  readonly offered: readonly string[] | null;
  /** Null where the host does not say. */
  readonly granted: readonly GrantedTool[] | null;
  readonly calls: readonly Pick<CallLogEntry, 'tool'>[];
}

/** Called tools first, then those that may be called, then those that are refused. */
export function proofRows({ offered, granted, calls }: Sides): ProofRow[] {
  const grantedNames = granted?.map(({ name, tool }) => tool ?? name) ?? null;
  const called = calls.map(({ tool }): string => tool);
  const names = new Set<string>([...called, ...calledTools, ...(grantedNames ?? []), ...(offered ?? [])]);
  return [...names]
    .map((name): ProofRow => ({
      name,
      isRead: admit(name, {}).ok,
      offered: offered?.includes(name) ?? null,
      granted: grantedNames?.includes(name) ?? null,
      calls: called.filter((tool) => tool === name).length,
    }))
    .toSorted((a, b) => b.calls - a.calls || Number(b.isRead) - Number(a.isRead));
}
