import { useLayoutEffect } from 'react';
import { useOneStop, type KeyOrder, type OneStop, type Reached } from '../controls/use-one-stop.ts';

/** The edge of the marks that orders them for a key. */
const edges: Readonly<Record<string, 'left' | 'top'>> = { ArrowUp: 'top', ArrowDown: 'top' };

const asSeen: KeyOrder = {
  reached: 'a',
  along(marks, key) {
    const edge = edges[key] ?? 'left';
    const places = new Map<Reached, number>(marks.map((mark) => [mark, mark.getBoundingClientRect()[edge]]));
    return marks.toSorted((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  },
};

/**
 * A chart whose marks are links: one stop of the tab key, where the reader was last. From there the
 * arrow keys lead through all marks, across or up and down, in the order in which they are seen.
 */
export function useMarks(): OneStop<SVGSVGElement> {
  const stop = useOneStop<SVGSVGElement>(asSeen);
  // A drawing that listens for the focus would be a stop of its own.
  useLayoutEffect(() => stop.ref.current?.setAttribute('tabindex', '-1'));
  return stop;
}
