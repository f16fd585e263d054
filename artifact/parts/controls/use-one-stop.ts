import { useLayoutEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';

export interface OneStop<Shape extends Element> {
  readonly ref: RefObject<Shape | null>;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Where the keys lead: one after the other as they are written, or in the order in which they are seen. */
export interface KeyOrder {
  /** What can be reached, in the order of the document. */
  readonly reached: string;
  /** The elements in the order that a key walks them. */
  readonly along: (elements: readonly Reached[], key: string) => readonly Reached[];
}

export type Reached = HTMLElement | SVGElement;

const steps: Readonly<Record<string, 1 | -1>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
};

const asWritten: KeyOrder = { reached: 'a[href], button', along: (elements) => elements };

/**
 * Several links or buttons that are one stop of the tab key, where the reader was last; from there the arrow
 * keys lead from one to the next.
 */
export function useOneStop<Shape extends Element>({ reached, along } = asWritten): OneStop<Shape> {
  const ref = useRef<Shape>(null);
  const last = useRef<Element>(null);
  const elements = (): Reached[] => [...(ref.current?.querySelectorAll<Reached>(reached) ?? [])];
  // Set on the elements, because one that goes away must not take the only stop with it.
  const settle = (): void => {
    const all = elements();
    const stop = all.find((element) => element === last.current) ?? all[0];
    for (const element of all) element.setAttribute('tabindex', element === stop ? '0' : '-1');
  };
  useLayoutEffect(settle);
  return {
    ref,
    onFocus({ target }) {
      last.current = target;
      settle();
    },
    onKeyDown(event) {
      const step = steps[event.key];
      if (step === undefined) return;
      const ordered = along(elements(), event.key);
      const place = ordered.findIndex((element) => element === event.target);
      if (place < 0) return;
      event.preventDefault();
      ordered[place + step]?.focus();
    },
  };
}
