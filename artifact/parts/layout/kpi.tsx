import type { ReactNode } from 'react';
import { Bar } from '../charts/bars.tsx';

export interface KpiProps {
  readonly label: string;
  readonly value: ReactNode;
  /** What the figure splits into, one line each. */
  readonly split?: readonly ReactNode[];
  /** Of how much it is known, as a share of 1 with its words. */
  readonly coverage?: { readonly share: number; readonly words: string } | null;
  /** What else the figure rests on; exceptions only. */
  readonly rests?: readonly ReactNode[];
}

/** One key figure with what it rests on. Must stand inside `Kpis`. */
export function Kpi({ label, value, split = [], coverage = null, rests = [] }: KpiProps): ReactNode {
  return (
    <div className="kpi">
      <dt>{label}</dt>
      <dd className="kpi-value">{value}</dd>
      <dd className="kpi-notes">
        <Lines className="kpi-split dotted" lines={split} />
        {coverage !== null && (
          <div className="coverage">
            <Bar value={coverage.share} max={1} mark="actual" />
            <span>{coverage.words}</span>
          </div>
        )}
        <Lines className="dotted" lines={rests} />
      </dd>
    </div>
  );
}

function Lines({ className, lines }: { className: string; lines: readonly ReactNode[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <ul className={className}>
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}

export function Kpis({ children }: { children: ReactNode }): ReactNode {
  return <dl className="kpis">{children}</dl>;
}
