import type { ReactNode } from 'react';
import {
  StretchedChart,
  Stroke,
  stretched,
  stretchedScale,
  type StretchedScale,
} from './stretched-chart.tsx';

export interface LinePoint {
  readonly x: number;
  /** Null = unknown: the line is broken there, and never drawn at zero. */
  readonly y: number | null;
}

export interface LineSeries {
  readonly label: string;
  /** As everywhere: what is paid is solid, what is planned is dashed, what is proven is thick. */
  readonly kind: 'actual' | 'planned' | 'proven';
  readonly points: readonly LinePoint[];
  /** The last amount in words. */
  readonly endText: string;
}

export interface LinesProps {
  readonly label: string;
  readonly series: readonly LineSeries[];
  readonly fromText: string;
  readonly toText: string;
}

/** Amounts over time, from zero up. The table beside it is its text. */
export function Lines({ label, series, fromText, toText }: LinesProps): ReactNode {
  const all = series.flatMap(({ points }) => points);
  const times = all.map(({ x }) => x);
  const scale = stretchedScale(
    Math.min(...times),
    Math.max(...times),
    all.flatMap(({ y }) => y ?? []),
  );
  return (
    <figure className="lines">
      <StretchedChart label={label}>
        <Stroke className="line-zero" d={`M0 ${scale.y(0)}H${stretched.width}`} />
        {series.map(({ kind, points }) => (
          <Stroke key={kind} className={`line-${kind}`} d={pathOf(points, scale)} />
        ))}
      </StretchedChart>
      <p className="lines-span">
        <span>{fromText}</span>
        <span>{toText}</span>
      </p>
      <figcaption>
        {series.map((one) => (
          <span key={one.kind} className={`lines-key lines-key-${one.kind}`}>
            {one.label} <strong>{one.endText}</strong>
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** A stretch between two known points is drawn; a single one is a dot of the same stroke. */
function pathOf(points: readonly LinePoint[], { x, y }: StretchedScale): string {
  return points
    .map((point, index) => {
      if (point.y === null) return '';
      const before = points[index - 1]?.y ?? null;
      const after = points[index + 1]?.y ?? null;
      const place = `${x(point.x).toFixed(2)} ${y(point.y).toFixed(2)}`;
      return `${before === null ? 'M' : 'L'}${place}${before === null && after === null ? 'h.01' : ''}`;
    })
    .join('');
}
