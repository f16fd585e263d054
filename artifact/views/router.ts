/**
 * Where the reader is: `#/spend/apps?q=figma` is destination, segment and parameters.
 *
 * Kept in memory and mirrored to the address where the frame allows it: a sandboxed frame may refuse,
 * and then the page still works.
 */
export const destinations = ['decide', 'spend', 'data'] as const;
export type Destination = (typeof destinations)[number];

export interface Route {
  readonly destination: Destination;
  readonly segment: string | null;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Anything unreadable leads home. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [first, segment] = path.split('/');
  const destination = destinations.find((name) => name === first) ?? 'decide';
  return {
    destination,
    segment: segment || null,
    parameters: Object.fromEntries(new URLSearchParams(query)),
  };
}

export function formatRoute({ destination, segment, parameters }: Partial<Route>): string {
  const query = new URLSearchParams(parameters).toString();
  const path = [destination ?? 'decide', segment].filter(Boolean).join('/');
  return `#/${path}${query === '' ? '' : `?${query}`}`;
}

export interface Router {
  readonly getRoute: () => Route;
  readonly subscribe: (listener: () => void) => () => void;
  readonly go: (route: Partial<Route>) => void;
}

export function createRouter(page: Pick<Window, 'location' | 'addEventListener'>): Router {
  const listeners = new Set<() => void>();
  let route = parseRoute(page.location.hash);
  const settle = (next: Route): void => {
    route = next;
    for (const listener of listeners) listener();
  };
  page.addEventListener('hashchange', () => settle(parseRoute(page.location.hash)));
  return {
    getRoute: () => route,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    go(next) {
      const hash = formatRoute(next);
      settle(parseRoute(hash));
      try {
        if (page.location.hash !== hash) page.location.hash = hash;
      } catch {
        // The frame keeps its address; the route in memory is enough.
      }
    },
  };
}
