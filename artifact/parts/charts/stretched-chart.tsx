import type { ReactNode } from 'react';

/** A drawing in parts of 100 by 40, stretched over its place; strokes keep their width. */
export const stretched = { width: 100, height: 40 };

/** Where a point of the data is drawn; zero is always within the height. */
export function stretchedScale(from: number, to: number, values: readonly number[]) {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  return {
    x: (value: number): number => ((value - from) / (to - from || 1)) * stretched.width,
    y: (value: number): number => stretched.height - ((value - low) / (high - low || 1)) * stretched.height,
  };
}

export type StretchedScale = ReturnType<typeof stretchedScale>;

export interface StretchedChartProps {
  readonly label: string;
  readonly children: ReactNode;
}

export function StretchedChart({ label, children }: StretchedChartProps): ReactNode {
  return (
    <svg
      className="chart"
      // oxlint-disable-next-line prefer-tag-over-role -- an img element could not take the page's colors
      role="img"
      aria-label={label}
      viewBox={`0 0 ${stretched.width} ${stretched.height}`}
      preserveAspectRatio="none"
    >
      {children}
    </svg>
  );
}

/** A stroke as wide as elsewhere, however far the drawing is stretched. */
export function Stroke({ className, d }: { readonly className: string; readonly d: string }): ReactNode {
  return <path className={className} d={d} vectorEffect="non-scaling-stroke" />;
}
