import type { ReactNode } from 'react';

export interface ProgressLine {
  readonly label: string;
  /** "2 pages, 1,400 of 2,310 rows" */
  readonly text: string;
  /** 0 to 1; null when the end is not known. */
  readonly share: number | null;
}

/** What is being read, source by source. The spoken version lives in the page's live region. */
export function Progress({ lines }: { lines: readonly ProgressLine[] }): ReactNode {
  return (
    <ul className="progress">
      {lines.map((line) => (
        <li key={line.label}>
          <span>{line.label}</span>
          <span className="quiet">{line.text}</span>
          <svg className="bar-svg" aria-hidden="true" focusable="false">
            <rect className="track" width="100%" height="100%" rx="2" />
            {line.share !== null && (
              <rect className="mark-actual" width={`${Math.round(line.share * 100)}%`} height="100%" rx="2" />
            )}
          </svg>
        </li>
      ))}
    </ul>
  );
}
