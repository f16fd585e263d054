/** What one move changes, app by app and lever by lever: the plan with it beside the plan without it. */
import type { Analysis, Lever, Minor } from '../../../skill/analysis/contract.ts';

export interface MoveLine {
  readonly appId: number;
  readonly name: string;
  readonly lever: Lever;
  /** Saving a year in minor units; negative = added cost. */
  readonly before: Minor;
  readonly after: Minor;
  readonly change: Minor;
}

/** Lines whose saving changes, those of the moved app first, then the largest; they sum to the plan's change. */
export function moveLines(before: Analysis, after: Analysis, appId: number): MoveLine[] {
  const names = new Map(after.apps.map(({ id, name }) => [id, name]));
  const [was, is] = [savingByLine(before), savingByLine(after)];
  return [...new Map([...was, ...is]).values()]
    .map((line): MoveLine => {
      const key = keyOf(line);
      const [from, to] = [was.get(key)?.saving ?? 0, is.get(key)?.saving ?? 0];
      const { appId: id, lever } = line;
      const name = names.get(id) ?? `App ${id}`;
      return { appId: id, lever, name, before: from, after: to, change: to - from };
    })
    .filter(({ change }) => change !== 0)
    .toSorted(
      (a, b) =>
        Number(b.appId === appId) - Number(a.appId === appId) || Math.abs(b.change) - Math.abs(a.change),
    );
}

interface Line {
  readonly appId: number;
  readonly lever: Lever;
  readonly saving: Minor;
}

function savingByLine({ ledger }: Analysis): Map<string, Line> {
  const lines = new Map<string, Line>();
  for (const row of ledger) {
    if (row.supersededBy !== null) continue;
    const { appId, lever, hardAnnual } = row;
    const key = keyOf(row);
    lines.set(key, { appId, lever, saving: (lines.get(key)?.saving ?? 0) + hardAnnual });
  }
  return lines;
}

function keyOf({ appId, lever }: { readonly appId: number; readonly lever: Lever }): string {
  return `${appId}/${lever}`;
}
