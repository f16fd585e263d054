import type { ReactNode } from 'react';

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

export interface CurveProps {
  readonly label: string;
  /** In order of x. */
  readonly points: readonly CurvePoint[];
  readonly from: number;
  readonly to: number;
  /** Where the reader is; null = nowhere on this curve. */
  readonly current: CurvePoint | null;
  readonly fromText: string;
  readonly toText: string;
  /** Said at the mark. */
  readonly currentText: string;
}

const WIDTH = 100;
const HEIGHT = 40;

/** One amount over another, with a mark where the reader is. The table beside it is its text. */
export function Curve({ label, points, from, to, current, ...texts }: CurveProps): ReactNode {
  const values = [...points, ...(current ? [current] : [])].map(({ y }) => y);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const x = (value: number): number => ((value - from) / (to - from)) * WIDTH;
  const y = (value: number): number => HEIGHT - ((value - low) / (high - low || 1)) * HEIGHT;
  const path = points.map((point) => `${x(point.x).toFixed(2)} ${y(point.y).toFixed(2)}`).join('L');
  const at = current && { left: `${x(current.x)}%`, top: `${(y(current.y) / HEIGHT) * 100}%` };
  return (
    <figure className="curve">
      <div className="curve-plot">
        <svg
          className="chart"
          // oxlint-disable-next-line prefer-tag-over-role -- an img element could not take the page's colors
          role="img"
          aria-label={label}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
        >
          {points.length > 1 && <path className="line" d={`M${path}`} vectorEffect="non-scaling-stroke" />}
          <path className="guide" d={`M0 ${y(0)}H${WIDTH}`} vectorEffect="non-scaling-stroke" />
          {current && (
            <path
              className="guide"
              d={`M${x(current.x)} ${HEIGHT}V${y(current.y)}`}
              vectorEffect="non-scaling-stroke"
            />
          )}
        </svg>
        {at && <span className="curve-mark" style={at} />}
        {current && at && (
          <span className={x(current.x) > 55 ? 'curve-text before' : 'curve-text'} style={at}>
            {texts.currentText}
          </span>
        )}
      </div>
      <figcaption>
        <span>{texts.fromText}</span>
        <span>{texts.toText}</span>
      </figcaption>
    </figure>
  );
}
