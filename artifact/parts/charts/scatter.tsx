import type { ReactNode } from 'react';
import { Link } from '../controls/link.tsx';
import { MarkedDrawing } from './marked-drawing.tsx';
import {
  costScale,
  scatterFrame,
  spotOf,
  xOfUse,
  type CostScale,
  type Dot,
  type ScatterFrame,
  type Spot,
} from './scatter-frame.ts';
import { labelDots, type DotLabel } from './scatter-labels.ts';

export interface ScatterProps {
  readonly label: string;
  readonly dots: readonly Dot[];
  readonly amount: (minor: number) => string;
}

/** Use against cost on a logarithmic scale; unknowns have strips of their own. A table beside it lists the same. */
export function Scatter(props: ScatterProps): ReactNode {
  if (props.dots.every(({ cost }) => cost === null)) return null;
  return (
    <MarkedDrawing
      label={props.label}
      className="scatter"
      boxClassName="scatter-box"
      height={(width) => scatterFrame(width).height}
    >
      {(width) => <Field {...props} frame={scatterFrame(width)} />}
    </MarkedDrawing>
  );
}

function Field({ dots, amount, frame }: ScatterProps & { readonly frame: ScatterFrame }): ReactNode {
  const scale = costScale(
    dots.flatMap(({ cost }) => cost ?? []),
    frame,
  );
  const spots = dots.map((dot) => spotOf(dot, scale.y, frame));
  return (
    <>
      <CostAxis scale={scale} amount={amount} frame={frame} />
      <UseAxis frame={frame} />
      <UnknownStrips hasUnpriced={dots.some(({ cost }) => cost === null)} frame={frame} />
      {spots.map((spot) => (
        <DotLink key={spot.dot.id} spot={spot} />
      ))}
      {labelDots(spots, frame).map((name) => (
        <DotName key={name.spot.dot.id} label={name} />
      ))}
    </>
  );
}

interface CostAxisProps extends Pick<ScatterProps, 'amount'> {
  readonly scale: CostScale;
  readonly frame: ScatterFrame;
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

function UseAxis({ frame }: { readonly frame: ScatterFrame }): ReactNode {
  const ticks = frame.isNarrow ? [0, 0.5, 1] : [0, 0.25, 0.5, 0.75, 1];
  return ticks.map((use) => (
    <g key={use}>
      <path className="grid" d={`M${xOfUse(use, frame)} ${frame.top}V${frame.bottom}`} />
      <text x={xOfUse(use, frame)} y={frame.height - 8} textAnchor={use === 1 ? 'end' : 'middle'}>
        {`${use * 100}%${use === 1 ? ' in use' : ''}`}
      </text>
    </g>
  ));
}

/** Where the dots are whose use or cost is not known. */
interface UnknownStripsProps {
  readonly hasUnpriced: boolean;
  readonly frame: ScatterFrame;
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

function DotName({ label: { spot, side, box } }: { readonly label: DotLabel }): ReactNode {
  return (
    <text className="dot-name" x={side === 'start' ? box.left : box.right} y={spot.top + 4} textAnchor={side}>
      {spot.dot.name}
    </text>
  );
}
