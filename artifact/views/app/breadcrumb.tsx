import type { ReactNode } from 'react';
import { Link } from '../../parts/link.tsx';
import { views } from '../destinations.ts';
import { formatRoute } from '../address.ts';
import { withParameters, type Route } from '../router.ts';

/** The way back: the destination and the segment beneath a panel. */
export function Breadcrumb({ route, title }: { route: Route; title: string }): ReactNode {
  const { destination, segment } = route;
  const place = [views[destination]?.label, segment && segment.charAt(0).toUpperCase() + segment.slice(1)];
  return (
    <nav className="breadcrumb" aria-label="Breadcrumb">
      <Link href={formatRoute(withParameters(route, { app: null, fact: null }))}>
        <span aria-hidden="true">‹ </span>
        {place.filter(Boolean).join(' / ')}
      </Link>
      <span aria-current="page">{title}</span>
    </nav>
  );
}
