import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Assumed until the screen has said: a narrow pane. */
const FIRST = 328;

/** The width of a drawing in pixels, so that its words keep their size whatever the pane. */
export function useWidth<Shape extends Element>(): [RefObject<Shape | null>, number] {
  const ref = useRef<Shape>(null);
  const [width, setWidth] = useState(FIRST);
  useLayoutEffect(() => {
    const shape = ref.current;
    if (shape === null) return undefined;
    // Behind a panel nothing has a size.
    const measure = (): void => setWidth((known) => Math.round(shape.getBoundingClientRect().width) || known);
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(shape);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
