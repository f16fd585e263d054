import type { ReactNode } from 'react';
import { dayOf } from '../../../skill/analysis/units.ts';
import type { TimePoint } from '../../../skill/report/history.ts';
import { boundWords } from '../../../skill/report/texts.ts';
import { Lines, type LineSeries } from '../../parts/charts.ts';
import { Section } from '../../parts/layout.ts';
import { type Column, Table } from '../../parts/table.ts';
import { formatCompactMoney, formatDate, formatWholeMoney } from '../../parts/text.ts';
import { useResults } from '../page-context.ts';
import { usePointsInTime } from './use-compared.ts';

/** The runs as lines, and the same as a table. */
export function RunsChart(): ReactNode {
  const points = usePointsInTime();
  const { full, awaited } = useResults();
  const { currency } = full;
  const [first] = points;
  const last = points.at(-1);
  if (awaited.length > 0) return <Section title="Runs so far" sentence="Drawn once all records are read." />;
  if (first === undefined || last === undefined || points.length < 2) return <Alone />;
  return (
    <Section title="Runs so far" sentence={sentenceOf(points, currency)}>
      <Lines
        label="Baseline, planned saving and verified saving, run by run"
        series={seriesOf(points, currency)}
        fromText={formatDate(first.asOf)}
        toText={formatDate(last.asOf)}
      />
      <Table
        caption="Runs so far"
        columns={columnsIn(currency, points)}
        rows={points.toReversed()}
        keyOf={({ asOf }) => asOf}
      />
    </Section>
  );
}

/** Until there is a second run, the page says how to get one. */
function Alone(): ReactNode {
  return (
    <Section
      title="Runs so far"
      sentence="This is the only run that this page knows, so nothing can be drawn over time yet."
    >
      <p>
        A weekly run keeps one small record a day in the tenant pack, without people, and filling the page
        again carries them here. Say to Claude: “Run the SaaS digest every week, keep its baseline in the
        tenant pack, and fill the dashboard again.” Until then, a baseline or a snapshot of an earlier run can
        be compared with below.
      </p>
    </Section>
  );
}

function sentenceOf(points: readonly TimePoint[], currency: string): string {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return '';
  const moved =
    first.baseline === null || last.baseline === null
      ? 'how the baseline moved is unknown'
      : movedWords(last.baseline - first.baseline, currency);
  return `In ${points.length} runs since ${formatDate(first.asOf)}, ${moved}; contracts came to cost ${formatCompactMoney(last.verifiedSoFar, currency)} a year less.`;
}

function movedWords(change: number, currency: string): string {
  if (change === 0) return 'the baseline has stayed the same';
  return `the baseline has ${change > 0 ? 'risen' : 'fallen'} by ${formatCompactMoney(Math.abs(change), currency)} a year`;
}

function seriesOf(points: readonly TimePoint[], currency: string): LineSeries[] {
  const last = points.at(-1);
  const line = (of: (point: TimePoint) => number | null): LineSeries['points'] =>
    points.map((point) => ({ x: dayOf(point.asOf), y: of(point) }));
  const end = (value: number | null | undefined): string =>
    value === null || value === undefined ? 'unknown' : formatCompactMoney(value, currency);
  return [
    {
      kind: 'actual',
      label: 'Baseline',
      points: line(({ baseline }) => baseline),
      endText: end(last?.baseline),
    },
    {
      kind: 'planned',
      label: 'Planned saving',
      points: line(({ planned }) => planned),
      endText: end(last?.planned),
    },
    {
      kind: 'proven',
      label: 'Verified so far',
      points: line(({ verifiedSoFar }) => verifiedSoFar),
      endText: end(last?.verifiedSoFar),
    },
  ];
}

function columnsIn(currency: string, points: readonly TimePoint[]): Column<TimePoint>[] {
  const money = (value: number | null): string =>
    value === null ? 'unknown' : formatWholeMoney(value, currency);
  return [
    { key: 'asOf', header: 'Run', cell: ({ asOf }) => formatDate(asOf), order: ({ asOf }) => asOf },
    {
      key: 'baseline',
      header: 'Baseline',
      numeric: true,
      cell: ({ baseline, complete }) => `${baseline === null ? '' : boundWords[complete]}${money(baseline)}`,
      order: ({ baseline }) => baseline,
    },
    {
      key: 'planned',
      header: 'Planned saving',
      numeric: true,
      secondary: true,
      cell: ({ planned }) => money(planned),
      order: ({ planned }) => planned,
    },
    {
      key: 'verified',
      header: 'Saved since the run before',
      numeric: true,
      secondary: true,
      cell: ({ verified }) => (verified === null ? 'nothing to compare with' : money(verified)),
      order: ({ verified }) => verified,
    },
    ...(points.some(({ isDraft, isPartial }) => isDraft || isPartial) ? [standingColumn] : []),
  ];
}

const standingColumn: Column<TimePoint> = {
  key: 'standing',
  header: 'Standing',
  secondary: true,
  lead: '',
  cell: ({ isDraft, isPartial }) =>
    [isDraft && 'draft', isPartial && 'partial'].filter((word) => word !== false).join(', '),
  order: ({ isDraft }) => (isDraft ? 1 : 0),
};
