import type { Problem } from '../base/problem.ts';
import { parseMapping } from './check.ts';
import type { TenantMapping } from '../base/mapping.ts';
import { unconfirmedMoney } from './money-fields.ts';
import { unnamedTenant } from './tenant-facts.ts';

export interface Approval {
  readonly by: string;
  /** ISO calendar date. */
  readonly at: string;
  readonly note?: string;
}

export type Approved =
  | { readonly ok: true; readonly mapping: TenantMapping }
  | { readonly ok: false; readonly problems: Problem[] };

/**
 * The mapping as approved by a person, or the problems that prevent it: a mapping that does not check, and
 * a tenant without a name, and every money unit not yet compared with a known figure. An unknown spend window does not
 * block; every figure it touches keeps saying so.
 */
export function approve(mapping: TenantMapping, approval: Approval): Approved {
  const open = [...unnamed(mapping), ...unconfirmedMoney(mapping)];
  if (open.length > 0) return { ok: false, problems: open };
  const { questions: _, ...settled } = mapping;
  const parsed = parseMapping({ ...settled, status: 'approved', approval });
  return parsed.ok ? { ok: true, mapping: parsed.mapping } : parsed;
}

function unnamed({ tenant: { name } }: TenantMapping): Problem[] {
  if (name !== unnamedTenant) return [];
  return [
    {
      path: 'tenant.name',
      message: `"${name}" is a placeholder.`,
      remedy: 'Set it with: mapping set FILE tenant.name="Your company"',
    },
  ];
}
