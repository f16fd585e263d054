import type { ReactNode } from 'react';
import type { Mark } from './bars.tsx';

export interface Step {
  readonly label: string;
  /** Where the bar begins and ends, in the unit of the amounts. */
  readonly from: number;
  readonly to: number;
  readonly mark: Mark;
  /** The amount in words, at the end of the line. */
  readonly text: string;
}

/** In pixels: a step, its bar, the line its words stand on, and where its bar begins. */
const STEP = 40;
const BAR = 12;
const TEXT = 15;
const TOP = TEXT + 6;

/** Steps from one whole to another, each beginning where the one before ended. The table beside it is its text. */
export function Waterfall({ steps }: { steps: readonly Step[] }): ReactNode {
  const max = Math.max(...steps.flatMap(({ from, to }) => [from, to]), 1);
  const at = (value: number): string => `${((Math.max(0, value) / max) * 100).toFixed(2)}%`;
  return (
    <svg className="waterfall" height={steps.length * STEP} aria-hidden="true" focusable="false">
      {steps.slice(1).map(({ label, from }, index) => (
        <line
          key={label}
          className="waterfall-line"
          x1={at(from)}
          x2={at(from)}
          y1={index * STEP + TOP + BAR}
          y2={(index + 1) * STEP + TOP}
        />
      ))}
      {steps.map(({ label, from, to, mark, text }, index) => (
        <g key={label}>
          <text x="0" y={index * STEP + TEXT}>
            {label}
          </text>
          <text x="100%" y={index * STEP + TEXT} textAnchor="end" className="waterfall-amount">
            {text}
          </text>
          <rect
            className={`mark-${mark}`}
            x={at(Math.min(from, to))}
            y={index * STEP + TOP}
            width={at(Math.abs(to - from))}
            height={BAR}
          />
        </g>
      ))}
    </svg>
  );
}
