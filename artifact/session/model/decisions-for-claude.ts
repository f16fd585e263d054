import { removedCount, type WhatIf } from './what-if.ts';

export interface DecisionsForClaude {
  readonly tenant: string;
  readonly whatIf: WhatIf;
  /** Who decided; empty = as recorded with each entry. */
  readonly by: string;
  /** Assumptions in words, which belong into the mapping and not into decisions.json. */
  readonly assumptions: readonly string[];
}

/** What was decided on the page, as one text for Claude: an instruction and the content of decisions.json. */
export function formatDecisionsForClaude({ tenant, whatIf, by, assumptions }: DecisionsForClaude): string {
  const { decisions, edits, removed } = whatIf;
  const signed = <Entry extends { by: string }>(entry: Entry): Entry =>
    by === '' ? entry : { ...entry, by };
  const file = { schemaVersion: 1, tenant, decisions: decisions.map(signed), edits: edits.map(signed) };
  const parts = [
    ...(decisions.length + edits.length > 0 ? [merge, JSON.stringify(file, null, 2)] : []),
    ...(removedCount(removed) > 0 ? [`${takeOut}\n${JSON.stringify(removed)}`] : []),
    ...(assumptions.length > 0 ? [`${consider} ${assumptions.join(', ')}.`] : []),
  ];
  return parts.join('\n\n');
}

const merge =
  'Please merge this into decisions.json of the tenant pack. An entry about the same app or finding replaces the older one; everything else stays. Then show me what changed.';
const takeOut =
  'Please take these entries out of decisions.json (edits by appId; decisions by finding or appId), then show me what changed:';
const consider = 'Tried on the page, to consider for tenant-mapping.json:';
