import type { TenantMapping } from '../base/mapping.ts';
import { unconfirmedMoney } from './money-fields.ts';
import type { Problem } from '../base/problem.ts';
import { repeats } from '../base/repeats.ts';
import { unnamedTenant } from './tenant-facts.ts';

/** What a person should settle, although the mapping can be used as it is. */
export function mappingWarnings(mapping: TenantMapping): Problem[] {
  const rules = [placeholderName, unconfirmedMoney, unknownWindow, sharedKeys];
  return rules.flatMap((rule) => rule(mapping));
}

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
