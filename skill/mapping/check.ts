/**
 * Checks a tenant mapping. In: parsed JSON of any shape. Out: the mapping with every default filled
 * in and the warnings a person should settle, or the list of problems, each with key and remedy.
 *
 * The schema decides what has the right shape; the rules decide what makes sense together.
 */
import type { TenantMapping } from './mapping.ts';
import { readMapping } from './mapping-file.ts';
import { mappingRules } from './mapping-rules.ts';
import { unconfirmedMoney } from './money-fields.ts';
import type { Problem } from './problem.ts';
import { repeats } from './repeats.ts';
import { unnamedTenant } from './tenant-facts.ts';

export type { Problem } from './problem.ts';

export type ParsedMapping =
  | { readonly ok: true; readonly mapping: TenantMapping; readonly warnings: Problem[] }
  | { readonly ok: false; readonly problems: Problem[] };

export function parseMapping(json: unknown): ParsedMapping {
  const read = readMapping(json);
  if (!read.ok) return { ok: false, problems: [...read.problems] };
  const { mapping } = read;
  const problems = mappingRules.flatMap((rule) => rule(mapping));
  return problems.length > 0
    ? { ok: false, problems }
    : {
        ok: true,
        mapping,
        warnings: warnings.flatMap((rule) => rule(mapping)),
      };
}

/** What a person should settle, although the mapping can be used as it is. */
const warnings = [placeholderName, unconfirmedMoney, unknownWindow, sharedKeys];

function placeholderName({ tenant: { name } }: TenantMapping): Problem[] {
  if (name !== unnamedTenant) return [];
  return [
    {
      path: 'tenant.name',
      message: `"${name}" is a placeholder.`,
      remedy:
        'Write the name of the company whose Torii this is; decisions and baselines must name the same.',
    },
  ];
}

function unknownWindow({ fields: { app } }: TenantMapping): Problem[] {
  if (app.spend12m === undefined || app.spend12m.window !== 'unknown') return [];
  return [
    {
      path: 'fields.app.spend12m.window',
      message: `It is not known which months "${app.spend12m.key}" covers.`,
      remedy: 'Write "trailing12m" or "fiscalYear" once somebody knows.',
    },
  ];
}

function sharedKeys({ fields }: TenantMapping): Problem[] {
  return Object.entries(fields).flatMap(([entity, mapped]) => {
    const named = Object.entries(mapped).map(([field, { key }]) => ({ field, key }));
    return repeats(named.map(({ key }) => key)).map((key) => {
      const sharing = named.filter((entry) => entry.key === key).map(({ field }) => field);
      return {
        path: `fields.${entity}.${sharing[0] ?? ''}`,
        message: `"${key}" is used for ${sharing.join(' and ')}.`,
        remedy: 'Check that one field really means all of these.',
      };
    });
  });
}
