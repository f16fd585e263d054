/**
 * The tenant pack: what a surface without a memory has to carry. In: the files, each valid by itself.
 * Out: where they contradict each other, because the files of two tenants would give figures of neither.
 */
import type { DecisionsFile } from '../../mapping/tenant-files.ts';
import type { TenantMapping, Problem } from '../../mapping/mapping.ts';

export interface TenantPack {
  readonly mapping: TenantMapping;
  /** Null if nothing has been decided yet. */
  readonly decisions: DecisionsFile | null;
  /** Null before the first run. */
  readonly baseline: { readonly tenant: string; readonly currency: string } | null;
  /** The runs of `history/`, oldest first. */
  readonly history: readonly { readonly tenant: string; readonly currency: string; readonly asOf: string }[];
}

export function tenantPackProblems({
  mapping: { tenant },
  decisions,
  baseline,
  history,
}: TenantPack): Problem[] {
  return [
    ...otherTenant('decisions.json', decisions?.tenant, tenant.name),
    ...otherTenant('baseline.json', baseline?.tenant, tenant.name),
    ...otherCurrency(baseline?.currency, tenant.currency),
    ...history.flatMap((run) => otherTenant(`history/${run.asOf}.json`, run.tenant, tenant.name)),
  ];
}

function otherTenant(path: string, found: string | undefined, expected: string): Problem[] {
  if (found === undefined || found === expected) return [];
  return [
    {
      path,
      message: `It is for ${found}, the mapping for ${expected}.`,
      remedy: 'Use the files of one tenant, or correct the name where it is misspelt.',
    },
  ];
}

function otherCurrency(found: string | undefined, expected: string): Problem[] {
  if (found === undefined || found === expected) return [];
  return [
    {
      path: 'baseline.json',
      message: `Its amounts are in ${found}, the mapping's in ${expected}.`,
      remedy: 'Leave the baseline out and let the next run save a new one.',
    },
  ];
}
