import type { ReactNode } from 'react';
import { useMarks } from './use-marks.ts';
import { useWidth } from './use-width.ts';

export interface MarkedDrawingProps {
  readonly label: string;
  /** Of the drawing, beside `chart`. */
  readonly className: string;
  /** Of the box whose width the drawing takes. */
  readonly boxClassName?: string;
  readonly height: number | ((width: number) => number);
  /** The marks, each a link, at the width that there is. */
  readonly children: (width: number) => ReactNode;
}

/** A drawing as wide as its place, whose marks are one stop of the tab key and are walked with the arrow keys. */
export function MarkedDrawing(props: MarkedDrawingProps): ReactNode {
  const { label, className, boxClassName, children } = props;
  const { ref: chart, ...marks } = useMarks();
  const [box, width] = useWidth<HTMLDivElement>();
  const height = typeof props.height === 'number' ? props.height : props.height(width);
  return (
    <div ref={box} className={boxClassName}>
      <svg
        ref={chart}
        {...marks}
        className={`chart ${className}`}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        // oxlint-disable-next-line prefer-tag-over-role -- no element of HTML groups shapes
        role="group"
        aria-label={label}
      >
        {children(width)}
      </svg>
    </div>
  );
}
