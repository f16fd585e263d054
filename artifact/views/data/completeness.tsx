import type { ReactNode } from 'react';
import type { Completeness as Certificate, ControlTotal } from '../../../skill/torii/records.ts';
import { count } from '../../parts/count.ts';
import { instant } from '../../parts/date.ts';
import { Section } from '../../parts/section.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import type { SessionState } from '../../session/state.ts';
import { sourceNames, standingOf } from '../standing.tsx';
import type { ViewProps } from '../view-props.ts';

/** How much of each source was read, and how we know. */
export function Completeness({ state, picture }: ViewProps): ReactNode {
  const certificates = picture.portfolio.completeness;
  const explained = certificates.filter(({ reason, droppedReasons }) => reason || droppedReasons.length > 0);
  return (
    <Section title="Completeness" sentence={summary(certificates)}>
      <Table
        caption="Completeness of each source"
        columns={columnsFor(state)}
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
  return `${whole.length} of ${read.length} sources are complete; totals over the others are labelled.`;
}

function columnsFor(state: SessionState): Column<Certificate>[] {
  return [
    { key: 'source', header: 'Source', cell: ({ source }) => capital(sourceNames[source]) },
    {
      key: 'status',
      header: 'State',
      secondary: true,
      lead: '',
      cell: ({ source }) => {
        const { tone, label } = standingOf(state, source);
        return <Tag tone={tone}>{label}</Tag>;
      },
    },
    { key: 'rows', header: 'Rows', numeric: true, cell: (row) => ifRead(row, count(row.rows)) },
    {
      key: 'total',
      header: "Torii's count",
      numeric: true,
      secondary: true,
      cell: (row) => ifRead(row, totalCell(row)),
    },
    {
      key: 'pages',
      header: 'Pages',
      lead: 'pages',
      numeric: true,
      secondary: true,
      cell: (row) => ifRead(row, count(row.pages)),
    },
    {
      key: 'dropped',
      header: 'Dropped',
      lead: 'dropped',
      numeric: true,
      secondary: true,
      cell: (row) => ifRead(row, count(row.dropped)),
    },
    {
      key: 'control',
      header: 'Control total',
      secondary: true,
      lead: 'control',
      cell: (row) => ifRead(row, controlCell(row.control)),
    },
    {
      key: 'fetched',
      header: 'Read',
      lead: 'read',
      secondary: true,
      cell: ({ fetchedAt }) => (fetchedAt === null ? null : instant(fetchedAt)),
    },
  ];
}

/** A source nobody asked for has no counts, not even zero. */
function ifRead({ status }: Certificate, cell: ReactNode): ReactNode {
  return status === 'not-read' ? null : cell;
}

function totalCell({ total }: Certificate): ReactNode {
  return total === null ? <Unknown reason="Torii stated no count for this source." /> : count(total);
}

function controlCell(control: ControlTotal | null): ReactNode {
  if (control === null) return <span className="quiet">not offered</span>;
  if (control.equal) return <Tag tone="good">our sum = Torii’s</Tag>;
  const differing = Object.keys(control.theirs).filter((key) => control.theirs[key] !== control.ours[key]);
  const gaps = differing.map(
    (key) => `${key}: ${count(control.ours[key] ?? 0)} here, ${count(control.theirs[key] ?? 0)} in Torii`,
  );
  return <Tag tone="serious">{gaps.join('; ')}</Tag>;
}

function Explanation({ certificate }: { certificate: Certificate }): ReactNode {
  const { source, reason, droppedReasons } = certificate;
  return (
    <p className="provenance">
      {capital(sourceNames[source])}: {[reason, ...droppedReasons].filter(Boolean).join('; ')}
    </p>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
