import type { ReactNode } from 'react';
import { Link } from '../controls/link.tsx';
import { useMarks } from './use-marks.ts';
import { useWidth } from './use-width.ts';

export interface Dot {
  readonly id: number;
  readonly name: string;
  /** Shares of 1; null = unknown, and drawn apart, never at 0. */
  readonly use: { readonly low: number; readonly high: number } | null;
  /** Minor units; null = unknown. */
  readonly cost: number | null;
  /** All of it in words. */
  readonly text: string;
  /** Where the dot leads. */
  readonly href: string;
}

export interface ScatterProps {
  readonly label: string;
  readonly dots: readonly Dot[];
  readonly amount: (minor: number) => string;
}

/** Below this width words are fewer and stand closer. */
const NARROW = 560;

/** Where things are in a drawing of some width. */
interface Frame {
  readonly width: number;
  readonly height: number;
  /** The field in which both values are known. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The middles of the strips to its left and below, which hold what is unknown, and half their width. */
  readonly gutter: { readonly x: number; readonly y: number; readonly half: number };
  /** Where the words of the cost axis end. */
  readonly axis: number;
  readonly isNarrow: boolean;
}

function frameOf(width: number): Frame {
  const isNarrow = width < NARROW;
  const height = isNarrow ? 280 : 320;
  return {
    width,
    height,
    left: isNarrow ? 112 : 176,
    right: width - 12,
    top: 12,
    bottom: height - 64,
    gutter: { x: isNarrow ? 78 : 124, y: height - 40, half: isNarrow ? 20 : 26 },
    axis: isNarrow ? 48 : 84,
    isNarrow,
  };
}

/** Use against cost on a logarithmic scale; unknowns have strips of their own. A table beside it lists the same. */
export function Scatter({ label, dots, amount }: ScatterProps): ReactNode {
  const marks = useMarks();
  const [box, width] = useWidth<HTMLDivElement>();
  const frame = frameOf(width);
  const scale = costScale(
    dots.flatMap(({ cost }) => cost ?? []),
    frame,
  );
  if (scale === null) return null;
  const spots = dots.map((dot) => spotOf(dot, scale.y, frame));
  return (
    <div ref={box} className="scatter-box">
      <svg
        className="chart scatter"
        {...marks}
        // oxlint-disable-next-line prefer-tag-over-role -- no element of HTML groups shapes
        role="group"
        aria-label={label}
        width={width}
        height={frame.height}
        viewBox={`0 0 ${width} ${frame.height}`}
      >
        <CostAxis scale={scale} amount={amount} frame={frame} />
        <UseAxis frame={frame} />
        <UnknownStrips hasUnpriced={dots.some(({ cost }) => cost === null)} frame={frame} />
        {spots.map((spot) => (
          <DotLink key={spot.dot.id} spot={spot} />
        ))}
        {labelDots(spots, frame).map((name) => (
          <DotName key={name.spot.dot.id} label={name} />
        ))}
      </svg>
    </div>
  );
}

interface CostScale {
  /** Powers of ten that enclose every cost. */
  readonly ticks: readonly number[];
  readonly y: (cost: number) => number;
}

/** Null where no cost is known. */
function costScale(costs: readonly number[], { top, bottom }: Frame): CostScale | null {
  if (costs.length === 0) return null;
  const low = 10 ** Math.floor(Math.log10(Math.min(...costs)));
  const high = Math.max(low * 10, 10 ** Math.ceil(Math.log10(Math.max(...costs))));
  const decades = Math.round(Math.log10(high / low));
  return {
    ticks: Array.from({ length: decades + 1 }, (_, step) => low * 10 ** step),
    y: (cost) => bottom - (Math.log10(cost / low) / decades) * (bottom - top),
  };
}

interface CostAxisProps extends Pick<ScatterProps, 'amount'> {
  readonly scale: CostScale;
  readonly frame: Frame;
}

function CostAxis({ scale: { ticks, y }, amount, frame }: CostAxisProps): ReactNode {
  return ticks.map((cost) => (
    <g key={cost}>
      <path className="grid" d={`M${frame.left} ${y(cost)}H${frame.right}`} />
      <text x={frame.axis} y={y(cost) + 4} textAnchor="end">
        {amount(cost)}
      </text>
    </g>
  ));
}

