import type { ReactNode } from 'react';
import { Link } from '../controls/link.tsx';
import { useMarks } from './use-marks.ts';
import { useWidth } from './use-width.ts';

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
  const { ref: chart, ...marks } = useMarks();
  const [frame, width] = useWidth<HTMLDivElement>();
  const most = Math.max(...bars.map(({ value }) => value), 1);
  const column = width / Math.max(1, bars.length);
  return (
    <div ref={frame}>
      <svg
        ref={chart}
        {...marks}
        className="chart month-bars"
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        // oxlint-disable-next-line prefer-tag-over-role -- no element of HTML groups shapes
        role="group"
        aria-label={label}
      >
        {bars.map(({ key, label: name, value, isChosen, text, href }, index) => {
          const height = value <= 0 ? 0 : Math.max(2, (value / most) * ROOM);
          return (
            <Link
              key={key}
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
                {name}
              </text>
            </Link>
          );
        })}
      </svg>
    </div>
  );
}
