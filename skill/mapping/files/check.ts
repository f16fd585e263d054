/**
 * Checks a tenant mapping. In: parsed JSON of any shape. Out: the mapping with every default filled
 * in, or the list of problems, each with key and remedy.
 *
 * The schema decides what has the right shape; the rules decide what makes sense together.
 */
import type { TenantMapping } from '../base/mapping.ts';
import { readMapping } from './mapping-file.ts';
import { mappingRules } from './mapping-rules.ts';
import type { Problem } from '../base/problem.ts';

export type ParsedMapping =
  | { readonly ok: true; readonly mapping: TenantMapping }
  | { readonly ok: false; readonly problems: Problem[] };

export function parseMapping(json: unknown): ParsedMapping {
  const read = readMapping(json);
  if (!read.ok) return { ok: false, problems: [...read.problems] };
  const mapping = read.value;
  const problems = mappingRules.flatMap((rule) => rule(mapping));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, mapping };
}
