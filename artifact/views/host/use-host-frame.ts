import { useLayoutEffect, type RefObject } from 'react';
import type { HostAround } from '../../bridge/app-host.ts';
import { applyHostStyle } from './host-style.ts';

/** Keeps the page in step with the place the host gives it: style, height, and links that lead out. */
export function useHostFrame(around: HostAround | null, page: RefObject<HTMLElement | null>): void {
  const host = around?.host ?? null;
  const context = around?.context ?? null;
  useLayoutEffect(() => {
    if (context !== null) applyHostStyle(document.documentElement, context);
  }, [context]);
  useLayoutEffect(() => {
    const element = page.current;
    // A place of another kind is told again.
    if (host === null || context === null || element === null) return undefined;
    let told = 0;
    const tell = (): void => {
      const height = Math.ceil(element.getBoundingClientRect().height);
      // A frame without height is never shown, and then nothing would be measured again.
      if (height === told || height === 0) return;
      told = height;
      host.tellSize(Math.ceil(window.innerWidth), height);
    };
    tell();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(tell);
    observer.observe(element);
    return () => observer.disconnect();
  }, [host, context, page]);
  useLayoutEffect(() => {
    if (host === null || !host.offers('openLinks')) return undefined;
    const open = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      const href = link?.getAttribute('href') ?? '';
      if (!/^https?:/.test(href)) return;
      event.preventDefault();
      void host.openLink(href);
    };
    document.addEventListener('click', open);
    return () => document.removeEventListener('click', open);
  }, [host]);
}
