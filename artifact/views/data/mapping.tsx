import type { ReactNode } from 'react';
import { canonicalFields, type TenantMapping } from '../../../skill/mapping/mapping.ts';
import { formatCounted, formatDate, sentenceCase } from '../../parts/text.ts';
import { Section, Tag } from '../../parts/layout.ts';
import { Table, type Column } from '../../parts/table.ts';
import { isSnapshot, type Results } from '../../session/state.ts';
import { Drift } from './drift.tsx';
import { Questions } from './questions.tsx';
import { useResults } from '../page-context.ts';
import { useSessionState } from '../../session/session.ts';

/** What the mapping says of a field, if it says anything. */
type FieldSource = { readonly key: string; readonly unit?: string; readonly confirmed?: boolean } | undefined;

interface MappedField {
  readonly name: string;
  readonly record: 'App' | 'Contract';
  readonly key: string | null;
  readonly unit: string | null;
}

/** Which of the tenant's fields stand behind the figures. */
export function Mapping(): ReactNode {
  const results = useResults();
  const isFixed = useSessionState(isSnapshot);
  const { mapping } = results;
  const fields = mappedFields(mapping);
  const open = fields.filter(({ key }) => key === null).length;
  const gap =
    open === 0
      ? ''
      : ` ${formatCounted(open, 'field is', 'fields are')} not mapped: figures that need them are unknown.`;
  return (
    <Section title="Tenant mapping" sentence={statusSentence(results) + gap}>
      <Table
        caption="Mapped fields"
        columns={columns}
        rows={fields}
        keyOf={({ record, name }) => `${record} ${name}`}
        first={20}
      />
      {mapping.status === 'draft' && !isFixed && <Questions />}
      {results.origin === 'configured' && <Drift />}
    </Section>
  );
}

function statusSentence({ mapping, origin }: Results): string {
  const { approval, tenant } = mapping;
  if (mapping.status === 'approved' && approval) {
    return `Approved for ${tenant.name} by ${approval.by} on ${formatDate(approval.at)}.`;
  }
  return origin === 'discovered'
    ? 'A draft, discovered from the field definitions and samples; nobody has approved it.'
    : `A draft for ${tenant.name}; nobody has approved it.`;
}

const labels: Readonly<Record<string, string>> = {
  spend12m: '12-month spend',
  activeUsers: 'Active users',
  lastUsedAt: 'Last used',
  termStart: 'Term start',
  termEnd: 'Term end',
  noticeDays: 'Notice, days',
  cancelBy: 'Cancellation deadline',
  autoRenew: 'Auto-renewal',
  renewalTermMonths: 'Renewal term, months',
  annualValue: 'Annual value',
  totalValue: 'Total value',
  commitSeats: 'Committed seats',
  unitPrice: 'Unit price',
};

/** Every field that a person can map, in the order in which discovery asks for them. */
function mappedFields({ fields }: TenantMapping): MappedField[] {
  const held: Readonly<Record<string, Readonly<Record<string, FieldSource>>>> = fields;
  return canonicalFields.map(({ entity, field }) =>
    mappedField(entity === 'app' ? 'App' : 'Contract', field, held[entity]?.[field]),
  );
}

function mappedField(record: MappedField['record'], name: string, field: FieldSource): MappedField {
  const label = labels[name] ?? sentenceCase(name);
  const unit = field?.unit === undefined ? null : `${field.unit}${field.confirmed ? '' : ', unconfirmed'}`;
  return { name: label, record, key: field?.key ?? null, unit };
}

const columns: readonly Column<MappedField>[] = [
  { key: 'name', header: 'Field', cell: ({ name }) => name, file: ({ name }) => name },
  {
    key: 'record',
    header: 'Record',
    secondary: true,
    lead: '',
    cell: ({ record }) => record,
    file: ({ record }) => record,
  },
  {
    key: 'key',
    header: 'Key in Torii',
    cell: ({ key }) => (key === null ? <Tag tone="caution">not mapped</Tag> : <code>{key}</code>),
    file: ({ key }) => key,
  },
  {
    key: 'unit',
    header: 'Money unit',
    secondary: true,
    lead: 'in',
    cell: ({ unit }) => unit,
    file: ({ unit }) => unit,
  },
];
