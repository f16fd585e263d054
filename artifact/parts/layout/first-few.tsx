import { useState, type ReactNode } from 'react';

export interface FirstFewProps {
  readonly items: readonly ReactNode[];
  readonly first: number;
  readonly step?: number;
}

/** Items of a list, the rest in steps on request. Must stand inside a list. */
export function FirstFew({ items, first, step = 50 }: FirstFewProps): ReactNode {
  const [shown, setShown] = useState(first);
  const left = items.length - shown;
  return (
    <>
      {items.slice(0, shown)}
      {left > 0 && (
        <li className="more">
          <button type="button" className="button button-quiet" onClick={() => setShown(shown + step)}>
            {left <= step ? `Show ${left} more` : `Show ${step} more of ${left}`}
          </button>
        </li>
      )}
    </>
  );
}
