import type { ReactNode } from 'react';
import type { Completeness as Certificate, ControlTotal } from '../../../skill/torii/read.ts';
import { formatCount, formatInstant, sentenceCase } from '../../parts/text.ts';
import { Section, Tag } from '../../parts/layout.ts';
import { Table, type Column } from '../../parts/table.ts';
import { countColumn } from '../figure-columns.tsx';
import { sourceNames } from '../../../skill/report/texts.ts';
import { describeSource, type ReadState } from '../completeness-badge.tsx';
import { useResults } from '../page-context.ts';
import { useSessionState } from '../../session/session.ts';

/** How much of each source was read, and how we know. */
export function CompletenessSection(): ReactNode {
  const results = useResults();
  const read = useSessionState(({ phase, results: all, stale }) => ({ phase, results: all, stale }));
  const certificates = results.portfolio.completeness;
  const explained = certificates.filter(({ reason, droppedReasons }) => reason || droppedReasons.length > 0);
  return (
    <Section title="Completeness" sentence={summary(certificates)}>
      <Table
        caption="Completeness of each source"
        columns={columnsFor(read)}
        rows={certificates}
        keyOf={({ source }) => source}
      />
      {explained.map((certificate) => (
        <Explanation key={certificate.source} certificate={certificate} />
      ))}
    </Section>
  );
}

function summary(certificates: readonly Certificate[]): string {
  const read = certificates.filter(({ status }) => status !== 'not-read');
  const whole = read.filter(({ status }) => status === 'complete');
  if (read.length > 0 && whole.length === read.length) return 'Every source that was read is complete.';
  return `${whole.length} of ${read.length} sources are complete; totals over the others are labeled.`;
}

function columnsFor(read: ReadState): Column<Certificate>[] {
  return [
    {
      key: 'source',
      header: 'Source',
      cell: ({ source }) => sentenceCase(sourceNames[source]),
      file: ({ source }) => sourceNames[source],
    },
    {
      key: 'status',
      header: 'State',
      secondary: true,
      lead: '',
      cell: ({ source }) => {
        const { tone, label } = describeSource(read, source);
        return <Tag tone={tone}>{label}</Tag>;
      },
      file: ({ source }) => describeSource(read, source).label,
    },
    rowCount('rows', 'Rows'),
    rowCount('total', "Torii's count", {
      secondary: true,
      unknown: 'Torii stated no count for this source.',
    }),
    rowCount('pages', 'Pages', { secondary: true, lead: 'pages' }),
    rowCount('dropped', 'Dropped', { secondary: true, lead: 'dropped' }),
    {
      key: 'control',
      header: 'Control total',
      secondary: true,
      lead: 'control',
      cell: (row) => (isRead(row) ? controlCell(row.control) : null),
      file: ({ control }) => control && (control.equal ? 'equal' : gapWords(control)),
    },
    {
      key: 'fetched',
      header: 'Read',
      lead: 'read',
      secondary: true,
      cell: ({ fetchedAt }) => (fetchedAt === null ? null : formatInstant(fetchedAt)),
      file: ({ fetchedAt }) => fetchedAt,
    },
  ];
}

/** A source nobody asked for has no counts, not even zero. */
function rowCount(
  key: 'rows' | 'total' | 'pages' | 'dropped',
  header: string,
  how: Pick<Column<Certificate>, 'lead' | 'secondary'> & { readonly unknown?: string } = {},
): Column<Certificate> {
  const { cell, order, ...column } = countColumn<Certificate>({
    key,
    header,
    ...how,
    of: (row) => row[key],
    fact: ({ source }) => `source/${source}/${key}`,
  });
  return {
    ...column,
    cell: (row) => (isRead(row) ? cell(row) : null),
    file: (row) => (isRead(row) ? (order?.(row) ?? null) : null),
  };
}

function isRead({ status }: Certificate): boolean {
  return status !== 'not-read';
}

function controlCell(control: ControlTotal | null): ReactNode {
  if (control === null) return <span className="quiet">not offered</span>;
  if (control.equal) return <Tag tone="good">our sum = Torii’s</Tag>;
  return <Tag tone="serious">{gapWords(control)}</Tag>;
}

function gapWords({ ours, theirs }: ControlTotal): string {
  return Object.keys(theirs)
    .filter((key) => theirs[key] !== ours[key])
    .map((key) => `${key}: ${formatCount(ours[key] ?? 0)} here, ${formatCount(theirs[key] ?? 0)} in Torii`)
    .join('; ');
}

function Explanation({ certificate }: { certificate: Certificate }): ReactNode {
  const { source, reason, droppedReasons } = certificate;
  return (
    <p className="provenance">
      {sentenceCase(sourceNames[source])}: {[reason, ...droppedReasons].filter(Boolean).join('; ')}
    </p>
  );
}
