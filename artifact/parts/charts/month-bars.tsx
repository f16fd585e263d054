import type { ReactNode } from 'react';
import { Link } from '../controls/link.tsx';
import { MarkedDrawing } from './marked-drawing.tsx';

export interface MonthBar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly isChosen: boolean;
  /** All of it in words. */
  readonly text: string;
  readonly href: string;
}

const ROOM = 56;
const HEIGHT = ROOM + 18;

/** A bar a month; the whole column is the target, so that an empty month can be chosen too. */
export function MonthBars({
  label,
  bars,
}: {
  readonly label: string;
  readonly bars: readonly MonthBar[];
}): ReactNode {
  const most = Math.max(...bars.map(({ value }) => value), 1);
  return (
    <MarkedDrawing label={label} className="month-bars" height={HEIGHT}>
      {(width) =>
        bars.map((bar, index) => (
          <MonthColumn
            key={bar.key}
            bar={bar}
            index={index}
            column={width / bars.length}
            share={bar.value / most}
          />
        ))
      }
    </MarkedDrawing>
  );
}

interface MonthColumnProps {
  readonly bar: MonthBar;
  readonly index: number;
  /** Pixels of a month. */
  readonly column: number;
  /** Of the highest bar. */
  readonly share: number;
}

function MonthColumn({ bar, index, column, share }: MonthColumnProps): ReactNode {
  const { key, label, value, isChosen, text, href } = bar;
  const height = value <= 0 ? 0 : Math.max(2, share * ROOM);
  return (
    <Link
      href={href}
      data-key={key}
      draggable={false}
      aria-label={text}
      aria-current={isChosen ? 'true' : undefined}
    >
      <title>{text}</title>
      <rect className="month-column" data-hit x={index * column} width={column} height={HEIGHT} />
      <rect
        className="mark-actual"
        x={index * column + 2}
        y={ROOM - height}
        width={Math.max(1, column - 4)}
        height={height}
      />
      <text x={(index + 0.5) * column} y={HEIGHT - 4} textAnchor="middle">
        {label}
      </text>
    </Link>
  );
}
