import type { ReactNode } from 'react';
import { Link } from '../parts/controls.ts';
import { useAddresses } from './use-addresses.ts';

/** Id of the text that says what opening a figure does. */
export const FIGURE_HINT = 'figure-hint';

export interface FigureProps {
  /** Address of the fact, such as `app/11/costAnnual`. */
  readonly fact: string;
  readonly title?: string;
  /** In tables the arrow keys lead to figures, so that not every cell is a stop of the tab key. */
  readonly stop?: boolean;
  readonly children: ReactNode;
}

/** A figure that opens its lineage. */
export function FigureLink({ fact, title, stop = false, children }: FigureProps): ReactNode {
  return (
    <Link
      className="figure"
      href={useAddresses().fact(fact)}
      title={title}
      tabIndex={stop ? undefined : -1}
      aria-describedby={FIGURE_HINT}
    >
      {children}
    </Link>
  );
}
