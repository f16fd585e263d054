import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';

export interface OneStop<Shape extends Element> {
  readonly ref: RefObject<Shape | null>;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const steps: Readonly<Record<string, 1 | -1>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
};

/**
 * Several links or buttons that are one stop of the tab key, where the reader was last; from there the arrow
 * keys lead from one to the next.
 */
export function useOneStop<Shape extends Element>(): OneStop<Shape> {
  const ref = useRef<Shape>(null);
  const last = useRef<Element>(null);
  // Set on the elements, because one that goes away must not take the only stop with it.
  const settle = (): void => {
    const ways = waysIn(ref.current);
    const stop = ways.find((way) => way === last.current) ?? ways[0];
    for (const way of ways) way.setAttribute('tabindex', way === stop ? '0' : '-1');
  };
  useEffect(settle);
  return {
    ref,
    onFocus({ target }) {
      last.current = target;
      settle();
    },
    onKeyDown(event) {
      const step = steps[event.key];
      const ways = waysIn(ref.current);
      const place = ways.findIndex((way) => way === event.target);
      if (step === undefined || place < 0) return;
      event.preventDefault();
      ways[place + step]?.focus();
    },
  };
}

function waysIn(shape: Element | null): HTMLElement[] {
  return [...(shape?.querySelectorAll<HTMLElement>('a[href], button') ?? [])];
}
