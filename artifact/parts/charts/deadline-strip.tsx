import type { ReactNode } from 'react';
import { Link } from '../controls/link.tsx';
import { MarkedDrawing } from './marked-drawing.tsx';
import { swarm } from './swarm.ts';

export interface StripDot {
  readonly id: number;
  /** Days from today; below 0 the deadline has passed. */
  readonly day: number;
  /** Money at stake, which the area of the dot is; null = unknown. */
  readonly value: number | null;
  /** `saving` = something can be saved with it, `none` = nothing can, `missed` = its deadline has passed. */
  readonly kind: 'saving' | 'none' | 'missed';
  /** All of it in words. */
  readonly text: string;
  readonly href: string;
}

export interface DeadlineStripProps {
  readonly label: string;
  readonly dots: readonly StripDot[];
  /** Days ahead that are shown. */
  readonly days: number;
  readonly ticks: readonly { readonly day: number; readonly text: string }[];
}

/** In pixels: the room of the dots, all of the drawing, and what is beside the days ahead. */
const ROOM = 76;
const HEIGHT = ROOM + 20;
const EDGE = 12;
const MISSED = 64;
/** Radius of the dot with most at stake, of the smallest, and of one whose worth is unknown. */
const LARGEST = 17;
const SMALLEST = 4;
const UNKNOWN = 6;
/** So many dots still have room at full size. */
const ROOMY = 40;

/** The deadlines ahead on a line of days, a dot each; what was missed lies before today. */
export function DeadlineStrip(props: DeadlineStripProps): ReactNode {
  return (
    <MarkedDrawing label={props.label} className="strip-chart" height={HEIGHT}>
      {(width) => <Strip {...props} width={width} />}
    </MarkedDrawing>
  );
}

function Strip({ dots, days, ticks, width }: DeadlineStripProps & { readonly width: number }): ReactNode {
  const hasMissed = dots.some(({ kind }) => kind === 'missed');
  const from = hasMissed ? MISSED : EDGE;
  const x = (day: number): number => from + (Math.max(0, day) / days) * (width - from - EDGE);
  return (
    <>
      <rect className="strip-week" x={x(0)} y="0" width={x(7) - x(0)} height={ROOM} />
      <path className="strip-today" d={`M${x(0)} 0V${ROOM + 4}`} />
      <path className="strip-line" d={`M${x(0)} ${ROOM}H${width - EDGE}`} />
      {hasMissed && (
        <text x="0" y={HEIGHT - 4}>
          missed
        </text>
      )}
      {ticks.map(({ day, text }) => (
        <text
          key={day}
          x={day === 0 ? x(0) - 2 : Math.min(x(day), width)}
          y={HEIGHT - 4}
          textAnchor={day === 0 ? 'start' : day >= days ? 'end' : 'middle'}
        >
          {text}
        </text>
      ))}
      <Dots dots={dots} x={x} />
    </>
  );
}

interface DotsProps extends Pick<DeadlineStripProps, 'dots'> {
  readonly x: (day: number) => number;
}

function Dots({ dots, x }: DotsProps): ReactNode {
  const radius = radiusIn(dots);
  const grains = dots.map((dot, index) => ({
    at: dot.kind === 'missed' ? missedAt(index, dots) : x(dot.day),
    radius: radius(dot),
  }));
  const offsets = swarm(grains, ROOM / 2);
  return dots.map((dot, index) => (
    <Link key={dot.id} href={dot.href} className={`strip-dot strip-${dot.kind}`} aria-label={dot.text}>
      <title>{dot.text}</title>
      <circle
        className={dot.value === null ? 'strip-unknown' : undefined}
        cx={grains[index]?.at}
        cy={ROOM / 2 + (offsets[index] ?? 0)}
        r={grains[index]?.radius}
      />
    </Link>
  ));
}

function radiusIn(dots: readonly StripDot[]): (dot: StripDot) => number {
  const most = Math.max(...dots.map(({ value }) => value ?? 0), 1);
  const crowd = Math.min(1, Math.sqrt(ROOMY / Math.max(1, dots.length)));
  return ({ value }) => {
    if (value === null) return UNKNOWN * Math.max(0.6, crowd);
    return Math.max(SMALLEST * Math.max(0.7, crowd), LARGEST * crowd * Math.sqrt(Math.max(0, value) / most));
  };
}

/** Beside each other in the order in which they were missed. */
function missedAt(index: number, dots: readonly StripDot[]): number {
  const missed = dots.filter(({ kind }) => kind === 'missed');
  const place = missed.findIndex((dot) => dot === dots[index]);
  return EDGE + ((place + 0.5) / missed.length) * (MISSED - EDGE - 16);
}
