import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';

export interface Marks {
  readonly ref: RefObject<SVGSVGElement | null>;
  readonly onFocus: (event: FocusEvent<SVGSVGElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<SVGSVGElement>) => void;
}

/** Which edge of the marks orders them, and which way a key leads. */
const ways: Readonly<Record<string, readonly ['left' | 'top', 1 | -1]>> = {
  ArrowLeft: ['left', -1],
  ArrowRight: ['left', 1],
  ArrowUp: ['top', -1],
  ArrowDown: ['top', 1],
};

/**
 * A chart whose marks are links: one stop of the tab key, where the reader was last. From there the
 * arrow keys lead through all marks, across or up and down, in the order in which they are seen.
 */
export function useMarks(): Marks {
  const ref = useRef<SVGSVGElement>(null);
  const last = useRef<Element>(null);
  // Set on the elements, because a mark that goes away must not take the only stop with it.
  const settle = (): void => {
    // A drawing that listens for the focus would be a stop of its own.
    ref.current?.setAttribute('tabindex', '-1');
    const marks = marksIn(ref.current);
    const stop = marks.find((mark) => mark === last.current) ?? marks[0];
    for (const mark of marks) mark.setAttribute('tabindex', mark === stop ? '0' : '-1');
  };
  useEffect(settle);
  return {
    ref,
    onFocus({ target }) {
      last.current = target;
      settle();
    },
    onKeyDown(event) {
      const way = ways[event.key];
      if (way === undefined) return;
      const [edge, step] = way;
      event.preventDefault();
      const ordered = inOrder(marksIn(ref.current), edge);
      ordered[ordered.findIndex((mark) => mark === event.target) + step]?.focus();
    },
  };
}

function marksIn(chart: SVGSVGElement | null): SVGAElement[] {
  return [...(chart?.querySelectorAll<SVGAElement>('a') ?? [])];
}

function inOrder(marks: readonly SVGAElement[], edge: 'left' | 'top'): SVGAElement[] {
  const places = new Map(marks.map((mark) => [mark, mark.getBoundingClientRect()[edge]]));
  return marks.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
}
