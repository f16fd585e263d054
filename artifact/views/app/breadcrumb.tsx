import type { ReactNode } from 'react';
import { Link } from '../../parts/controls.ts';
import { destinationNames } from '../destination-names.ts';
import { formatRoute } from '../address.ts';
import { withParameters } from '../router.ts';
import { useRoute } from '../page-context.ts';
import { sentenceCase } from '../../parts/text.ts';

/** The way back: the destination and the segment behind a panel. */
export function Breadcrumb({ title }: { title: string }): ReactNode {
  const route = useRoute();
  const { destination, segment } = route;
  const place = [destinationNames[destination], segment && sentenceCase(segment)];
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
