import type { ReactNode } from 'react';

export interface ParetoProps {
  readonly label: string;
  /** Sums over the ranked items, the last being the whole. */
  readonly cumulated: readonly number[];
  /** How many of the first carry the share that is marked. */
  readonly vital: number;
  readonly vitalText: string;
  readonly endText: string;
}

const WIDTH = 100;
const HEIGHT = 40;

/** How fast the whole is reached, item by item. Its sentence and its table say the same. */
export function Pareto({ label, cumulated, vital, vitalText, endText }: ParetoProps): ReactNode {
  const total = cumulated.at(-1) ?? 0;
  if (total <= 0 || cumulated.length < 3) return null;
  const x = (index: number): number => (index / cumulated.length) * WIDTH;
  const y = (sum: number): number => HEIGHT - (sum / total) * HEIGHT;
  const line = thinned(cumulated)
    .map(([index, sum]) => `L${x(index + 1).toFixed(2)} ${y(sum).toFixed(2)}`)
    .join('');
  const [atX, atY] = [x(vital), y(cumulated[vital - 1] ?? 0)];
  return (
    <figure className="pareto">
      <svg
        className="chart"
        // oxlint-disable-next-line prefer-tag-over-role -- an img element could not take the page's colors
        role="img"
        aria-label={label}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
      >
        <path className="area" d={`M0 ${HEIGHT}${line}V${HEIGHT}Z`} />
        <path className="line" d={`M0 ${HEIGHT}${line}`} vectorEffect="non-scaling-stroke" />
        <path className="guide" d={`M0 ${atY}H${atX}V${HEIGHT}`} vectorEffect="non-scaling-stroke" />
      </svg>
      <figcaption>
        <span style={{ left: `${atX}%` }} className={atX > 55 ? 'before' : undefined}>
          {vitalText}
        </span>
        <span className="end">{endText}</span>
      </figcaption>
    </figure>
  );
}

/** Points of a curve that a screen can tell apart. */
const POINTS = 200;

function thinned(values: readonly number[]): [index: number, value: number][] {
  const step = Math.ceil(values.length / POINTS);
  return values.flatMap((value, index) =>
    index % step === 0 || index === values.length - 1 ? [[index, value] as [number, number]] : [],
  );
}
