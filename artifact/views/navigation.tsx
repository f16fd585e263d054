import type { MouseEvent, ReactNode } from 'react';
import { destinations, formatRoute, type Destination, type Route, type Router } from './router.ts';

const names: Readonly<Record<Destination, string>> = { decide: 'Decide', spend: 'Spend', data: 'Data' };

/** Real links, so that they can be opened and copied; followed in memory, so that they work in any frame. */
export function Navigation({ router, route }: { router: Router; route: Route }): ReactNode {
  const follow = (event: MouseEvent, destination: Destination): void => {
    event.preventDefault();
    router.go({ destination });
    window.scrollTo(0, 0);
  };
  return (
    <nav className="bar" aria-label="Destinations">
      <ul className="frame">
        {destinations.map((destination) => (
          <li key={destination}>
            <a
              href={formatRoute({ destination })}
              aria-current={route.destination === destination ? 'page' : undefined}
              onClick={(event) => follow(event, destination)}
            >
              {names[destination]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
