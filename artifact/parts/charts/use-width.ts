import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Width that a drawing has before it was measured, and where nothing can measure it. */
const UNMEASURED = 640;

/** Pixels a drawing may take, so that its words are as large as those around it at every width. */
export function useWidth<Box extends Element>(): readonly [RefObject<Box | null>, number] {
  const box = useRef<Box>(null);
  const [width, setWidth] = useState(UNMEASURED);
  useLayoutEffect(() => {
    const measure = (): void => {
      // Behind a panel nothing has a size.
      const measured = Math.round(box.current?.getBoundingClientRect().width ?? 0);
      if (measured > 0) setWidth(measured);
    };
    measure();
    if (typeof ResizeObserver === 'undefined' || box.current === null) return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [box, width];
}
