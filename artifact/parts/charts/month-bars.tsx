import type { ReactNode } from 'react';
import { Link } from '../controls/link.tsx';
import { MarkedDrawing } from './marked-drawing.tsx';

export interface MonthBar {
  readonly key: string;
  readonly label: string;
  /** Null = unknown: the month is hatched, and never drawn as zero. */
  readonly value: number | null;
  readonly isChosen: boolean;
  /** All of it in words. */
  readonly text: string;
  readonly href: string;
}

export interface MonthBarsProps {
  readonly label: string;
  readonly bars: readonly MonthBar[];
  /** Pixels for the bars. */
  readonly room?: number;
  /** An amount to hold the months against, and what it is. */
  readonly line?: { readonly value: number; readonly text: string };
}

const FOOT = 18;

/** A bar a month; the whole column is the target, so that an empty month can be chosen too. */
export function MonthBars({ label, bars, room = 56, line }: MonthBarsProps): ReactNode {
  const most = Math.max(...bars.map(({ value }) => value ?? 0), line?.value ?? 0, 1);
  return (
    <MarkedDrawing label={label} className="month-bars" height={room + FOOT}>
      {(width) => (
        <>
          {bars.map((bar, index) => (
            <MonthColumn
              key={bar.key}
              bar={bar}
              x={(index * width) / bars.length}
              width={width / bars.length}
              room={room}
              most={most}
            />
          ))}
          {line && <MonthLine text={line.text} width={width} y={room - (line.value / most) * room} />}
        </>
      )}
    </MarkedDrawing>
  );
}

interface MonthColumnProps {
  readonly bar: MonthBar;
  readonly x: number;
  readonly width: number;
  readonly room: number;
  readonly most: number;
}

function MonthColumn({ bar, x, width, room, most }: MonthColumnProps): ReactNode {
  const { key, label, value, isChosen, text, href } = bar;
  const tall = value === null ? room : value <= 0 ? 0 : Math.max(2, (value / most) * room);
  return (
    <Link
      href={href}
      data-key={key}
      draggable={false}
      aria-label={text}
      aria-current={isChosen ? 'true' : undefined}
    >
      <title>{text}</title>
      <rect className="month-column" data-hit x={x} width={width} height={room + FOOT} />
      <rect
        className={value === null ? 'mark-unknown' : 'mark-actual'}
        x={x + 2}
        y={room - tall}
        width={Math.max(1, width - 4)}
        height={tall}
      />
      <text x={x + width / 2} y={room + FOOT - 4} textAnchor="middle">
        {label}
      </text>
    </Link>
  );
}

interface MonthLineProps {
  readonly text: string;
  readonly width: number;
  readonly y: number;
}

function MonthLine({ text, width, y }: MonthLineProps): ReactNode {
  return (
    <g className="month-line">
      <path d={`M0 ${y}H${width}`} />
      <text x={width} y={Math.max(11, y - 4)} textAnchor="end">
        {text}
      </text>
    </g>
  );
}
