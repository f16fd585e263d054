import { useRef, type PointerEvent, type ReactNode } from 'react';
import { useWidth } from './use-width.ts';

/** Places of the first and the last bar, both included. */
export interface BarRange {
  readonly from: number;
  readonly to: number;
}

export interface ParetoBarsProps {
  readonly label: string;
  /** Largest first, none negative. */
  readonly values: readonly number[];
  /** What a bar is, for its tooltip. */
  readonly textOf: (place: number) => string;
  /** A bar up to which the sum is worth a word; null = none. */
  readonly corner: { readonly place: number; readonly text: string } | null;
  /** What is looked at; null = everything. */
  readonly range: BarRange | null;
  readonly onRange: (range: BarRange | null) => void;
}

const HEIGHT = 120;
/** A bar that can still be seen, with the gap beside it. */
const THINNEST = 5;

/**
 * Bars from the largest, the line of how much of the whole they add up to, and a brush over them: dragged
 * on the bars, or moved by two sliders, which keys and screen readers know. A table beside it lists the
 * same and shows what the brush covers.
 */
export function ParetoBars(props: ParetoBarsProps): ReactNode {
  const { values, range, onRange } = props;
  const [box, width] = useWidth<HTMLElement>();
  const shown = Math.max(1, Math.min(values.length, Math.floor(width / THINNEST)));
  const total = values.reduce((sum, value) => sum + value, 0);
  if (values.length < 3 || total <= 0) return null;
  return (
    <figure ref={box} className="pareto-bars">
      <BrushedBars {...props} shown={shown} width={width} total={total} />
      <BrushEnds {...props} shown={shown} />
      {range && (
        <button type="button" className="button button-quiet" onClick={() => onRange(null)}>
          Show all
        </button>
      )}
    </figure>
  );
}

interface BrushedBarsProps extends ParetoBarsProps {
  /** Bars that there is room for. */
  readonly shown: number;
  readonly width: number;
  readonly total: number;
}

function BrushedBars(props: BrushedBarsProps): ReactNode {
  const { label, values, textOf, range, onRange, shown, width, total } = props;
  const brush = useBrush(shown, onRange);
  const step = width / shown;
  return (
    <svg
      className="chart"
      // oxlint-disable-next-line prefer-tag-over-role -- an img element could not take the page's colors
      role="img"
      aria-label={label}
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      {...brush}
    >
      {values.slice(0, shown).map((value, place) => (
        <RankedBar
          key={place}
          text={textOf(place)}
          place={place}
          step={step}
          share={value / (values[0] ?? 1)}
          isIn={range === null || (place >= range.from && place <= range.to)}
        />
      ))}
      <path className="line" d={lineOf(values.slice(0, shown), total, step)} />
      <Corner {...props} step={step} />
      {range && <Brush range={range} step={step} />}
    </svg>
  );
}

interface RankedBarProps {
  readonly text: string;
  readonly place: number;
  /** Pixels from bar to bar. */
  readonly step: number;
  /** Of the largest. */
  readonly share: number;
  /** Covered by the brush. */
  readonly isIn: boolean;
}

function RankedBar({ text, place, step, share, isIn }: RankedBarProps): ReactNode {
  const height = Math.max(1, share * (HEIGHT - 8));
  return (
    <rect
      className={isIn ? 'mark-actual' : 'mark-quiet'}
      x={place * step}
      y={HEIGHT - height}
      width={Math.max(1, step - Math.min(2, step / 4))}
      height={height}
    >
      <title>{text}</title>
    </rect>
  );
}

/** What the pointer does on the bars: press on one, drag to another. */
function useBrush(shown: number, onRange: (range: BarRange) => void) {
  const start = useRef<number | null>(null);
  const brush = (event: PointerEvent<SVGSVGElement>): void => {
    if (start.current === null) return;
    const place = placeAt(event, shown);
    onRange({ from: Math.min(start.current, place), to: Math.max(start.current, place) });
  };
  const stop = (): void => void (start.current = null);
  return {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => {
      start.current = placeAt(event, shown);
      event.currentTarget.setPointerCapture?.(event.pointerId);
      brush(event);
    },
    onPointerMove: brush,
    onPointerUp: stop,
    onPointerCancel: stop,
  };
}

function placeAt({ currentTarget, clientX }: PointerEvent<SVGSVGElement>, shown: number): number {
  const { left, width } = currentTarget.getBoundingClientRect();
  return Math.max(0, Math.min(shown - 1, Math.floor(((clientX - left) / (width || 1)) * shown)));
}

function Brush({ range, step }: { readonly range: BarRange; readonly step: number }): ReactNode {
  const width = (range.to - range.from + 1) * step;
  return <rect className="brush" x={range.from * step} y="0" width={width} height={HEIGHT} />;
}

function lineOf(values: readonly number[], total: number, step: number): string {
  let sum = 0;
  const points = values.map((value, place) => {
    sum += value;
    return `${((place + 0.5) * step).toFixed(1)} ${(HEIGHT - (sum / total) * (HEIGHT - 4)).toFixed(1)}`;
  });
  return `M${points.join('L')}`;
}

interface CornerProps extends Pick<BrushedBarsProps, 'corner' | 'values' | 'total' | 'shown' | 'width'> {
  readonly step: number;
}

/** The point of the line over a bar with its words, which stand below it so that they do not cross it. */
function Corner({ corner, values, total, shown, width, step }: CornerProps): ReactNode {
  if (corner === null || corner.place >= shown) return null;
  const sum = values.slice(0, corner.place + 1).reduce((all, value) => all + value, 0);
  const x = (corner.place + 0.5) * step;
  const y = HEIGHT - (sum / total) * (HEIGHT - 4);
  const isLate = x > width * 0.7;
  return (
    <g className="pareto-corner">
      <circle cx={x} cy={y} r="3.5" />
      <text x={isLate ? x : x + 6} y={y + 16} textAnchor={isLate ? 'end' : 'start'}>
        {corner.text}
      </text>
    </g>
  );
}

function BrushEnds({
  range,
  onRange,
  textOf,
  shown,
}: ParetoBarsProps & { readonly shown: number }): ReactNode {
  const { from, to } = range ?? { from: 0, to: shown - 1 };
  const end = (label: string, value: number, set: (place: number) => BarRange): ReactNode => (
    <label>
      <span>{label}</span>
      <input
        type="range"
        min="0"
        max={shown - 1}
        value={value}
        aria-valuetext={textOf(value)}
        onChange={({ currentTarget }) => onRange(set(Number(currentTarget.value)))}
      />
    </label>
  );
  return (
    <div className="brush-ends">
      {end('From', from, (place) => ({ from: place, to: Math.max(place, to) }))}
      {end('To', to, (place) => ({ from: Math.min(place, from), to: place }))}
    </div>
  );
}
