/**
 * The memory of a tenant inside its skill. In: the tenant pack and the texts of its files. Out: the files
 * to add, or why the pack may not travel. Only the known files do: snapshots may hold people.
 */
import type { Problem } from '../../mapping/mapping.ts';
import { textFile, type PackedFile } from '../../surfaces/packed-files.ts';
import type { TenantPack } from './tenant-pack.ts';

export type TenantFile =
  | 'tenant-mapping.json'
  | 'decisions.json'
  | 'baseline.json'
  | `history/${string}.json`;

/** People who install the skill trust its figures, so a draft stays where a person can still check it. */
export function personalProblems({ mapping: { status, tenant } }: TenantPack): Problem[] {
  if (status === 'approved') return [];
  return [
    {
      path: 'tenant-mapping.json',
      message: `The mapping of ${tenant.name} is a draft.`,
      remedy: 'Compare it with figures you know, then run "mapping approve".',
    },
  ];
}

export function tenantFiles(texts: ReadonlyMap<TenantFile, string>): PackedFile[] {
  return [...texts].map(([name, text]) => textFile(`tenant/${name}`, text));
}

/** Who is named in a tenant pack: those who approved and decided. Users of apps never are. */
export function peopleNamed({ mapping, decisions }: TenantPack): string[] {
  const { decisions: made = [], edits = [] } = decisions ?? {};
  const approved = mapping.approval === undefined ? [] : [mapping.approval.by];
  return [...new Set([...approved, ...[...made, ...edits].map(({ by }) => by)])];
}
