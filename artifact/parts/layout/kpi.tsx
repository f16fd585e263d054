import type { ReactNode } from 'react';

export interface KpiProps {
  readonly label: string;
  readonly value: ReactNode;
  /** What the figure splits into, one line each. */
  readonly split?: readonly ReactNode[];
  /** Coverage, completeness and as-of: what the figure rests on. */
  readonly rests: readonly ReactNode[];
}

/** One key figure with what it rests on. Must stand inside `Kpis`. */
export function Kpi({ label, value, split = [], rests }: KpiProps): ReactNode {
  return (
    <div className="kpi">
      <dt>{label}</dt>
      <dd className="kpi-value">{value}</dd>
      <dd className="kpi-notes">
        {split.length > 0 && (
          <ul className="kpi-split dotted">
            {split.map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
        )}
        <ul className="dotted">
          {rests.map((line, index) => (
            <li key={index}>{line}</li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

export function Kpis({ children }: { children: ReactNode }): ReactNode {
  return <dl className="kpis">{children}</dl>;
}
