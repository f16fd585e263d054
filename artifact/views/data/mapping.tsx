import type { ReactNode } from 'react';
import type { TenantMapping } from '../../../skill/mapping/mapping.ts';
import { counted } from '../../parts/count.ts';
import { date } from '../../parts/date.ts';
import { Section } from '../../parts/section.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { isSnapshot, type Picture } from '../../session/state.ts';
import type { ViewProps } from '../view-props.ts';
import { Drift } from './drift.tsx';
import { Questions } from './questions.tsx';

interface MappedField {
  readonly name: string;
  readonly record: 'App' | 'Contract';
  readonly key: string | null;
  readonly unit: string | null;
}

/** Which of the tenant's fields stand behind the figures. */
export function Mapping({ state, picture }: ViewProps): ReactNode {
  const { mapping } = picture;
  const fields = mappedFields(mapping);
  const open = fields.filter(({ key }) => key === null).length;
  const gap =
    open === 0
      ? ''
      : ` ${counted(open, 'field is', 'fields are')} not mapped: figures that need them are unknown.`;
  return (
    <Section title="Tenant mapping" sentence={statusSentence(picture) + gap}>
      <Table
        caption="Mapped fields"
        columns={columns}
        rows={fields}
        keyOf={({ record, name }) => `${record} ${name}`}
        first={20}
      />
      {mapping.status === 'draft' && !isSnapshot(state) && <Questions picture={picture} />}
      {picture.origin === 'configured' && <Drift picture={picture} />}
    </Section>
  );
}

function statusSentence({ mapping, origin }: Picture): string {
  const { approval, tenant } = mapping;
  if (mapping.status === 'approved' && approval) {
    return `Approved for ${tenant.name} by ${approval.by} on ${date(approval.at)}.`;
  }
  return origin === 'discovered'
    ? 'A draft, discovered from the field definitions and samples; nobody has approved it.'
    : `A draft for ${tenant.name}; nobody has approved it.`;
}

/** The canonical fields a person can map, in the order in which they matter. */
const canonical = {
  App: ['spend12m', 'owner', 'category', 'vendor', 'activeUsers', 'lastUsedAt'],
  Contract: [
    'termStart',
    'termEnd',
    'noticeDays',
    'cancelBy',
    'autoRenew',
    'renewalTermMonths',
    'annualValue',
    'totalValue',
    'seats',
    'commitSeats',
    'unitPrice',
  ],
} as const;

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

function mappedFields({ fields }: TenantMapping): MappedField[] {
  return [
    ...canonical.App.map((name) => mappedField('App', name, fields.app[name])),
    ...canonical.Contract.map((name) => mappedField('Contract', name, fields.contract[name])),
  ];
}

function mappedField(
  record: MappedField['record'],
  name: string,
  field: { key: string; unit?: string; confirmed?: boolean } | undefined,
): MappedField {
  const label = labels[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
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
