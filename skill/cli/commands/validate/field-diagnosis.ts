/** Why the mapped field says nothing, or not everything, and what to do about it. */
import { renderCount, renderCounted } from '../../../analysis/facts.ts';
import { canonicalFields, fieldPath } from '../../../mapping/mapping.ts';
import { fieldKey, isCarried, type Value } from '../../../mapping/portfolio.ts';
import type { TenantRecords } from '../../../torii/read.ts';
import { mappedField, type AskedField, type MappedField } from './mapped-field.ts';
import type { Diagnosis, Symptoms } from './symptoms.ts';

export function fieldDiagnoses(symptoms: Symptoms): Diagnosis[] {
  const { path, values, result } = symptoms;
  const field = mappedField(result.mapping, path);
  if (field === undefined) return unmapped(symptoms);
  const known = values.some(({ kind }) => kind !== 'missing');
  return [
    ...(known ? [] : [unstated(symptoms, field)]),
    ...unreadable(values, field),
    ...unconverted(symptoms),
  ];
}

function unmapped({ path, result, records }: Symptoms): Diagnosis[] {
  const { entity, rows } = rowsAt(path, records);
  const own = canonicalFields.find((field) => fieldPath(field) === path)?.own ?? [];
  const defined = own.find((key) =>
    records.fields.some((field) => field.entity === entity && field.key === key),
  );
  const carried = own.find((key) => isCarried(rows, key));
  // Only a draft asks Torii for every key that might be it; what was not asked for is not hidden.
  if (result.origin !== 'discovered') return [unnamed(path, carried ?? defined)];
  if (carried !== undefined) return [unfit(carried, entity, path)];
  return [defined === undefined ? unlike(path) : hidden(defined, entity)];
}

/** A mapping that somebody wrote leaves the field out. */
function unnamed(path: AskedField, own: string | undefined): Diagnosis {
  return {
    problem: `The mapping names no field for it (${path}).`,
    remedy:
      own === undefined
        ? `Add ${path} to the mapping; "discover" lists the fields that records carry.`
        : `Add ${path} to the mapping; Torii's own key for it is "${own}".`,
  };
}

function unlike(path: AskedField): Diagnosis {
  return {
    problem: `No field of this tenant looks like it (${path}).`,
    remedy: `Write a mapping with ${path}; "discover" drafts one and lists the fields that records carry.`,
  };
}

/** Torii's own field is there, but the draft did not take it: its values are none, or not of the form. */
function unfit(key: string, entity: string, path: AskedField): Diagnosis {
  return {
    problem: `What the ${entity} records hold in "${key}" is not of the right form.`,
    remedy: `Look at "${key}" of a few records in Torii; if it is right after all, add ${path} to a mapping.`,
  };
}

function unstated({ path, records }: Symptoms, field: MappedField): Diagnosis {
  const { entity, rows } = rowsAt(path, records);
  const key = fieldKey(field.key, entity, records.fields, rows);
  if (isCarried(rows, key)) {
    return {
      problem: `Every ${entity} leaves "${key}" empty.`,
      remedy: 'Fill it in in Torii, or map the field that holds it.',
    };
  }
  const definitions = records.fields.filter((definition) => definition.entity === entity);
  if (definitions.some((definition) => definition.key === key)) return hidden(key, entity);
  const problem = `No ${entity} record carries "${key}"`;
  return definitions.length > 0
    ? {
        problem: `${problem}, and Torii defines no such field.`,
        remedy: `Correct ${path}; "mapping drift" proposes another key.`,
      }
    : {
        problem: `${problem}.`,
        remedy: `Check the key in ${path}; if it is right, the Torii role hides it.`,
      };
}

function hidden(key: string, entity: string): Diagnosis {
  return {
    problem: `Torii defines "${key}", but no ${entity} record carries it: the role hides it.`,
    remedy: `Ask the Torii administrator for read access to "${key}".`,
  };
}

function unreadable(values: readonly Value<unknown>[], { key }: MappedField): Diagnosis[] {
  const raw = values.flatMap((value) => (value.kind === 'invalid' ? [value.raw] : []));
  if (raw.length === 0) return [];
  const [first = ''] = raw;
  return [
    {
      problem: `${renderCount(raw.length)} of ${renderCounted(values.length, 'value')} of "${key}" cannot be read, such as ${first}.`,
      remedy: 'Correct them in Torii, or map the field that holds the value.',
    },
  ];
}

/** Currencies in which spend is stated and for which there is neither a rate nor Torii's own conversion. */
function unconverted({ path, result: { portfolio, mapping } }: Symptoms): Diagnosis[] {
  if (path !== 'fields.app.spend12m') return [];
  const rates = mapping.rates?.perUnit ?? {};
  const foreign = portfolio.apps.flatMap(({ spend12m }) =>
    spend12m.kind === 'known' && spend12m.value.converted === undefined ? [spend12m.value.currency] : [],
  );
  const unrated = foreign.filter((code) => code !== mapping.tenant.currency && !Object.hasOwn(rates, code));
  return [...new Set(unrated)].toSorted().map((code) => ({
    problem: `Spend in ${code} is left out: no rate to ${mapping.tenant.currency} is known.`,
    remedy: `Add a dated rate for ${code} under "rates" in the mapping.`,
  }));
}

function rowsAt(path: AskedField, { apps, contracts }: TenantRecords) {
  return path === 'fields.contract.termEnd'
    ? ({ entity: 'contract', rows: contracts } as const)
    : ({ entity: 'app', rows: apps } as const);
}
