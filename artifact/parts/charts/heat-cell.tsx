import type { ReactNode } from 'react';

export interface HeatCellProps {
  /** Of 1. */
  readonly share: number;
  /** In use is solid, idle a second color, unknown hatched. */
  readonly heat: 'actual' | 'idle' | 'unknown';
  readonly children: ReactNode;
}

/** A number over a cell that is filled as far as its share; the number says the same. */
export function HeatCell({ share, heat, children }: HeatCellProps): ReactNode {
  const width = Math.max(0, Math.min(1, share)) * 100;
  return (
    <span className="heat-cell">
      <svg aria-hidden="true" focusable="false">
        <rect
          className={`heat-${heat}`}
          x={`${(100 - width).toFixed(1)}%`}
          width={`${width.toFixed(1)}%`}
          height="100%"
        />
      </svg>
      <span>{children}</span>
    </span>
  );
}
