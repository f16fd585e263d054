import type { ReactNode } from 'react';
import { Link } from '../parts/link.tsx';
import { destinations, views } from './destinations.ts';
import { formatRoute } from './address.ts';
import { withParameters, type Route } from './router.ts';

/** The destinations; choosing one begins it at its top. */
export function Navigation({ route }: { route: Route }): ReactNode {
  return (
    <nav className="bar" aria-label="Destinations">
      <ul className="frame">
        {destinations.map((destination) => (
          <li key={destination}>
            <Link
              href={formatRoute({ destination })}
              aria-current={route.destination === destination ? 'page' : undefined}
              onClick={() => window.scrollTo(0, 0)}
            >
              {views[destination]?.label}
            </Link>
          </li>
        ))}
        <li className="bar-end">
          <Link href={formatRoute(withParameters(route, { search: '' }))} aria-keyshortcuts="/">
            Search
          </Link>
        </li>
      </ul>
    </nav>
  );
}