function UseAxis({ frame }: { readonly frame: Frame }): ReactNode {
  const ticks = frame.isNarrow ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1];
  return ticks.map((use) => (
    <g key={use}>
      <path className="grid" d={`M${x(use, frame)} ${frame.top}V${frame.bottom}`} />
      <text x={x(use, frame)} y={frame.height - 8} textAnchor={use === 1 ? 'end' : 'middle'}>
        {`${use * 100}%${use === 1 ? ' in use' : ''}`}
      </text>
    </g>
  ));
}

/** Where the dots are whose use or cost is not known. */
interface UnknownStripsProps {
  readonly hasUnpriced: boolean;
  readonly frame: Frame;
}

function UnknownStrips({ hasUnpriced, frame }: UnknownStripsProps): ReactNode {
  const { gutter, top, left, right } = frame;
  return (
    <>
      <rect
        className="strip"
        x={gutter.x - gutter.half}
        y={top}
        width={2 * gutter.half}
        height={gutter.y + 14 - top}
      />
      {hasUnpriced && (
        <>
          <rect className="strip" x={left} y={gutter.y - 14} width={right - left} height="28" />
          <text x={frame.axis} y={gutter.y + 4} textAnchor="end">
            {frame.isNarrow ? 'no cost' : 'cost unknown'}
          </text>
        </>
      )}
      <text x={gutter.x + gutter.half} y={frame.height - 8} textAnchor="end">
        use unknown
      </text>
    </>
  );
}

function DotLink({ spot: { dot, at, to, top, isKnown } }: { readonly spot: Spot }): ReactNode {
  return (
    <Link href={dot.href} className={isKnown ? 'dot' : 'dot dot-unknown'}>
      <title>{dot.text}</title>
      {to > at && <path d={`M${at} ${top}H${to}`} />}
      <circle cx={at} cy={top} r="4" />
    </Link>
  );
}

function DotName({ label: { spot, side, box } }: { readonly label: Label }): ReactNode {
  return (
    <text className="dot-name" x={side === 'start' ? box.left : box.right} y={spot.top + 4} textAnchor={side}>
      {spot.dot.name}
    </text>
  );
}

interface Spot {
  readonly dot: Dot;
  readonly at: number;
  readonly to: number;
  readonly top: number;
  readonly isKnown: boolean;
}

function x(use: number, { left, right }: Frame): number {
  return left + use * (right - left);
}

function spotOf(dot: Dot, y: (cost: number) => number, frame: Frame): Spot {
  const { gutter } = frame;
  const { use, cost, id } = dot;
  // Beside each other, so that a strip of equal values can be counted.
  const aside = ((id % 7) - 3) * 4;
  const top = cost === null ? gutter.y + (id % 3) - 1 : y(cost);
  const at = use === null ? gutter.x + aside : x(use.low, frame);
  return { dot, at, to: use === null ? at : x(use.high, frame), top, isKnown: use !== null && cost !== null };
}

/** Names drawn, as long as there is room for one. */
const NAMES = 14;
/** A letter of the chart, on average. */
const LETTER = 6.5;
/** Use below this share is what the chart is looked at for. */
const LOW = 0.5;

interface Label {
  readonly spot: Spot;
  readonly side: 'start' | 'end';
  readonly box: Box;
}

/** Little used apps first, then the most expensive; a name that would run into another or into a dot is left out. */
function labelDots(spots: readonly Spot[], frame: Frame): Label[] {
  const chosen: Label[] = [];
  const isLow = ({ dot }: Spot): boolean => (dot.use?.high ?? 1) < LOW;
  const known = spots.filter(({ isKnown }) => isKnown);
  for (const spot of [...known.filter(isLow), ...known.filter((one) => !isLow(one))]) {
    if (chosen.length === NAMES) break;
    const label = (['start', 'end'] as const)
      .map((side) => ({ spot, side, box: nameBox(spot, side) }))
      .find(
        ({ box }) =>
          box.left > frame.left &&
          box.right < frame.width &&
          chosen.every((other) => !meets(box, other.box)) &&
          spots.every((other) => other === spot || !meets(box, dotBox(other))),
      );
    if (label) chosen.push(label);
  }
  return chosen;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A name begins behind its dot or ends before it. */
function nameBox({ dot, at, to, top }: Spot, side: Label['side']): Box {
  const width = dot.name.length * LETTER;
  const left = side === 'start' ? to + 8 : at - 8 - width;
  return { left, right: left + width, top: top - 6, bottom: top + 6 };
}

function dotBox({ at, to, top }: Spot): Box {
  return { left: at - 4, right: to + 4, top: top - 4, bottom: top + 4 };
}

function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
