import { useLayoutEffect } from 'react';
import { routeAbove, type Router } from './router.ts';

/** Esc leaves the innermost panel, unless a field has a use for it. */
export function useEscape(router: Router): void {
  useLayoutEffect(() => {
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || isTyping(event.target)) return;
      const above = routeAbove(router.getRoute());
      if (above !== null) router.go(above);
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [router]);
}

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select');
}
