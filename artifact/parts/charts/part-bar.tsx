import type { ReactNode } from 'react';

/** What belongs to one within what belongs to all, on the scale of the largest; beside the numbers it repeats. */
export function PartBar({ part, whole, max }: { part: number; whole: number; max: number }): ReactNode {
  const width = (value: number): string =>
    `${(max > 0 ? Math.max(0, Math.min(100, (value / max) * 100)) : 0).toFixed(2)}%`;
  return (
    <svg className="bar-svg" aria-hidden="true" focusable="false">
      <rect className="mark-quiet" width={width(whole)} height="100%" rx="1" />
      <rect className="mark-actual" width={width(part)} height="100%" rx="1" />
    </svg>
  );
}
