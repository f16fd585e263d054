import type { ReactNode } from 'react';

/** Actual = solid, quiet = solid but secondary, forecast = hatched, plan = outlined, unknown = neutral hatch. */
export type Mark = 'actual' | 'quiet' | 'forecast' | 'plan' | 'unknown';

/** Patterns used by hatched marks; rendered once a page. */
export function Patterns(): ReactNode {
  return (
    <svg width="0" height="0" aria-hidden="true" className="visually-hidden" focusable="false">
      <defs>
        {(['unknown', 'forecast', 'missed'] as const).map((name) => (
          <pattern key={name} id={`hatch-${name}`} width="5" height="5" patternUnits="userSpaceOnUse">
            <path d="M-1 1 1-1M0 5 5 0M4 6 6 4" className={`hatch-${name}`} strokeWidth="1.2" fill="none" />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

/** One horizontal bar, drawn beside the number it repeats, so it is hidden from assistive technology. */
export function Bar({ value, max, mark }: { value: number; max: number; mark: Mark }): ReactNode {
  const width = max > 0 ? Math.max(0, Math.min(100, (value / max) * 100)) : 0;
  return (
    <svg className="bar-svg" aria-hidden="true" focusable="false">
      <rect className={`mark-${mark}`} width={`${width.toFixed(2)}%`} height="100%" rx="1" />
    </svg>
  );
}

export interface BarPart {
  readonly label: string;
  readonly value: number;
  readonly mark: Mark;
  /** What the legend says: the number with its unit. */
  readonly text: ReactNode;
}

/** A whole cut into exclusive parts; the legend is its text equivalent. */
export function Partition({ parts }: { parts: readonly BarPart[] }): ReactNode {
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  if (total <= 0) return null;
  return (
    <figure className="partition">
      <StackedBar parts={parts} />
      <ul className="legend">
        {parts.map((part) => (
          <li key={part.label}>
            <Swatch mark={part.mark} />
            <span>
              {part.label} <strong>{part.text}</strong>
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** The parts alone, drawn beside the numbers they repeat. */
function StackedBar({ parts }: { parts: readonly Pick<BarPart, 'label' | 'value' | 'mark'>[] }): ReactNode {
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  return (
    <svg className="bar-svg" aria-hidden="true" focusable="false">
      {placed(parts, total).map(({ part, from, width }) => (
        <rect
          key={part.label}
          className={`mark-${part.mark}`}
          x={`${from.toFixed(2)}%`}
          width={`${width.toFixed(2)}%`}
          height="100%"
        />
      ))}
    </svg>
  );
}

function Swatch({ mark }: { mark: Mark }): ReactNode {
  return (
    <svg aria-hidden="true" focusable="false" viewBox="0 0 12 12">
      <rect className={`mark-${mark}`} x="1" y="1" width="10" height="10" />
    </svg>
  );
}

/** Percent left free between two parts, so that neighbors can be told apart without color. */
const GAP = 0.3;

function placed<Shown extends Pick<BarPart, 'value'>>(
  parts: readonly Shown[],
  total: number,
): { part: Shown; from: number; width: number }[] {
  let from = 0;
  return parts
    .filter((part) => part.value > 0)
    .map((part) => {
      const width = (part.value / total) * 100;
      const gap = from + width > 99.99 ? 0 : GAP;
      const place = { part, from, width: Math.max(width - gap, 0.2) };
      from += width;
      return place;
    });
}
