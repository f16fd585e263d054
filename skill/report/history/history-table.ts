/** The last runs as a small table, and its figures as facts: `past/<date>/baseline|planned|verified|on`. */
import type { Fact } from '../../analysis/facts.ts';
import { boundedMoney } from '../base/bounds.ts';
import type { Part, Sentence } from '../base/sentence.ts';
import type { ReportTable } from '../base/report-table.ts';
import type { TimePoint } from './over-time.ts';

const figures = ['baseline', 'planned', 'verified'] as const;

/** Null where there is no run to show beside the present one. */
export function historyTable(points: readonly TimePoint[], most: number): ReportTable | null {
  if (points.length < 2) return null;
  return {
    header: ['Run', 'Baseline', 'Planned saving', 'Saved since the run before', ''],
    rows: points.slice(-most).map(rowOf),
    right: [1, 2, 3],
  };
}

function rowOf(point: TimePoint): Sentence[] {
  const { asOf, baseline, complete, planned, verified, isDraft, isPartial } = point;
  const id = `past/${asOf}`;
  const words = [isDraft && 'draft', isPartial && 'partial'].filter((word) => word !== false);
  return [
    [{ date: asOf, fact: `${id}/on` }],
    boundedMoney(baseline, `${id}/baseline`, complete),
    [money(planned, `${id}/planned`)],
    [verified === null ? 'nothing to compare with' : money(verified, `${id}/verified`)],
    [words.join(', ')],
  ];
}

function money(minor: number | null, fact: string): Part {
  return minor === null ? 'unknown' : { money: minor, fact };
}

export function historyFacts(points: readonly TimePoint[], currency: string): ReadonlyMap<string, Fact> {
  return new Map(
    points.flatMap((point): [string, Fact][] => [
      [`past/${point.asOf}/on`, { kind: 'date', date: point.asOf }],
      ...figures.flatMap((name): [string, Fact][] => {
        const minor = point[name];
        return minor === null ? [] : [[`past/${point.asOf}/${name}`, { kind: 'money', minor, currency }]];
      }),
    ]),
  );
}
