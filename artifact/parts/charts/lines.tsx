import type { ReactNode } from 'react';

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

const WIDTH = 100;
const HEIGHT = 40;

/** Amounts over time, from zero up. The table beside it is its text. */
export function Lines({ label, series, fromText, toText }: LinesProps): ReactNode {
  const all = series.flatMap(({ points }) => points);
  const [from, to] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))];
  const known = all.flatMap(({ y }) => y ?? []);
  const [low, high] = [Math.min(0, ...known), Math.max(0, ...known)];
  const x = (value: number): number => ((value - from) / (to - from || 1)) * WIDTH;
  const y = (value: number): number => HEIGHT - ((value - low) / (high - low || 1)) * HEIGHT;
  return (
    <figure className="lines">
      <svg
        className="chart"
        // oxlint-disable-next-line prefer-tag-over-role -- an img element could not take the page's colors
        role="img"
        aria-label={label}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        <path className="line-zero" d={`M0 ${y(0)}H${WIDTH}`} vectorEffect="non-scaling-stroke" />
        {series.map(({ kind, points }) => (
          <path
            key={kind}
            className={`line-${kind}`}
            d={pathOf(points, x, y)}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </svg>
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
function pathOf(
  points: readonly LinePoint[],
  x: (value: number) => number,
  y: (value: number) => number,
): string {
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
