/**
 * The MCP App host around a window, met once and remembered: the bridge reads through it, the views follow its
 * theme, its size and its display mode.
 */
import type { AppWindow } from './app-channel.ts';
import { openAppHost, type AppHost } from './app-host.ts';
import type { ViewPlace } from './host-context.ts';
import { notOpened, type Opening } from './opening.ts';

/** The host, and what it says now of the place in which it shows the page. */
export interface HostAround {
  readonly host: AppHost;
  readonly context: ViewPlace;
  /** What the tool that opened the view was asked and answered. */
  readonly opening: Opening;
}

export interface HostFrame {
  /** Null until a host has answered, and after it has taken the page down. */
  readonly getHost: () => HostAround | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Says hello where nobody has yet. Stays open where the parent is no such host: wait no longer than you like. */
  readonly meet: () => Promise<AppHost | null>;
}

const frames = new WeakMap<object, HostFrame>();

export function hostFrameOf(window: AppWindow): HostFrame {
  const frame = frames.get(window) ?? createHostFrame(window);
  frames.set(window, frame);
  return frame;
}

function createHostFrame(window: AppWindow): HostFrame {
  const listeners = new Set<() => void>();
  let around: HostAround | null = null;
  let context: ViewPlace | null = null;
  let opening = notOpened;
  let meeting: Promise<AppHost | null> | null = null;
  const settle = (next: HostAround | null): void => {
    around = next;
    for (const listener of listeners) listener();
  };
  const open = async (): Promise<AppHost | null> => {
    const host = await openAppHost(window, {
      onContext(now) {
        context = now;
        if (around !== null) settle({ ...around, context: now });
      },
      onOpened(now) {
        opening = now;
        if (around !== null) settle({ ...around, opening: now });
      },
      onTeardown: () => settle(null),
    }).catch(() => null);
    if (host !== null && context !== null) settle({ host, context, opening });
    // A parent that refused may have been asked too early.
    else meeting = null;
    return host;
  };
  return {
    getHost: () => around,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    meet: () => (window.parent === window ? Promise.resolve(null) : (meeting ??= open())),
  };
}
