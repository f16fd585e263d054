/**
 * Why a question is answered in part or not at all, each cause with its remedy: first what the source
 * holds back, then what the mapped field does.
 */
import { canonicalFields, fieldPath } from '../../mapping/canonical-fields.ts';
import { fieldKey, isCarried } from '../../mapping/field-key.ts';
import type { Value } from '../../mapping/portfolio.ts';
import type { Completeness, SourceStatus, TenantRecords } from '../../torii/records.ts';
import type { TenantAnalysis } from '../analysis-of.ts';
import { controlText } from '../completeness-lines.ts';
import type { SourceKind } from '../source.ts';
import { mappedField, type AskedField, type MappedField } from './mapped-field.ts';

export interface Diagnosis {
  readonly problem: string;
  readonly remedy: string;
}

export interface Symptoms {
  readonly path: AskedField;
  /** The asked field of every record that was read. */
  readonly values: readonly Value<unknown>[];
  readonly certificate: Completeness | undefined;
  readonly kind: SourceKind;
  readonly records: TenantRecords;
  readonly result: TenantAnalysis;
}

const withoutRows: ReadonlySet<SourceStatus> = new Set(['denied', 'not-offered', 'failed', 'not-read']);

/** True when nothing of the source was read. */
export function unusable(certificate: Completeness | undefined): boolean {
  return certificate === undefined || withoutRows.has(certificate.status);
}

export function diagnose(symptoms: Symptoms): Diagnosis[] {
  const { certificate, values } = symptoms;
  const ofSource = certificate === undefined ? [] : sourceDiagnoses(certificate, symptoms.kind);
  return values.length === 0 ? ofSource : [...ofSource, ...fieldDiagnoses(symptoms)];
}

function sourceDiagnoses(certificate: Completeness, kind: SourceKind): Diagnosis[] {
  const { status, control } = certificate;
  // Where rows are known to be missing, sums cannot agree.
  const differs = control !== null && !control.equal && status !== 'partial';
  return [
    ...(status === 'complete'
      ? []
      : [{ problem: sourceProblem(certificate), remedy: sourceRemedy(certificate, kind) }]),
    ...(differs
      ? [
          {
            problem: `Torii's own count or sum differs: ${controlText(certificate)}.`,
            remedy: 'The tenant may have changed during the reading. Run it again; report it if it stays.',
          },
        ]
      : []),
  ];
}

function sourceProblem({ source, status, reason }: Completeness): string {
  if (status === 'denied') return `The Torii role of the signed-in person may not see ${source}.`;
  if (status === 'not-offered') return `This server offers no tool that lists ${source}.`;
  if (status === 'not-read') return `The ${source} were not read. ${reason ?? ''}`.trim();
  if (status === 'failed') return `The ${source} could not be read. ${reason ?? ''}`.trim();
  if (status === 'partial') return `Only part of the ${source} was read. ${reason ?? ''}`.trim();
  return `The ${source} may be cut off. ${reason ?? ''}`.trim();
}

function sourceRemedy({ source, status }: Completeness, kind: SourceKind): string {
  if (status === 'denied') return `Ask the Torii administrator for read access to ${source}.`;
  if (status === 'not-offered') return 'Run "audit-tools" to see what it offers, or ask whoever runs it.';
  if (kind === 'saved') return `Save every page of list_${source} into the folder, each as it came.`;
  if (kind === 'snapshot') return 'Take a new snapshot.';
  if (status === 'possibly-capped') return `Compare with the number of ${source} that Torii shows.`;
  return 'Run it again; if it stays, ask whoever runs the server.';
}

function fieldDiagnoses(symptoms: Symptoms): Diagnosis[] {
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

/** Spend may still be known from transactions. */
function unmapped({ path, result, records }: Symptoms): Diagnosis[] {
  const { entity, rows } = rowsAt(path, records);
  const own = canonicalFields.find((field) => fieldPath(field) === path)?.own ?? [];
  const defined = own.find((key) =>
    records.fields.some((field) => field.entity === entity && field.key === key),
  );
  if (defined !== undefined && !isCarried(rows, defined)) return [hidden(defined, entity)];
  const carried = own.find((key) => isCarried(rows, key));
  if (carried !== undefined) return [unfit(carried, entity, path)];
  const found =
    result.origin === 'discovered'
      ? 'No field of this tenant looks like it'
      : 'The mapping names no field for it';
  return [
    {
      problem: `${found} (${path}).`,
      remedy: `Add "${path.slice('fields.'.length)}" to the mapping; "discover" lists the fields that records carry.`,
    },
  ];
}

/** Torii's own field is there, but was not taken: its values are none, or not of the form. */
function unfit(key: string, entity: string, path: AskedField): Diagnosis {
  return {
    problem: `The mapping names no field for it, and what the ${entity} records hold in "${key}" is not of the right form.`,
    remedy: `Look at "${key}" of a few records in Torii; if it is right after all, add ${path} to the mapping.`,
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
      problem: `${raw.length} of ${values.length} values of "${key}" cannot be read, such as ${first}.`,
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
