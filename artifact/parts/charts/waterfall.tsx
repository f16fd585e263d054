import type { ReactNode } from 'react';
import type { Mark } from './bars.tsx';
import { Link } from '../controls/link.tsx';
import { useMarks } from './use-marks.ts';

export interface WaterfallStep {
  readonly label: string;
  /** Where the bar begins and ends, in the unit of the amounts. */
  readonly from: number;
  readonly to: number;
  readonly mark: Mark;
  /** The amount in words, at the end of the line. */
  readonly text: string;
  /** Where the step leads. */
  readonly href: string;
}

/** In pixels: a step, its bar, the line its words stand on, and where its bar begins. */
const STEP = 40;
const BAR = 12;
const TEXT = 15;
const TOP = TEXT + 6;

export interface WaterfallProps {
  readonly label: string;
  readonly steps: readonly WaterfallStep[];
}

/** Steps from one whole to another, each beginning where the one before ended. The table beside it is its text. */
export function Waterfall({ label: name, steps }: WaterfallProps): ReactNode {
  const marks = useMarks();
  const max = Math.max(...steps.flatMap(({ from, to }) => [from, to]), 1);
  const at = (value: number): string => `${((Math.max(0, value) / max) * 100).toFixed(2)}%`;
  return (
    <svg
      className="waterfall"
      height={steps.length * STEP}
      {...marks}
      // oxlint-disable-next-line prefer-tag-over-role -- no element of HTML groups shapes
      role="group"
      aria-label={name}
    >
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
      {steps.map(({ label, from, to, mark, text, href }, index) => (
        <Link key={label} href={href} aria-label={`${label}: ${text}`}>
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
        </Link>
      ))}
    </svg>
  );
}
