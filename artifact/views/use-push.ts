import { useCallback, useLayoutEffect, useRef } from 'react';
import type { Route, Router } from './router.ts';

/** Id of the heading that takes the focus when a panel is pushed. */
export const PANEL_TITLE = 'panel-title';

interface Place {
  readonly scroll: number;
  readonly focus: Element | null;
}

/**
 * Follows addresses, and remembers the line from which a panel was opened: going back leads to it, with
 * the focus on it.
 */
export function usePush(router: Router, { parameters: { app } }: Route): (href: string) => void {
  const left = useRef<Place | null>(null);
  useLayoutEffect(() => {
    if (app === undefined) {
      comeBack(left.current);
      left.current = null;
      return;
    }
    window.scrollTo(0, 0);
    document.getElementById(PANEL_TITLE)?.focus({ preventScroll: true });
  }, [app]);
  return useCallback(
    (href) => {
      const { activeElement: focus } = document;
      const isBehind = router.getRoute().parameters['app'] === undefined;
      if (isBehind && !focus?.closest('dialog')) left.current = { scroll: window.scrollY, focus };
      router.follow(href);
    },
    [router],
  );
}

/** Nothing to come back to where that destination has been left meanwhile. */
function comeBack(place: Place | null): void {
  const { focus, scroll } = place ?? {};
  // Marks of a chart take the focus too.
  if (!(focus instanceof HTMLElement || focus instanceof SVGElement) || !focus.isConnected) return;
  window.scrollTo(0, scroll ?? 0);
  focus.focus({ preventScroll: true });
}
