import { useSyncExternalStore } from 'react';
import { hostFrameOf, type HostAround, type ViewPlace } from '../../bridge/app-host.ts';

/** The MCP App host that shows the page; null in every other place. */
export function useHost(): HostAround | null {
  const { subscribe, getHost } = hostFrameOf(window);
  return useSyncExternalStore(subscribe, getHost, getHost);
}

/** In a conversation the page is a card, where the host has a larger place for all of it. */
export function isCard({ displayMode, displayModes }: ViewPlace): boolean {
  return displayMode === 'inline' && displayModes.includes('fullscreen');
}
