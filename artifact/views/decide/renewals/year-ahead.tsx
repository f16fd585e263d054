import type { ReactNode } from 'react';
import { decisionDate } from '../../../../skill/analysis/analyze.ts';
import type { Bucket } from '../../../../skill/analysis/contract.ts';
import { grouped } from '../../../../skill/analysis/units.ts';
import { formatCount, formatCounted } from '../../../parts/text.ts';
import { Section } from '../../../parts/layout.ts';
import { Table, type Column } from '../../../parts/table.ts';
import type { Filtered } from '../../filter/use-filter.ts';
import { withParameters } from '../../router.ts';
import { hasRead, Provenance } from '../../completeness-badge.tsx';
import { contractColumns, contractNameColumn, type ListedRenewal } from './contract-columns.tsx';
import { Lane, LaneAxis, LaneLegend } from './lane.tsx';
import { Timeline } from './timeline.tsx';
import { useResults, useRoute, useRouter } from '../../page-context.ts';

const buckets: readonly (readonly [Bucket, string])[] = [
  ['missed', 'Notice missed'],
  ['0-30', 'Notice within 30 days'],
  ['31-60', 'Notice in 31–60 days'],
  ['61-90', 'Notice in 61–90 days'],
  ['91-120', 'Notice in 91–120 days'],
  ['later', 'Notice later'],
  ['rolling', 'Rolling, without a term end'],
  ['ends', 'Ends unless signed'],
  ['no-date', 'No deadline known'],
  ['superseded', 'Renewed by another contract'],
  ['ended', 'Ended'],
];

/** Every contract in a lane over the coming year, soonest notice first. */
export function YearAhead({ filtered }: { readonly filtered: Filtered<ListedRenewal> }): ReactNode {
  const results = useResults();
  const { parameters } = useRoute();
  const { shown: analysis } = results;
  const { renewals } = analysis;
  if (!hasRead(results, 'contracts') || renewals.length === 0) return null;
  const sizes = grouped(renewals, ({ bucket }) => bucket);
  const chosen = buckets.find(([bucket]) => bucket === parameters['bucket'])?.[0] ?? null;
  const rows = filtered.rows
    .filter((renewal) => (chosen === null ? isAhead(renewal) : renewal.bucket === chosen))
    .toSorted(byNotice);
  return (
    <Section
      title="Contracts over the coming year"
      sentence={sentenceOf(sizes, renewals.length)}
      provenance={<Provenance sources={['contracts']} />}
    >
      <Timeline />
      <BucketChoice chosen={chosen} sizes={sizes} ahead={renewals.filter(isAhead).length} />
      <LaneLegend />
      <Table
        key={`${chosen} ${filtered.words}`}
        caption="Contracts, soonest notice first"
        columns={[contractNameColumn(false), laneColumn(analysis.asOf), ...contractColumns(analysis)]}
        rows={rows}
        keyOf={({ contractId }) => contractId}
        first={20}
        notes={filtered.notes}
      />
    </Section>
  );
}

interface BucketChoiceProps {
  readonly chosen: Bucket | null;
  readonly sizes: ReadonlyMap<Bucket, readonly ListedRenewal[]>;
  /** How many have not ended. */
  readonly ahead: number;
}

function BucketChoice({ chosen, sizes, ahead }: BucketChoiceProps): ReactNode {
  const route = useRoute();
  const router = useRouter();
  return (
    <p className="choices">
      <label>
        Show{' '}
        <select
          className="choice"
          value={chosen ?? ''}
          onChange={(event) =>
            router.go(withParameters(route, { bucket: event.currentTarget.value || null }))
          }
        >
          <option value="">{`All that have not ended (${ahead})`}</option>
          {buckets.map(([bucket, label]) => (
            <option key={bucket} value={bucket}>{`${label} (${sizes.get(bucket)?.length ?? 0})`}</option>
          ))}
        </select>
      </label>
    </p>
  );
}

function isAhead({ bucket }: ListedRenewal): boolean {
  return bucket !== 'ended';
}

function laneColumn(asOf: string): Column<ListedRenewal> {
  return {
    key: 'lane',
    header: 'The coming year',
    meter: true,
    axis: <LaneAxis asOf={asOf} />,
    cell: (renewal) => <Lane renewal={renewal} asOf={asOf} />,
  };
}

/** By the last safe date or the deadline that its row says; what has none comes by its term end, else last. */
function byNotice(a: ListedRenewal, b: ListedRenewal): number {
  const [left, right] = [nextDay(a), nextDay(b)];
  return left < right ? -1 : left > right ? 1 : a.contractId - b.contractId;
}

function nextDay(renewal: ListedRenewal): string {
  return decisionDate(renewal) ?? renewal.deadline ?? renewal.termEnd ?? '9999';
}

function sentenceOf(sizes: ReadonlyMap<Bucket, readonly ListedRenewal[]>, total: number): string {
  const size = (...names: readonly Bucket[]): number =>
    names.reduce((sum, name) => sum + (sizes.get(name)?.length ?? 0), 0);
  const near = size('0-30', '31-60', '61-90', '91-120');
  const parts = [
    [size('0-30'), 'within 30 days'],
    [size('31-60', '61-90', '91-120'), 'in the three months after'],
  ] as const;
  const soon = parts.filter(([many]) => many > 0).map(([many, when]) => `${formatCount(many)} ${when}`);
  const notice =
    near === 0 ? 'No notice is due within 120 days.' : `Notice is due for ${soon.join(' and ')}.`;
  const missed =
    size('missed') === 0 ? '' : ` ${formatCounted(size('missed'), 'deadline has', 'deadlines have')} passed.`;
  const undated =
    size('no-date') === 0 ? '' : ` For ${formatCounted(size('no-date'), 'contract')} no deadline is known.`;
  return `${formatCounted(total, 'contract')}. ${notice}${missed}${undated}`;
}
