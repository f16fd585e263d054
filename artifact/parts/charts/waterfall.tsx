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
  const scale = scaleOf(steps);
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
          x1={at(from, scale)}
          x2={at(from, scale)}
          y1={index * STEP + TOP + BAR}
          y2={(index + 1) * STEP + TOP}
        />
      ))}
      {steps.map((step, index) => (
        <StepLink key={step.label} step={step} y={index * STEP} scale={scale} />
      ))}
    </svg>
  );
}

interface StepLinkProps {
  readonly step: WaterfallStep;
  readonly y: number;
  readonly scale: WaterfallScale;
}

function StepLink({ step, y, scale }: StepLinkProps): ReactNode {
  const { label, from, to, mark, text, href } = step;
  const width = Math.abs(percentOf(to, scale) - percentOf(from, scale));
  return (
    <Link href={href} aria-label={`${label}: ${text}`}>
      <text x="0" y={y + TEXT}>
        {label}
      </text>
      <text x="100%" y={y + TEXT} textAnchor="end" className="waterfall-amount">
        {text}
      </text>
      <rect
        className={`mark-${mark}`}
        x={at(Math.min(from, to), scale)}
        y={y + TOP}
        width={`${width.toFixed(2)}%`}
        height={BAR}
      />
      {scale.floor > 0 && Math.min(from, to) < scale.floor && <Cut y={y + TOP} />}
    </Link>
  );
}

function percentOf(value: number, { floor, max }: WaterfallScale): number {
  return (Math.max(0, value - floor) / (max - floor)) * 100;
}

function at(value: number, scale: WaterfallScale): string {
  return `${percentOf(value, scale).toFixed(2)}%`;
}

/** Two slanted lines across a bar that begins at zero where the scale does not. */
function Cut({ y }: { readonly y: number }): ReactNode {
  return <path className="waterfall-cut" d={`M14 ${y - 3}l-5 ${BAR + 6}M19 ${y - 3}l-5 ${BAR + 6}`} />;
}

/** Where the scale begins and ends. */
interface WaterfallScale {
  readonly floor: number;
  readonly max: number;
}

/** It is cut where the steps would be slivers beside the wholes. */
function scaleOf(steps: readonly WaterfallStep[]): WaterfallScale {
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  const max = Math.max(...ends, 1);
  const lowest = Math.min(...ends.filter((end) => end !== 0));
  const span = max - lowest;
  if (lowest < 0) return { floor: lowest, max };
  return { floor: span > 0 && span < max / 2 ? Math.max(0, lowest - span / 2) : 0, max };
}
