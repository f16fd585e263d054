import type { ReactNode } from 'react';
import { Link, useOneStop } from '../parts/controls.ts';
import { destinationNames, destinations } from './destination-names.ts';
import { formatRoute } from './address.ts';
import { withParameters } from './router.ts';
import { useRoute } from './page-context.ts';

/** The destinations, one stop of the tab key; choosing one begins it at its top. */
export function Navigation(): ReactNode {
  const route = useRoute();
  const stop = useOneStop<HTMLUListElement>();
  return (
    <nav className="bar" aria-label="Destinations">
      {/* oxlint-disable-next-line no-noninteractive-element-interactions -- the links inside hold the focus */}
      <ul className="frame" {...stop}>
        {destinations.map((destination) => (
          <li key={destination}>
            <Link
              href={formatRoute({ destination })}
              aria-current={route.destination === destination ? 'page' : undefined}
              onClick={() => window.scrollTo(0, 0)}
            >
              {destinationNames[destination]}
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
