import type { ReactNode } from 'react';
import {
  StretchedChart,
  Stroke,
  stretched,
  stretchedScale,
  type StretchedScale,
} from './stretched-chart.tsx';

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

/** One amount over another, with a mark where the reader is. The table beside it is its text. */
export function Curve({ label, points, from, to, current, ...texts }: CurveProps): ReactNode {
  const scale = stretchedScale(
    from,
    to,
    [...points, ...(current ? [current] : [])].map(({ y }) => y),
  );
  const path = points.map(({ x, y }) => `${scale.x(x).toFixed(2)} ${scale.y(y).toFixed(2)}`).join('L');
  return (
    <figure className="curve">
      <div className="curve-plot">
        <StretchedChart label={label}>
          {points.length > 1 && <Stroke className="line" d={`M${path}`} />}
          <Stroke className="guide" d={`M0 ${scale.y(0)}H${stretched.width}`} />
          {current && (
            <Stroke
              className="guide"
              d={`M${scale.x(current.x)} ${stretched.height}V${scale.y(current.y)}`}
            />
          )}
        </StretchedChart>
        {current && <CurveMark current={current} scale={scale} text={texts.currentText} />}
      </div>
      <figcaption>
        <span>{texts.fromText}</span>
        <span>{texts.toText}</span>
      </figcaption>
    </figure>
  );
}

interface CurveMarkProps {
  readonly current: CurvePoint;
  readonly scale: StretchedScale;
  readonly text: string;
}

function CurveMark({ current, scale, text }: CurveMarkProps): ReactNode {
  const x = scale.x(current.x);
  const at = { left: `${x}%`, top: `${(scale.y(current.y) / stretched.height) * 100}%` };
  return (
    <>
      <span className="curve-mark" style={at} />
      <span className={x > 55 ? 'curve-text before' : 'curve-text'} style={at}>
        {text}
      </span>
    </>
  );
}
