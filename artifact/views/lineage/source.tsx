import type { ReactNode } from 'react';
import type { SourceRecord } from '../../../skill/analysis/facts.ts';
import type { TenantMapping } from '../../../skill/mapping/mapping.ts';
import type { JsonObject, JsonValue } from '../../../skill/torii/json.ts';
import { sourceNames } from '../../../skill/report/texts.ts';
import { useResults } from '../page-context.ts';

/** One record, with Torii's own keys and what they hold. People are named by nothing but their record. */
export function SourceItem({ source }: { source: SourceRecord }): ReactNode {
  const results = useResults();
  const { records, mapping } = results;
  const held = source.source === 'apps' || source.source === 'contracts' ? records[source.source] : [];
  const row = held.find(({ id }) => id === source.id);
  return (
    <li>
      {`${sourceNames[source.source]} ${source.id}`}
      <ul className="lineage-fields">
        {source.fields.map((field) => (
          <Field key={field} field={field} mapped={keyOf(source, field, mapping)} row={row} />
        ))}
      </ul>
    </li>
  );
}

interface FieldProps {
  readonly field: string;
  /** Key of the tenant; null where the mapping names none. */
  readonly mapped: string | null;
  readonly row: JsonObject | undefined;
}

function Field({ field, mapped, row }: FieldProps): ReactNode {
  const raw = mapped === null || field === 'owner' ? undefined : row?.[mapped];
  return (
    <li>
      {field}
      {mapped !== null && mapped !== field && (
        <>
          {' '}
          from <code>{mapped}</code>
        </>
      )}
      {raw !== undefined && (
        <>
          : <code>{shortened(raw)}</code>
        </>
      )}
    </li>
  );
}

function keyOf({ source }: SourceRecord, field: string, { fields }: TenantMapping): string | null {
  const mapped: Readonly<Record<string, { readonly key: string } | undefined>> =
    source === 'apps' ? fields.app : source === 'contracts' ? fields.contract : {};
  return Object.hasOwn(mapped, field) ? (mapped[field]?.key ?? null) : null;
}

const LONGEST = 120;

function shortened(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
